import { digitAt } from './weighted.ts';

/** The dihedral group of a pentagon, in which Verhoeff's scheme multiplies. */
function times(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}

/** Verhoeff's permutation; each place from the right applies it once more. */
const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4] as const;

/**
 * Does the last digit agree with the others by Verhoeff's scheme (Error Detecting Decimal Codes,
 * 1969)? One in ten rows of digits passes by chance.
 *
 * @param digits ASCII digits, nothing else
 */
export function verhoeffCheck(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    let digit = digitAt(digits, digits.length - 1 - place);
    for (let i = 0; i < place % 8; i++) digit = PERMUTATION[digit]!;
    sum = times(sum, digit);
  }
  return digits !== '' && sum === 0;
}
