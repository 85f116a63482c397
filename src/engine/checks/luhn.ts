/**
 * Does the last digit agree with the others? The Luhn formula, "modulus 10 double-add-double"
 * (ISO/IEC 7812-1 annex B). One in ten rows of digits passes by chance.
 *
 * @param digits ASCII digits, nothing else
 */
export function luhnCheck(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = digits.charCodeAt(i) - 48;
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += double ? doubled : digit;
  }
  return digits !== '' && sum % 10 === 0;
}
