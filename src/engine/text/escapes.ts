import { sequenceAt } from './utf8.ts';

/** How a character is written other than by itself. The notes of the evidence `encoded`. */
export type Encoding =
  | 'Unicode escape'
  | 'HTML entity'
  | 'percent-encoding'
  | 'quoted-printable'
  | 'byte escape'
  | 'other hyphen'
  | 'invisible character';

/** An escape in bytes: how long it is there, and what it stands for in UTF-8. */
export interface Escape {
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly by: Encoding;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;

/** Bytes that every escape begins with. */
export const ESCAPE_STARTS: readonly number[] = [
  BACKSLASH,
  AMPERSAND,
  PERCENT,
  EQUALS,
  0xc2,
  0xcb,
  0xe2,
  0xef,
];

/**
 * The escape at `at`, where one stands there whole: `\u5c71`, `\u{5c71}`, `\x40`, `\xe5\xb1\xb1`,
 * `\345\261\261`, `&#23665;`, `&commat;`, `%40`, `%E5%B1%B1`, `=E5=B1=B1`; a hyphen of another
 * kind between digits; an invisible character. What would open or close a string stays as it is.
 *
 * @param printable may single bytes of ASCII be in quoted-printable (`=40`) too?
 */
export function escapeAt(bytes: Uint8Array, at: number, printable: boolean): Escape | undefined {
  switch (bytes[at]) {
    case BACKSLASH:
      return backslash(bytes, at);
    case AMPERSAND:
      return entity(bytes, at);
    case PERCENT:
      return ofBytes(bytes, at, 1, 16, 'percent-encoding') ?? percent(bytes, at);
    case EQUALS:
      return quotedPrintable(bytes, at, printable);
    default:
      return sign(bytes, at);
  }
}

/** Tells from the byte behind an escape's first one whether it may be one: nearly all are none. */
export function mayBeEscape(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1] ?? 0;
  switch (bytes[at]) {
    case BACKSLASH:
      return next === 0x75 || next === 0x78 || next === 0x33 || next === BACKSLASH;
    case AMPERSAND:
      return next === 0x23 || isWord(next);
    case PERCENT:
    case EQUALS:
      return hexDigit(next) >= 0;
    default:
      return true;
  }
}

/** U+FFFF or less in hex at `at`, with so many digits; or −1. */
function hexAt(bytes: Uint8Array, at: number, digits: number): number {
  let value = 0;
  for (let i = at; i < at + digits; i++) {
    const digit = hexDigit(bytes[i] ?? 0);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Quotes, backslashes, brackets of markup and controls mean something to the language around. */
const isText = (code: number) =>
  code >= 0x20 &&
  code !== 0x22 &&
  code !== 0x27 &&
  code !== 0x5c &&
  code !== 0x60 &&
  !(code >= 0x7f && code < 0xa0) &&
  code <= 0x10ffff &&
  !(code >= 0xd800 && code <= 0xdfff);

function character(code: number, length: number, by: Encoding): Escape | undefined {
  if (!isText(code)) return undefined;
  return { length, bytes: encoder.encode(String.fromCodePoint(code)), by };
}

/** JSON in a string of JSON has its backslashes twice, or four times. */
const MOST_BACKSLASHES = 4;

function backslash(bytes: Uint8Array, at: number): Escape | undefined {
  let signs = 1;
  while (signs < MOST_BACKSLASHES && bytes[at + signs] === BACKSLASH) signs++;
  const kind = bytes[at + signs];
  if (kind === 0x75) return unicode(bytes, at, signs);
  if (signs > 1) return undefined;
  if (kind === 0x78) {
    return (
      ofBytes(bytes, at, 2, 16, 'byte escape') ??
      character(hexAt(bytes, at + 2, 2), 4, 'byte escape')
    );
  }
  return kind === 0x33 ? ofBytes(bytes, at, 1, 8, 'byte escape') : undefined;
}

const BRACED = /^u\{([\da-f]{1,6})\}/i;

function unicode(bytes: Uint8Array, at: number, signs: number): Escape | undefined {
  const by = 'Unicode escape';
  const from = at + signs;
  if (bytes[from + 1] === 0x7b) {
    const match = BRACED.exec(decoder.decode(bytes.subarray(from, from + 9)));
    if (match === null) return undefined;
    return character(parseInt(match[1]!, 16), signs + match[0].length, by);
  }
  const high = hexAt(bytes, from + 1, 4);
  if (high < 0xd800 || high > 0xdbff) return character(high, signs + 5, by);
  const next = from + 5 + signs;
  if (bytes[next - 1] !== BACKSLASH || bytes[next] !== 0x75) return undefined;
  const low = hexAt(bytes, next + 1, 4);
  if (low < 0xdc00 || low > 0xdfff) return undefined;
  return character(0x10000 + ((high - 0xd800) << 10) + low - 0xdc00, 2 * (signs + 5), by);
}

const ENTITY = /^&(?:#(\d{2,7})|#x([\da-f]{2,6})|(\w{2,8}));/i;
/** Named characters that stand in addresses and numbers (HTML Living Standard, section 13.5). */
const NAMED: Readonly<Record<string, number>> = {
  commat: 0x40,
  period: 0x2e,
  lowbar: 0x5f,
  plus: 0x2b,
  num: 0x23,
  lpar: 0x28,
  rpar: 0x29,
  nbsp: 0x20,
  hyphen: 0x2d,
  dash: 0x2d,
  minus: 0x2d,
  ndash: 0x2d,
  shy: 0x2d,
};

function entity(bytes: Uint8Array, at: number): Escape | undefined {
  // `&&` and `& ` are what most of them are.
  if (!isWord(bytes[at + 1]) && bytes[at + 1] !== 0x23) return undefined;
  const match = ENTITY.exec(decoder.decode(bytes.subarray(at, at + 12)));
  if (match === null) return undefined;
  const [text, decimal, hex, name] = match;
  const code =
    decimal !== undefined
      ? Number(decimal)
      : hex !== undefined
        ? parseInt(hex, 16)
        : NAMED[name!.toLowerCase()];
  return code === undefined ? undefined : character(code, text.length, 'HTML entity');
}

/** What a URL writes so though it is text: blank + - . ( ) @ and letters and digits. */
const isPlain = (code: number) =>
  code === 0x20 ||
  (code >= 0x28 && code <= 0x2e && code !== 0x2a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x40 ||
  ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);

/** `%2d` of printf stands behind a quote or a blank, an octet of a URI behind more of it. */
function percent(bytes: Uint8Array, at: number): Escape | undefined {
  const code = hexAt(bytes, at + 1, 2);
  const before = bytes[at - 1] ?? 0x20;
  const isInside = before > 0x22 && before !== 0x27 && before !== 0x28;
  return isInside && isPlain(code) ? character(code, 3, 'percent-encoding') : undefined;
}

function quotedPrintable(bytes: Uint8Array, at: number, printable: boolean): Escape | undefined {
  // Sources are full of equals signs, and hardly one has two hexadecimal digits behind it.
  if (!printable && hexAt(bytes, at + 1, 2) < 0) return undefined;
  const found = ofBytes(bytes, at, 1, 16, 'quoted-printable');
  if (found !== undefined || !printable) return found;
  if (bytes[at + 1] === 0x0a) return { length: 2, bytes: NOTHING, by: 'quoted-printable' };
  if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) {
    return { length: 3, bytes: NOTHING, by: 'quoted-printable' };
  }
  const code = hexAt(bytes, at + 1, 2);
  return code < 0x80 ? character(code, 3, 'quoted-printable') : undefined;
}

/**
 * A character outside ASCII whose bytes of UTF-8 are escaped one by one.
 *
 * @param sign bytes before the digits, the same for each
 */
function ofBytes(
  bytes: Uint8Array,
  at: number,
  sign: 1 | 2,
  radix: 8 | 16,
  by: Encoding,
): Escape | undefined {
  const each = sign + (radix === 8 ? 3 : 2);
  const read = (index: number): number => {
    const from = at + index * each;
    if (bytes[from] !== bytes[at] || (sign === 2 && bytes[from + 1] !== bytes[at + 1])) return -1;
    return radix === 16 ? hexAt(bytes, from + sign, 2) : octalAt(bytes, from + sign);
  };
  const lead = read(0);
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const sequence = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const byte = read(i);
    if (byte < 0x80 || byte > 0xff) return undefined;
    sequence[i] = byte;
  }
  if (sequenceAt(sequence, 0, length) !== length) return undefined;
  return { length: length * each, bytes: sequence, by };
}

function octalAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 3; i++) {
    const digit = (bytes[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 7) return -1;
    value = value * 8 + digit;
  }
  return value;
}

const NOTHING = new Uint8Array(0);
const HYPHEN = Uint8Array.of(0x2d);
const isWord = (byte = 0) =>
  (byte >= 0x30 && byte <= 0x39) ||
  ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ||
  byte === 0x5f;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Hyphens that no number plan has: box drawings, modifiers, small forms; and what has no width. */
const HYPHENS = codesOf('\u02d7\u2043\u207b\u2500\u2501\u2796\ufe58\ufe63');
const INVISIBLE = codesOf('\u00ad\u200b\u200c\u200d\u2060\ufeff');

/** The characters as the numbers that their bytes make. */
function codesOf(characters: string): ReadonlySet<number> {
  const bytes = (character: string) => encoder.encode(character);
  return new Set(Array.from(characters, (each) => codeAt(bytes(each), 0, bytes(each).length)));
}

function codeAt(bytes: Uint8Array, at: number, length: number): number {
  const code = (bytes[at]! << 8) | (bytes[at + 1] ?? 0);
  return length === 2 ? code : (code << 8) | (bytes[at + 2] ?? 0);
}

function sign(bytes: Uint8Array, at: number): Escape | undefined {
  const length = bytes[at]! < 0xe0 ? 2 : 3;
  const end = at + length;
  // Between two visible characters of a value; at a file's beginning it is the byte-order mark.
  if (at === 0 || (bytes[at - 1] ?? 0) <= 0x20 || (bytes[end] ?? 0) <= 0x20) return undefined;
  const code = codeAt(bytes, at, length);
  if (INVISIBLE.has(code)) return { length, bytes: NOTHING, by: 'invisible character' };
  if (!HYPHENS.has(code) || !isDigit(bytes[at - 1]) || !isDigit(bytes[end])) return undefined;
  return { length, bytes: HYPHEN, by: 'other hyphen' };
}
