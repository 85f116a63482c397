import { starred, unitsOf } from '../units.ts';
import { digitOf, digitsOf, withDigits } from './digits.ts';
import type { Masks } from './masks.ts';

/** Digits of a code, with `-` for whatever else stands there. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  JP: /^-{0,2}\d{3}-{0,3}\d{4}$/,
  US: /^\d{5}(?:-?\d{4})?$/,
};

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
    // No office has number zero: neither Japan Post nor the USPS.
    const digits = units.map((unit) => digitOf(unit) ?? '-').join('');
    return FORMATS[region]?.test(digits) === true
      ? withDigits(units, digits.replaceAll(/\D/g, '').replaceAll(/\d/g, '0'))
      : undefined;
  },
};
