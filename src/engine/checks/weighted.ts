/**
 * Sum of digits, each times its weight: what most national check digits begin with.
 *
 * @param digits ASCII digits, at least as many as there are weights
 */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digitAt(digits, index), 0);
}

/** The value of the digit at an index; from the end when negative. */
export function digitAt(digits: string, index: number): number {
  return digits.charCodeAt(index < 0 ? digits.length + index : index) - 48;
}

/** The remainder of a number that is too long for a float, by at most 10^7. */
export function remainder(digits: string, modulus: number): number {
  let rest = 0;
  for (let i = 0; i < digits.length; i++) rest = (rest * 10 + digitAt(digits, i)) % modulus;
  return rest;
}
