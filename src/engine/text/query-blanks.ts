/** Bytes of a plus sign that stands for a blank, as `Disguise` has them. */
export interface QueryBlank {
  readonly start: number;
  readonly end: number;
}

const PLUS = 0x2b;
const EQUALS = 0x3d;
const AMPERSAND = 0x26;
const QUESTION = 0x3f;
const SLASH = 0x2f;
const PERCENT = 0x25;
const AT = 0x40;

/** How far a query's pairs are looked for, in bytes. */
const REACH = 400;

const tableOf = (signs: string) => {
  const table = new Uint8Array(256);
  for (const sign of signs) table[sign.charCodeAt(0)] = 1;
  return table;
};

/** What neither a value nor a path of a query holds: strings, code and prose go on there. */
const STOPS = tableOf(' "\'`<>(){};,\\|^[]');
STOPS.fill(1, 0, 0x20);
const KEY = tableOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.%[]-');
KEY.fill(1, 0x80);

const isWord = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) ||
  ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ||
  byte >= 0x80;

const isValue = (byte: number) =>
  STOPS[byte] === 0 && byte !== EQUALS && byte !== AMPERSAND && byte !== QUESTION;

/**
 * The plus signs in `bytes[from, to)` that stand for blanks: inside a value of a query or of a
 * form's body (`application/x-www-form-urlencoded`, WHATWG URL), `?name=A+B&tel=…`. One at the begin
 * of a value is a country code's, one before an at-sign a mailbox's tag: people leave them as they are.
 */
export function* queryBlanks(bytes: Uint8Array, from: number, to: number): Generator<QueryBlank> {
  /** Where the last value that was looked at ends: all of it is judged alike. */
  let end = from;
  let isBlank = false;
  for (let at = bytes.indexOf(PLUS, from); at >= 0 && at < to; at = bytes.indexOf(PLUS, at + 1)) {
    if (!isBetweenWords(bytes, at, from, to)) continue;
    if (at >= end) {
      end = valueEnd(bytes, at, Math.min(to, at + REACH));
      isBlank = isInPair(bytes, at, end, from, to);
    }
    if (isBlank) yield { start: at, end: at + 1 };
  }
}

function isBetweenWords(bytes: Uint8Array, at: number, from: number, to: number): boolean {
  if (at <= from || at + 1 >= to || !isWord(bytes[at - 1]!)) return false;
  return isWord(bytes[at + 1]!) || bytes[at + 1] === PERCENT;
}

/** Is it in the value of a pair that is one of a query's? */
function isInPair(bytes: Uint8Array, at: number, end: number, from: number, to: number): boolean {
  const floor = Math.max(from, at - REACH);
  let equals = at - 1;
  while (equals > floor && isValue(bytes[equals]!)) equals--;
  if (bytes[equals] !== EQUALS) return false;
  let before = equals - 1;
  while (before >= floor && KEY[bytes[before]!] === 1) before--;
  if (before === equals - 1) return false;
  if (hasMailbox(bytes, at, end)) return false;
  const sign = before < floor ? 0 : bytes[before]!;
  if (sign === AMPERSAND) return before > floor && isWord(bytes[before - 1]!);
  if (sign === QUESTION) return isBehindPath(bytes, before, floor);
  return (sign === 0 || STOPS[sign] === 1) && isPairAt(bytes, end, to);
}

function valueEnd(bytes: Uint8Array, at: number, ceiling: number): number {
  let end = at + 1;
  while (end < ceiling && isValue(bytes[end]!)) end++;
  return end;
}

/** `@` or `%40` in what is left of the value. */
function hasMailbox(bytes: Uint8Array, at: number, end: number): boolean {
  for (let i = at; i < end; i++) {
    if (bytes[i] === AT) return true;
    if (bytes[i] === PERCENT && bytes[i + 1] === 0x34 && bytes[i + 2] === 0x30) return true;
  }
  return false;
}

/** `/search?name=`: in `a?b=c+d` of a program no path stands before the sign. */
function isBehindPath(bytes: Uint8Array, question: number, floor: number): boolean {
  for (let at = question - 1; at >= floor && STOPS[bytes[at]!] === 0; at--) {
    if (bytes[at] === SLASH) return true;
  }
  return false;
}

/** `&tel=` */
function isPairAt(bytes: Uint8Array, at: number, to: number): boolean {
  if (bytes[at] !== AMPERSAND) return false;
  let end = at + 1;
  while (end < to && KEY[bytes[end]!] === 1) end++;
  return end > at + 1 && bytes[end] === EQUALS && bytes[end + 1] !== EQUALS;
}
