import { digitAt, weightedSum } from '../../checks/weighted.ts';
import type { NumberForm } from '../../number-table.ts';

/** NHS Data Dictionary: weights 10 to 2; eleven less the remainder, never ten. */
function nhsCheck(value: string): boolean {
  const rest = (11 - (weightedSum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return rest === digitAt(value, 9);
}

/** The letter as two digits, weights 1-2, digit sums, modulus 10 (§ 290 SGB V, Anlage 1). */
function kvnrCheck(value: string): boolean {
  const digits = String(value.charCodeAt(0) - 64).padStart(2, '0') + value.slice(1, 9);
  let sum = 0;
  for (let i = 0; i < 10; i++) {
    const product = digitAt(digits, i) * ((i % 2) + 1);
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % 10 === digitAt(value, 9);
}

/** Kassenärztliche Bundesvereinigung: weights 4-9, ten less the remainder. */
const lanrCheck = (value: string) =>
  (10 - (weightedSum(value, [4, 9, 4, 9, 4, 9]) % 10)) % 10 === digitAt(value, 6);

export const EUROPE: readonly NumberForm[] = [
  {
    region: 'GB',
    names: ['nhs number', 'nhs no', 'nhs', 'nhs id'],
    pattern: /\d{3}([- ]?)\d{3}\1\d{4}/y,
    check: nhsCheck,
    standard: 'NHS Data Dictionary, modulus 11',
  },
  {
    region: 'DE',
    names: [
      'kvnr',
      'krankenversichertennummer',
      'krankenversicherungsnummer',
      'versichertennummer',
      'egk nummer',
      'krankenkassennummer',
    ],
    words: ['egk', 'krankenkasse'],
    pattern: /[A-Z]\d{9}/iy,
    check: kvnrCheck,
  },
  {
    region: 'DE',
    names: ['bsnr', 'betriebsstättennummer', 'betriebsstaettennummer'],
    pattern: /\d{9}/y,
  },
  {
    region: 'DE',
    names: ['lanr', 'arztnummer', 'lebenslange arztnummer'],
    pattern: /\d{9}/y,
    check: lanrCheck,
  },
];
