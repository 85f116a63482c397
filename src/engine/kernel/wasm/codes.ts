import { at, isCapital, isDigit, isSmall } from './bytes';
import { CODE } from './layout';
import { addCandidate } from './rows';

/** codes.ts of the plain scanner, step by step. */

const SHORTEST: usize = 8;
const LONGEST: usize = 18;
const LEAST_DIGITS: usize = 4;

function isOther(byte: u32): bool {
  return isSmall(byte) || byte === 0x5f;
}

/** Adds the word of capitals and digits whose first digit stands at a place. */
export function collectCode(place: usize): void {
  let start = place;
  while (place - start < LONGEST && isCapital(at(start - 1))) start--;
  const before = at(start - 1);
  if (isDigit(before) || isCapital(before) || isOther(before)) return;
  let digits: usize = 0;
  let end = place;
  for (; end - start <= LONGEST; end++) {
    const byte = at(end);
    if (isDigit(byte)) digits++;
    else if (!isCapital(byte)) break;
  }
  const length = end - start;
  if (length < SHORTEST || length > LONGEST || isOther(at(end))) return;
  if (digits >= LEAST_DIGITS && digits < length) addCandidate(CODE, start, end);
}
