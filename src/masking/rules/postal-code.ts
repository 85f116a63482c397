import { starred, unitsOf } from '../units.ts';
import { digitOf, digitsOf, withDigits } from './digits.ts';
import type { Masks } from './masks.ts';

/** `160-****`: the area stays. */
export const postalCode: Masks = {
  placeholder: '[POSTAL-CODE]',
  partial(value) {
    const units = unitsOf(value);
    const digits = digitsOf(units);
    const isJapanese = digits.length === 7;
    let seen = 0;
    return starred(units, (unit) => {
      const isDigit = digitOf(unit) !== undefined;
      if (isDigit) seen += 1;
      return isJapanese ? isDigit && seen <= 3 : isDigit && digits.length >= 5 && seen <= 2;
    });
  },
  standIn(value, { region = 'JP' }) {
    const units = unitsOf(value);
    // No office has number zero: neither Japan Post (7 digits) nor the USPS (5 or 9).
    const zeros = '0'.repeat(digitsOf(units).length);
    const lengths = region === 'JP' ? [7] : region === 'US' ? [5, 9] : [];
    return lengths.includes(zeros.length) ? withDigits(units, zeros) : undefined;
  },
};
