/** Furthest that a value's separator may stand before a part of it, in UTF-16 units. */
const REACH = 60;
/** How many words before a separator may be a name, and how long they are. */
export const MOST_WORDS = 4;
export const LONGEST_WORD = 58;
/** Blanks between a name and its separator, at most, and signs that close the name. */
export const MOST_BLANKS = 16;
export const MOST_CLOSERS = 3;

/** What a sign may be to a value behind it. */
const SEPARATOR = 1;
const STOP = 2;
const QUOTE = 4;
const COLON = 0x3a;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** A value does not go over stops; a quote may open it, a parenthesis too. */
const ROLES = new Uint8Array(0x80);
for (const [signs, role] of [
  [':=(', SEPARATOR],
  ['"\'`,;\n(){}', STOP],
  ['"\'`', QUOTE],
] as const) {
  for (const sign of signs) ROLES[sign.charCodeAt(0)]! |= role;
}
const roleOf = (unit: number): number => ROLES[unit] ?? 0;

/** What may stand between a name and its separator. */
export const CLOSERS = '"\'`])\\*';

/**
 * The separator of the assignment whose value holds a candidate, or −1. Walked by hand, unit by unit: this
 * runs for every candidate, and a RegExp that must end at one place tries every other place first.
 */
export function separatorBefore(folded: string, start: number): number {
  const floor = Math.max(0, start - REACH);
  for (let at = start - 1; at >= floor; at--) {
    const unit = folded.charCodeAt(at);
    const role = roleOf(unit);
    if (role & SEPARATOR) return firstOfSeparator(folded, at);
    if (unit === GREATER && folded.charCodeAt(at - 1) === EQUALS) return at - 1;
    if (!(role & STOP)) continue;
    return role & QUOTE ? separatorBeforeQuote(folded, at) : -1;
  }
  return -1;
}

/** More than ASCII stands between: what it is takes decoding. */
export const UNTOLD = -2;

/** {@link separatorBefore} in bytes; `UNTOLD` where they do not tell. */
export function separatorIn(bytes: Uint8Array, start: number): number {
  const floor = Math.max(0, start - REACH);
  for (let at = start - 1; at >= floor; at--) {
    const byte = bytes[at]!;
    if (byte >= 0x80) return UNTOLD;
    const role = ROLES[byte]!;
    if (role & SEPARATOR) return firstOf(bytes, at);
    if (byte === GREATER && bytes[at - 1] === EQUALS) return at - 1;
    if (role & STOP) return role & QUOTE ? separatorInBeforeQuote(bytes, at) : -1;
  }
  return -1;
}

function separatorInBeforeQuote(bytes: Uint8Array, quote: number): number {
  let before = quote;
  for (let i = 0; i < MOST_BLANKS && isBlank(bytes[before - 1]); i++) before--;
  const opener = bytes[before - 1] ?? 0;
  if (opener >= 0x80) return UNTOLD;
  if (opener === GREATER && bytes[before - 2] === EQUALS) return before - 2;
  return ROLES[opener]! & SEPARATOR ? firstOf(bytes, before - 1) : -1;
}

const firstOf = (bytes: Uint8Array, at: number): number =>
  bytes[at] === EQUALS && bytes[at - 1] === COLON ? at - 1 : at;

const isBlank = (byte: number | undefined) => byte === 0x20 || byte === 0x09;

function separatorBeforeQuote(folded: string, quote: number): number {
  const before = skipBlanks(folded, quote);
  const opener = folded.charCodeAt(before - 1);
  if (opener === GREATER && folded.charCodeAt(before - 2) === EQUALS) return before - 2;
  return roleOf(opener) & SEPARATOR ? firstOfSeparator(folded, before - 1) : -1;
}

/** `:=` is one separator. */
function firstOfSeparator(text: string, at: number): number {
  return text[at] === '=' && text[at - 1] === ':' ? at - 1 : at;
}

function skipBlanks(text: string, end: number): number {
  let at = end;
  for (let i = 0; i < MOST_BLANKS && (text[at - 1] === ' ' || text[at - 1] === '\t'); i++) at--;
  return at;
}

/** Index after the name that stands before a separator: blanks, quotes and a bracket passed over. */
export function nameEnd(text: string, separator: number): number {
  let at = skipBlanks(text, separator);
  for (let i = 0; i < MOST_CLOSERS && at > 0 && CLOSERS.includes(text[at - 1]!); i++) at--;
  return at;
}

/** First index of the word that ends at `end`; `end` when there is none. A word begins with no digit. */
export function wordStart(text: string, end: number): number {
  const floor = Math.max(0, end - LONGEST_WORD);
  let at = end;
  while (at > floor && isWordUnit(text.charCodeAt(at - 1))) at--;
  while (at < end && /[\d.-]/.test(text[at]!)) at++;
  return at;
}

const OTHER_LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Letters and digits of any script, and `_ $ - .` */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) {
    const letter = unit | 0x20;
    return (
      (letter >= 0x61 && letter <= 0x7a) ||
      (unit >= 0x30 && unit <= 0x39) ||
      unit === 0x5f ||
      unit === 0x24 ||
      unit === 0x2d ||
      unit === 0x2e
    );
  }
  if (unit >= 0x3041 && unit <= 0x9fff) return true;
  return OTHER_LETTER.test(String.fromCharCode(unit));
}
