import { at, hashOf, isCapital, isDigit, isSmall, lower, tripleOf } from './bytes';
import { BESIDE_LABEL, LABEL_ENDINGS, LABEL_WORDS, SETS } from './layout';

/** labels.ts of the plain scanner, step by step. */

const LONGEST_WORD: usize = 32;

function wordStart(end: usize): usize {
  let start = end;
  while (end - start <= LONGEST_WORD && isSmall(at(start - 1) | 0x20)) {
    start--;
    if (!isCapital(at(start))) continue;
    const before = at(start - 1);
    if (isSmall(before) || isDigit(before) || isSmall(at(start + 1))) break;
  }
  return start;
}

function keyOf(end: usize): u32 {
  const third = lower(at(end - 3));
  const second = lower(at(end - 2));
  return tripleOf(third >= 0x80 && second < 0x80 ? 0x80 : third, second, lower(at(end - 1)));
}

function isEnd(end: usize): bool {
  const start = wordStart(end);
  if (start < end && load<u8>(LABEL_WORDS + (hashOf(start, end) >>> 16)) !== 0) return true;
  const before = at(start - 1);
  return (before >= 0x80 || isDigit(before)) && load<u8>(LABEL_ENDINGS + keyOf(end)) !== 0;
}

/**
 * May a name of a field end before the separator at a place?
 *
 * @param first the source's first byte in memory
 */
export function endsName(separator: usize, first: usize): bool {
  let end = separator;
  for (let i = 0; i < 6 && end > first + 1; i++) {
    if ((load<u8>(SETS + at(end - 1)) & BESIDE_LABEL) === 0) break;
    end--;
  }
  return end > first + 1 && isEnd(end);
}
