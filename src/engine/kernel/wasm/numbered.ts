import { at, hashOf, isLetter, lower } from './bytes';
import {
  LAST_LETTERS,
  NUMBERED,
  OTHERS_BEFORE,
  OTHERS_BEHIND,
  SOURCE,
  WORDS,
  WORD_ENDINGS,
} from './layout';
import { addCandidate } from './rows';

/** numbered.ts of the plain scanner, step by step. */

const MOST_WORDS: i32 = 6;
const MOST_BYTES: usize = 56;
const POINT: u32 = 0x2e;

function isInWord(byte: u32): bool {
  return isLetter(byte) || byte - 0x2d < 13 || byte - 0x26 < 2;
}

function isGap(byte: u32): bool {
  return byte === 0x20 || byte === 0x2c;
}

function isBetween(byte: u32): bool {
  return isGap(byte) || byte === 0x23 || byte === POINT;
}

const ANYWHERE: u32 = 1;
const NEXT: u32 = 4;

function isNoted(table: usize, hash: u32, bit: u32): bool {
  return (
    (at(table + (hash >>> 16)) & bit) !== 0 && (at(table + (hash & 0xffff)) & (bit << 1)) !== 0
  );
}

function isEnding(hash: u32, isNext: bool): bool {
  return isNoted(WORD_ENDINGS, hash, ANYWHERE) || (isNext && isNoted(WORD_ENDINGS, hash, NEXT));
}

function isKnown(start: usize, wordEnd: usize, isNext: bool): bool {
  const end = at(wordEnd - 1) === POINT ? wordEnd - 1 : wordEnd;
  if (end <= start) return false;
  const second = end - start > 1 ? lower(at(end - 2)) << 8 : 0;
  if (load<u8>(LAST_LETTERS + (second | lower(at(end - 1)))) === 0) return false;
  if (isNoted(WORDS, hashOf(start, end), ANYWHERE)) return true;
  if (end - start < 3) return false;
  return isEnding(hashOf(end - 3, end), isNext) || isEnding(hashOf(end - 4, end), isNext);
}

/** Is any of the 64 bytes from a place on a letter? Rows of numbers have none, and are long. */
function hasLetter(place: usize): bool {
  let letters = i8x16.splat(0);
  for (let i: usize = 0; i < 64; i += 16) {
    const bytes = v128.load(place + i);
    const small = v128.or(bytes, i8x16.splat(0x20));
    // `a` to `z`, moved to the end of the signed bytes.
    letters = v128.or(letters, i8x16.gt_s(i8x16.add(small, i8x16.splat(5)), i8x16.splat(101)));
    letters = v128.or(letters, bytes);
  }
  return i8x16.bitmask(letters) !== 0;
}

function isBefore(start: usize, first: usize): bool {
  let place = start;
  while (start - place < 3 && isBetween(at(place - 1))) place--;
  if (place === start && at(place - 1) < 0x80) return false;
  if (!hasLetter(start - 64)) return false;
  const floor = max(first, start - MOST_BYTES);
  for (let words = 0; words < MOST_WORDS && place > floor; words++) {
    const end = place;
    const seen = OTHERS_BEFORE + (end - SOURCE);
    const length = load<u8>(seen) as usize;
    if (length !== 0 && place - floor >= length) place -= length;
    else {
      while (place > floor && isInWord(at(place - 1))) place--;
      if (place === end) return false;
      if (isKnown(place, end, words === 0)) return true;
      // One that is cut off here may be longer when it is met again.
      if (place > floor) store<u8>(seen, (end - place) as u8);
    }
    while (place > floor && end - place < 60 && isGap(at(place - 1))) place--;
  }
  return false;
}

function isBehind(end: usize, limit: usize): bool {
  let place = end;
  while (place - end < 2 && at(place) < 0x80 && isLetter(at(place))) place++;
  if (!isGap(at(place)) && at(place) !== 0x2f) return false;
  if (!hasLetter(end)) return false;
  const last = min(limit, end + MOST_BYTES);
  for (let words = 0; words < MOST_WORDS && place < last; words++) {
    while (place < last && isGap(at(place))) place++;
    const start = place;
    const seen = OTHERS_BEHIND + (start - SOURCE);
    const length = load<u8>(seen) as usize;
    if (length !== 0 && last - place >= length) place += length;
    else {
      while (place < last && isInWord(at(place))) place++;
      if (place === start) return false;
      if (isKnown(start, place, false)) return true;
      if (place < last) store<u8>(seen, (place - start) as u8);
    }
  }
  return false;
}

/**
 * Adds the run of digits at `[start, end)` where a word of a street stands before or behind it.
 *
 * @param first the source's first byte in memory, and `limit` the byte after its last one
 */
export function collectNumbered(start: usize, end: usize, first: usize, limit: usize): void {
  if (isBefore(start, first) || isBehind(end, limit)) addCandidate(NUMBERED, start, end);
}
