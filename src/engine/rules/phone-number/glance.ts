import type { ScanOptions } from '../../options.ts';
import type { DigitRun } from '../../rule.ts';
import { groupsStartIn, isDigit } from './groups.ts';

const BLANK = 0x20;
const OPEN = 0x28;
const CLOSE = 0x29;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const ONE = 0x31;
const TILDE = 0x7e;

const LEAST_DIGITS = 7;
/** Digits of Japan's numbers, the trunk prefix included. */
const JAPANESE = 10;
const JAPANESE_MOBILE = 11;

const digitAt = (bytes: Uint8Array, at: number) => isDigit(bytes[at] ?? 0);
const letterAt = (bytes: Uint8Array, at: number) => {
  const letter = (bytes[at] ?? 0) | 0x20;
  return letter >= 0x61 && letter <= 0x7a;
};

/**
 * May a telephone number begin in a run of digits, or a word beside it say that it is one? Most
 * runs of source code are dates, versions, decimals and the like. Only Japan's plan is known here.
 */
export function mayBePhone(run: DigitRun, { regions }: ScanOptions): boolean {
  const { bytes, start, end, isAfterWord } = run;
  if (isAfterWord || mayHaveWordAfter(bytes, end)) return true;
  if (regions.some((region) => region !== 'JP')) return true;
  const first = groupsStartIn(bytes, start);
  let left = 0;
  for (let at = first; at < end; at++) if (digitAt(bytes, at)) left++;
  let wasDigit = false;
  for (let at = first; at < end && left >= LEAST_DIGITS; at++) {
    const digit = digitAt(bytes, at);
    if (digit && !wasDigit && mayBegin(bytes, at) && isBeginning(bytes, at, end)) return true;
    if (digit) left--;
    wasDigit = digit;
  }
  return false;
}

/** ` (mobile)`, `-Phone`, ` tel`: what a word behind the number begins with. */
function mayHaveWordAfter(bytes: Uint8Array, end: number): boolean {
  let at = end;
  if (bytes[at] === BLANK) at++;
  if (WORD_SIGNS.has(bytes[at] ?? 0)) at++;
  if (bytes[at] === BLANK) at++;
  const first = bytes[at] ?? 0;
  return at > end && (first >= 0x80 || WORD_LETTERS.has(first | 0x20));
}

const bytesOf = (signs: string): ReadonlySet<number> =>
  new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
const WORD_SIGNS = bytesOf('-(:|');
/** Phone, tel, fax, mobile, cell, handy, work, office. */
const WORD_LETTERS = bytesOf('ptfmchwo');
/** What before a digit makes it a part of something else. */
const CLOSED = bytesOf('0123456789_$%*@\\^');

/** No to the digits of decimals, UUIDs and versions: what `leftBorder` calls closed. */
function mayBegin(bytes: Uint8Array, start: number): boolean {
  const before = bytes[start - 1] ?? BLANK;
  if (CLOSED.has(before)) return false;
  const beyond = bytes[start - 2] ?? BLANK;
  if (before === HYPHEN) {
    const isWord = digitAt(bytes, start - 2) || letterAt(bytes, start - 2);
    return !isWord && beyond !== CLOSE && beyond !== CLOSE_SQUARE;
  }
  if (before === POINT) return letterAt(bytes, start - 2) || beyond >= 0x80;
  return before !== SLASH || !isDigit(beyond);
}

const CLOSE_SQUARE = 0x5d;

function isBeginning(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start - 1] === PLUS) return true;
  if (bytes[start - 1] === OPEN && bytes[start - 2] === PLUS) return true;
  if (bytes[start] === ZERO && mayBeDialled(bytes, start, end)) return true;
  return isNorthAmerican(bytes, start);
}

/** With an international prefix, or as many digits as Japan's numbers have. */
function mayBeDialled(bytes: Uint8Array, start: number, end: number): boolean {
  const next = bytes[start + 1];
  if (next === ZERO || next === TILDE) return true;
  if (next === ONE && bytes[start + 2] === ZERO) return true;
  let digits = 0;
  for (let at = start; at < end && digits <= JAPANESE_MOBILE; at++) {
    if (!digitAt(bytes, at)) continue;
    digits++;
    const isGroupEnd = at + 1 >= end || !digitAt(bytes, at + 1);
    if (isGroupEnd && (digits === JAPANESE || digits === JAPANESE_MOBILE)) return true;
  }
  return false;
}

/** `(415) 555-0100`, `1-415-555-0100`, `415-555-0100` */
function isNorthAmerican(bytes: Uint8Array, start: number): boolean {
  if (bytes[start + 3] === CLOSE) {
    const at = bytes[start + 4] === BLANK ? start + 5 : start + 4;
    return areDigits(bytes, start, 3) && isLocal(bytes, at);
  }
  let at = start;
  if (bytes[at] === ONE && !isArea(bytes, at)) at += bytes[at + 1] === HYPHEN ? 2 : 1;
  return isArea(bytes, at) && isLocal(bytes, at + 4);
}

const isArea = (bytes: Uint8Array, at: number) =>
  areDigits(bytes, at, 3) && bytes[at + 3] === HYPHEN;

/** `555-0100` */
const isLocal = (bytes: Uint8Array, at: number) =>
  areDigits(bytes, at, 3) &&
  bytes[at + 3] === HYPHEN &&
  areDigits(bytes, at + 4, 4) &&
  !digitAt(bytes, at + 8);

function areDigits(bytes: Uint8Array, from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (!digitAt(bytes, at)) return false;
  return true;
}
