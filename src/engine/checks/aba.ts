/**
 * Does the last digit of a routing number agree with the others? Weights 3-7-1, modulus 10
 * (American Bankers Association, key to routing numbers; X9.26).
 *
 * @param digits nine ASCII digits
 */
export function abaCheck(digits: string): boolean {
  const weights = [3, 7, 1];
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += (digits.charCodeAt(i) - 48) * weights[i % 3]!;
  return digits.length === 9 && sum % 10 === 0;
}
