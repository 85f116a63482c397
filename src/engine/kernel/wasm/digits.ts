import { at, isAlphanumeric, isCapital, isDigit } from './bytes';
import { collectCode } from './codes';
import { DIGITS, ZIP } from './layout';
import { addCandidate } from './rows';

/** digits.ts of the plain scanner, step by step. */

const LEAST: i32 = 7;
const MOST: i32 = 64;

/** Bytes of the half- or full-width digit at a place, or 0. */
export function digitAt(place: usize): i32 {
  const byte = at(place);
  if (isDigit(byte)) return 1;
  if (byte !== 0xef || at(place + 1) !== 0xbc) return 0;
  return at(place + 2) - 0x90 < 10 ? 3 : 0;
}

function isParenthesis(byte: u32): bool {
  return byte - 0x28 < 2;
}

/** Bytes of the separator at a place, or 0: - . / blank ( ) and their relatives in Unicode. */
function separatorAt(place: usize): i32 {
  const byte = at(place);
  if (byte < 0x80) return byte - 0x2d < 3 || byte === 0x20 || isParenthesis(byte) ? 1 : 0;
  const second = at(place + 1);
  if (byte === 0xc2) return second === 0xa0 ? 2 : 0;
  const third = at(place + 2);
  if (byte === 0xe2) {
    if (second === 0x80) return third - 0x90 < 6 ? 3 : 0;
    return second === 0x88 && third === 0x92 ? 3 : 0;
  }
  if (byte === 0xe3) {
    if (second === 0x80) return third === 0x80 ? 3 : 0;
    return second === 0x83 && third === 0xbc ? 3 : 0;
  }
  if (byte !== 0xef) return 0;
  if (second === 0xbd) return third === 0xb0 ? 3 : 0;
  return second === 0xbc && (third - 0x88 < 2 || third - 0x8d < 3) ? 3 : 0;
}

function isParenthesisAt(place: usize): bool {
  const byte = at(place);
  return isParenthesis(byte) || (byte === 0xef && at(place + 2) - 0x88 < 2);
}

/** Bytes of what may stand between two digits of one number, or 0. */
function gapAt(place: usize): i32 {
  const first = separatorAt(place);
  if (first === 0) return 0;
  if (digitAt(place + first) > 0) return first;
  let length = first;
  let parenthesis = isParenthesisAt(place);
  for (let i = 0; i < 2; i++) {
    const next = separatorAt(place + length);
    if (next === 0) return 0;
    if (!parenthesis) parenthesis = isParenthesisAt(place + length);
    length += next;
    if (digitAt(place + length) > 0) {
      return parenthesis || isSpacedOut(place, place + length) ? length : 0;
    }
  }
  return 0;
}

function isSpacedOut(from: usize, to: usize): bool {
  if (at(from - 2) !== 0x20 || at(to + 1) !== 0x20) return false;
  for (let place = from; place < to; place++) if (at(place) !== 0x20) return false;
  return true;
}

/**
 * Looks at the run of digits that begins at a place, adds what it may be.
 *
 * @returns the byte after the run
 */
export function collectDigits(place: usize): usize {
  let end = place;
  let count = 0;
  let firstGroup = 0;
  while (count < MOST) {
    const digit = digitAt(end);
    if (digit > 0) {
      end += digit;
      count++;
      continue;
    }
    if (firstGroup === 0) firstGroup = count;
    const gap = gapAt(end);
    if (gap === 0) break;
    end += gap;
  }
  if (firstGroup === 0) firstGroup = count;
  if (count >= LEAST) addCandidate(DIGITS, place, end);
  else collectCode(place);
  if (firstGroup === 5) collectZip(place, end, count);
  else collectPostcode(end);
  return end;
}

/** `NY 10001`, `10115 Berlin` */
function collectZip(place: usize, end: usize, count: i32): void {
  const state = stateBefore(place);
  if (state > 0) addCandidate(ZIP, place - state, end);
  else if (count === 5 && end === place + 5 && isPlaceAfter(place, end)) {
    addCandidate(ZIP, place, end);
  }
}

/** Bytes of two capitals with blank or comma before a place, or 0. */
function stateBefore(place: usize): usize {
  let before = place;
  while (place - before < 2 && (at(before - 1) === 0x20 || at(before - 1) === 0x2c)) before--;
  if (before === place || !isCapital(at(before - 1)) || !isCapital(at(before - 2))) return 0;
  return isAlphanumeric(at(before - 3)) ? 0 : place - before + 2;
}

function isPlaceAfter(place: usize, end: usize): bool {
  if (isAlphanumeric(at(place - 1)) || at(end) !== 0x20) return false;
  return isCapital(at(end + 1)) || at(end + 1) >= 0xc3;
}

/** The inward part of a British postcode whose digit ends the run. */
function collectPostcode(end: usize): void {
  const digit = end - 1;
  if (!isDigit(at(digit)) || !isCapital(at(end)) || !isCapital(at(end + 1))) return;
  if (isAlphanumeric(at(end + 2))) return;
  const before = at(digit - 1) === 0x20 ? at(digit - 2) : at(digit - 1);
  if (isDigit(before) || isCapital(before)) addCandidate(ZIP, digit, end + 2);
}
