/** The text in full-width characters, as Japanese forms and tables have it. */
export function wide(text: string): string {
  return text.replace(/[\x21-\x7e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));
}
