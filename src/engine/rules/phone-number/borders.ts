import { hasWordAfter } from './after.ts';
import { isDigit } from './groups.ts';
import { STUCK_HOTWORD } from './names.ts';

/**
 * What stands beside a number: `open` where a number may begin or end, `glued` where a letter
 * sticks to it, `closed` where it is a part of something else (a decimal, a UUID, a mail address).
 */
export type Border = 'open' | 'glued' | 'closed';

const LETTER = /\p{sc=Latin}/u;
const ALPHANUMERIC = /[0-9A-Z]/i;
/** `\n`, `\r`, `\t` in a string literal: the letter is not the text's. */
const ESCAPE = /\\[nrt]$/;
const EXTENSION = /(?:x|ext|extn|extension)[ .:]{0,2}\d{1,7}(?!\d)/iy;

/** The border before a number that begins at `start`. `joined`: another number ends before it. */
export function leftBorder(folded: string, start: number, joined: boolean): Border {
  const next = folded[start - 1];
  if (next === undefined || next === ' ' || next === '\n' || next === ',') return 'open';
  const beyond = folded[start - 2] ?? ' ';
  if (LETTER.test(next)) {
    // libphonenumber: a letter may stand before a plus or a bracket, but not before a digit.
    if (!isDigit(folded.charCodeAt(start))) return 'open';
    const before = folded.slice(Math.max(0, start - 12), start);
    return ESCAPE.test(before) || STUCK_HOTWORD.test(before) ? 'open' : 'glued';
  }
  if (joined && folded[start] === '(') return 'open';
  if (/[0-9_$£€¥%*@\\^]/.test(next)) return 'closed';
  if (joined) return 'open';
  if (next === '-') return /[0-9A-Z)\]]/i.test(beyond) ? 'closed' : 'open';
  // `Tel.03-…`, but not the decimals .5.326.749.
  if (next === '.') return LETTER.test(beyond) ? 'open' : 'closed';
  if (next === '/') return /\d/.test(beyond) ? 'closed' : 'open';
  return 'open';
}

/** The border after a number that ends at `end`. */
export function rightBorder(folded: string, end: number): Border {
  const next = folded[end];
  if (next === undefined || next === ' ' || next === '\n' || next === ',') return 'open';
  const beyond = folded[end + 1] ?? ' ';
  if (LETTER.test(next)) {
    EXTENSION.lastIndex = end;
    return EXTENSION.test(folded) ? 'open' : 'glued';
  }
  if (/[0-9_%°*@\\^$£€¥]/.test(next))
    return next === '\\' && /[nrt"]/.test(beyond) ? 'open' : 'closed';
  if (next === '-') {
    return ALPHANUMERIC.test(beyond) && !hasWordAfter(folded, end) ? 'closed' : 'open';
  }
  if (next === '.' || next === ':') return /\d/.test(beyond) ? 'closed' : 'open';
  return 'open';
}

/**
 * A number whose groups stand apart by blanks is not one of a row of numbers: the digits before
 * and after it, a single blank away, make the cut arbitrary. Dates and times do not count.
 */
export function isCrowded(folded: string, start: number, end: number): boolean {
  const before = /(?:^|[^\d.:/-])\d{1,12} $/.test(folded.slice(Math.max(0, start - 14), start));
  return before || /^ \d{1,12}(?![\d.:/-])/.test(folded.slice(end, end + 14));
}

/** Has it no letter, digit or separator beside it? The quick look; the borders above see more. */
export function standsAlone(folded: string, start: number, end: number): boolean {
  const before = folded.charCodeAt(start - 1);
  const after = folded.charCodeAt(end);
  return isApart(before) && isApart(after);
}

/** A comma, quote, bracket, line end or Japanese letter; or nothing at all. */
function isApart(code: number): boolean {
  if (code >= 0x3000 || Number.isNaN(code)) return true;
  return APART.includes(String.fromCharCode(code));
}

const APART = ',"\'`\n\r\t<>[]{};=|!?';
