/** The text of bytes that are all ASCII. */
export function asciiOf(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of bytes in UTF-8. */
export const textOf = (bytes: Uint8Array, start: number, end: number): string =>
  decoder.decode(bytes.subarray(start, end));
