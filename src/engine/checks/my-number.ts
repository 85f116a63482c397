/** Qn of article 5, from the left: n + 1 for the six places at the right, n − 5 for the five before. */
const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/**
 * The check digit of a Japanese individual number: 11 less the remainder by 11 of the weighted sum,
 * 0 where the remainder is 0 or 1 (Ordinance of the Ministry of Internal Affairs and Communications
 * no. 85 of 2014, article 5).
 *
 * @param digits the first eleven digits, ASCII
 */
export function myNumberCheckDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < WEIGHTS.length; i++) sum += (digits.charCodeAt(i) - 48) * WEIGHTS[i]!;
  const remainder = sum % 11;
  return remainder <= 1 ? 0 : 11 - remainder;
}

/** Does the last of twelve digits agree with the others? One in eleven or so passes by chance. */
export function myNumberCheck(digits: string): boolean {
  return /^\d{12}$/.test(digits) && myNumberCheckDigit(digits) === Number(digits[11]);
}
