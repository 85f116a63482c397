const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/**
 * Does the eleventh digit of a Japanese driving licence agree with the ten before it: 11 less the
 * remainder by 11 of the weighted sum, its last digit? The police has published no rule; this one
 * is what licences show, so that it may speak for a number and never against one.
 *
 * @param digits twelve ASCII digits
 */
export function driversLicenceCheck(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < WEIGHTS.length; i++) sum += (digits.charCodeAt(i) - 48) * WEIGHTS[i]!;
  const check = (11 - (sum % 11)) % 10;
  return digits.length === 12 && check === Number(digits[10]);
}
