import { digitAt } from './weighted.ts';

/**
 * ISO 7064 MOD 11-2: the last character is 0–9, or X for ten.
 *
 * @param value ASCII digits, an X at the end allowed
 */
export function mod11Of2Check(value: string): boolean {
  let rest = 0;
  for (let i = 0; i < value.length - 1; i++) rest = ((rest + digitAt(value, i)) * 2) % 11;
  const last = value.endsWith('X') ? 10 : digitAt(value, -1);
  return value.length > 1 && (rest + last) % 11 === 1;
}

/** ISO 7064 MOD 11,10, the hybrid system for digits. */
export function mod11And10Check(digits: string): boolean {
  let product = 10;
  for (let i = 0; i < digits.length - 1; i++) {
    product = ((product + digitAt(digits, i)) % 10 || 10) * 2;
    product %= 11;
  }
  return digits.length > 1 && (product + digitAt(digits, -1)) % 10 === 1;
}
