import { isCapital, isDigit, isSmall } from './bytes.ts';
import { addCandidate, CODE, type Candidates } from './candidates.ts';

/** Fewest and most characters, and fewest digits, of a word that is looked at. */
const SHORTEST = 8;
const LONGEST = 18;
const LEAST_DIGITS = 4;

/** Anything that makes a longer word of it: small letters, an underscore. */
const isOther = (byte: number) => isSmall(byte) || byte === 0x5f;

/**
 * Adds the word of capitals and digits whose first digit stands at `at`: numbers of documents that
 * have letters between their digits (`AAAAAA00A00A000A`).
 */
export function collectCode(bytes: Uint8Array, at: number, out: Candidates): void {
  let start = at;
  while (at - start < LONGEST && isCapital(bytes[start - 1] ?? 0)) start--;
  const before = bytes[start - 1] ?? 0;
  if (isDigit(before) || isCapital(before) || isOther(before)) return;
  let digits = 0;
  let end = at;
  for (; end - start <= LONGEST; end++) {
    const byte = bytes[end] ?? 0;
    if (isDigit(byte)) digits++;
    else if (!isCapital(byte)) break;
  }
  const length = end - start;
  if (length < SHORTEST || length > LONGEST || isOther(bytes[end] ?? 0)) return;
  if (digits >= LEAST_DIGITS && digits < length) addCandidate(out, CODE, start, end);
}
