import { readText } from '../engine/view.ts';

const encoder = new TextEncoder();

/** A character of a value as the source writes it: `text` may be an escape of `character`. */
export interface Unit {
  readonly text: string;
  readonly character: string;
}

/**
 * JavaScript, JSON, HTML and URL escapes, the bytes of a character that are escaped one by one
 * (`%E5%B1%B1`, `=E5=B1=B1`, `\xe5\xb1\xb1`, `\345\261\261`), and whole code points.
 */
const UNIT =
  /((?:%|=|\\x)[c-f][\da-f](?:(?:%|=|\\x)[89ab][\da-f]){1,3}|\\3[0-7]{2}(?:\\2[0-7]{2}){1,3})|\\u\{([\da-f]{1,6})\}|\\u([\da-f]{4})|\\x([\da-f]{2})|\\([nrtbf"'\\/])|&#x([\da-f]{1,6});|&#(\d{1,7});|&(lt|gt|amp|quot|apos|nbsp|commat);|%([0-7][\da-f])|./gisu;

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  commat: '@',
};

/** What begins an escape. */
const ESCAPE = /[\\&%=]/;

/** The characters of a value, escapes kept together: `\n` must not become `\*`. */
export function unitsOf(value: string): Unit[] {
  if (!ESCAPE.test(value)) {
    return Array.from(value, (character) => ({ text: character, character }));
  }
  return Array.from(value.matchAll(UNIT), (match) => ({
    text: match[0],
    character: characterOf(match),
  }));
}

function characterOf(match: RegExpMatchArray): string {
  const [text, bytes, braces, unicode, hex, control, entityHex, entity, name, url] = match;
  if (bytes !== undefined) return readText(encoder.encode(bytes), 0, bytes.length);
  if (control !== undefined) return CONTROLS[control] ?? control;
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? text;
  const digits = braces ?? unicode ?? hex ?? entityHex ?? url;
  if (digits === undefined && entity === undefined) return text;
  const code = digits === undefined ? Number(entity) : parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : text;
}

/** Letters, digits and their marks say something; the rest is form. */
const TELLING = /^[\p{L}\p{N}\p{M}]/u;

export function isTelling({ character }: Unit): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) {
    return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  }
  // Ideographs, most of an address: the expressions below cost a hundred times as much.
  if (code >= 0x3400 && code <= 0x9fff) return true;
  // Half of a surrogate pair that was escaped: what it stands for is anybody's guess.
  return TELLING.test(character) || /^[\ud800-\udfff]$/.test(character);
}

/**
 * Each letter and digit as `*`, one for one; separators and escapes of separators stay.
 *
 * @param keeps may let a telling character stay
 */
export function starred(
  units: readonly Unit[],
  keeps: (unit: Unit, index: number) => boolean = () => false,
): string {
  return units
    .map((unit, index) => (isTelling(unit) && !keeps(unit, index) ? '*' : unit.text))
    .join('');
}

/** The units of each line, and the unchanged text between them: line ends, indents, comment marks. */
export interface Line {
  readonly lead: string;
  readonly units: readonly Unit[];
}

/** Cuts a value that runs over several lines. The first line has no lead. */
export function linesOf(value: string): Line[] {
  const lines: { lead: string; units: Unit[] }[] = [{ lead: '', units: [] }];
  for (const unit of unitsOf(value)) {
    const line = lines.at(-1)!;
    const isLead = line.units.length === 0 && lines.length > 1;
    if (isLead && /^[\s*#/]$/.test(unit.character)) line.lead += unit.text;
    else if (!/^[\r\n]$/.test(unit.character)) line.units.push(unit);
    else lines.push({ lead: unit.text, units: [] });
  }
  return lines;
}
