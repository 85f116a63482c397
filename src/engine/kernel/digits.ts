import { isCapital, isDigit, isSmall } from './bytes.ts';
import { addCandidate, createCandidates, DIGITS, ZIP, type Candidates } from './candidates.ts';
import { collectCode } from './codes.ts';

/** Fewest digits that a run needs to be a candidate. */
const LEAST = 7;
/** A run is cut here: nothing that a rule knows is longer. */
const MOST = 64;

/** Letters and digits of ASCII, and `_`. */
const isAlphanumeric = (byte: number) => isDigit(byte) || isSmall(byte | 0x20) || byte === 0x5f;

/** Bytes of the half- or full-width digit at `at`, or 0. Full width: U+FF10–FF19 = EF BC 90–99. */
export function digitAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (isDigit(byte)) return 1;
  if (byte !== 0xef || bytes[at + 1] !== 0xbc) return 0;
  const last = bytes[at + 2] ?? 0;
  return last >= 0x90 && last <= 0x99 ? 3 : 0;
}

/** Bytes of the separator at `at`, or 0: - . / blank ( ) and their relatives in Unicode. */
function separatorAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte < 0x80) {
    return byte === 0x2d || byte === 0x20 || byte === 0x2e || byte === 0x2f || isParenthesis(byte)
      ? 1
      : 0;
  }
  const second = bytes[at + 1] ?? 0;
  const third = bytes[at + 2] ?? 0;
  if (byte === 0xc2) return second === 0xa0 ? 2 : 0;
  if (byte === 0xe2) {
    if (second === 0x80) return third >= 0x90 && third <= 0x95 ? 3 : 0; // U+2010–2015
    return second === 0x88 && third === 0x92 ? 3 : 0; // U+2212 minus
  }
  if (byte === 0xe3) {
    if (second === 0x80) return third === 0x80 ? 3 : 0; // ideographic space
    return second === 0x83 && third === 0xbc ? 3 : 0; // ー
  }
  if (byte !== 0xef) return 0;
  if (second === 0xbd) return third === 0xb0 ? 3 : 0; // ｰ
  return second === 0xbc && (third === 0x88 || third === 0x89 || (third >= 0x8d && third <= 0x8f))
    ? 3
    : 0; // （ ） － ． ／
}

const isParenthesis = (byte: number) => byte === 0x28 || byte === 0x29;

/**
 * Bytes of what may stand between two digits of one number: a separator, or up to three of them
 * when a parenthesis is among them, as in `(03) 1234` and `+81-(0)90`, or between the groups of
 * digits that are spaced out, as in `0 3   1 2 3 4`.
 */
function gapAt(bytes: Uint8Array, at: number): number {
  const first = separatorAt(bytes, at);
  if (first === 0) return 0;
  if (digitAt(bytes, at + first) > 0) return first;
  let length = first;
  let parenthesis = isParenthesisAt(bytes, at);
  for (let i = 0; i < 2; i++) {
    const next = separatorAt(bytes, at + length);
    if (next === 0) return 0;
    parenthesis ||= isParenthesisAt(bytes, at + length);
    length += next;
    if (digitAt(bytes, at + length) > 0) {
      return parenthesis || isSpacedOut(bytes, at, at + length) ? length : 0;
    }
  }
  return 0;
}

/** Do blanks alone stand in `[from, to)`, and does each of the digits around them stand alone too? */
function isSpacedOut(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from - 2] !== 0x20 || bytes[to + 1] !== 0x20) return false;
  for (let at = from; at < to; at++) if (bytes[at] !== 0x20) return false;
  return true;
}

function isParenthesisAt(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  return (
    isParenthesis(byte) || (byte === 0xef && (bytes[at + 2] === 0x88 || bytes[at + 2] === 0x89))
  );
}

/** How far before a stretch a run of digits is looked for; longer ones are no one's numbers. */
const FARTHEST = 1024;

const ignored = createCandidates();

/**
 * The byte after the run of digits that begins before `from` and goes on there, or `from`. Its
 * candidates belong to the stretch that it begins in.
 */
export function runAcross(bytes: Uint8Array, from: number): number {
  let at = from;
  const floor = Math.max(0, from - FARTHEST);
  while (at > floor && mayBeInRun(bytes[at - 1]!)) at--;
  ignored.length = 0;
  while (at < from) at = digitAt(bytes, at) > 0 ? collectDigits(bytes, at, ignored) : at + 1;
  return at;
}

/** Digits, separators and every byte outside ASCII. */
const mayBeInRun = (byte: number) =>
  byte >= 0x80 || (byte >= 0x28 && byte <= 0x39) || byte === 0x20;

/**
 * Looks at the run of digits that begins at `at`, adds what it may be.
 *
 * @returns the byte after the run
 */
export function collectDigits(bytes: Uint8Array, at: number, out: Candidates): number {
  let end = at;
  let count = 0;
  let firstGroup = 0;
  while (count < MOST) {
    const digit = digitAt(bytes, end);
    if (digit > 0) {
      end += digit;
      count++;
      continue;
    }
    firstGroup ||= count;
    const gap = gapAt(bytes, end);
    if (gap === 0) break;
    end += gap;
  }
  firstGroup ||= count;
  if (count >= LEAST) addCandidate(out, DIGITS, at, end);
  else collectCode(bytes, at, out);
  collectZip(bytes, at, end, { count, firstGroup }, out);
  return end;
}

/** What may end a western address: `NY 10001`, `10115 Berlin`, `SW1A 1AA`. */
function collectZip(
  bytes: Uint8Array,
  at: number,
  end: number,
  run: { readonly count: number; readonly firstGroup: number },
  out: Candidates,
): void {
  if (run.firstGroup === 5) {
    const state = stateBefore(bytes, at);
    if (state > 0) addCandidate(out, ZIP, at - state, end);
    else if (run.count === 5 && end === at + 5 && isPlaceAfter(bytes, at, end)) {
      addCandidate(out, ZIP, at, end);
    }
  } else {
    collectPostcode(bytes, end, out);
  }
}

/** Bytes of two capitals with blank or comma before `at`, or 0. */
function stateBefore(bytes: Uint8Array, at: number): number {
  let before = at;
  while (at - before < 2 && (bytes[before - 1] === 0x20 || bytes[before - 1] === 0x2c)) before--;
  if (before === at || !isCapital(bytes[before - 1] ?? 0) || !isCapital(bytes[before - 2] ?? 0))
    return 0;
  return isAlphanumeric(bytes[before - 3] ?? 0) ? 0 : at - before + 2;
}

/** A blank and a capital (or a letter outside ASCII) after five digits, and no word before them. */
function isPlaceAfter(bytes: Uint8Array, at: number, end: number): boolean {
  if (isAlphanumeric(bytes[at - 1] ?? 0) || bytes[end] !== 0x20) return false;
  return isCapital(bytes[end + 1] ?? 0) || (bytes[end + 1] ?? 0) >= 0xc3;
}

/** The inward part of a British postcode whose digit ends the run: `1AA` after `SW1A `. */
function collectPostcode(bytes: Uint8Array, end: number, out: Candidates): void {
  const digit = end - 1;
  if (!isDigit(bytes[digit] ?? 0) || !isCapital(bytes[end] ?? 0) || !isCapital(bytes[end + 1] ?? 0))
    return;
  if (isAlphanumeric(bytes[end + 2] ?? 0)) return;
  const before = (bytes[digit - 1] === 0x20 ? bytes[digit - 2] : bytes[digit - 1]) ?? 0;
  if (isDigit(before) || isCapital(before)) addCandidate(out, ZIP, digit, end + 2);
}
