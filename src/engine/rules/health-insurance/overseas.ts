import { luhnCheck } from '../../checks/luhn.ts';
import { digitAt, weightedSum } from '../../checks/weighted.ts';
import type { NumberForm } from '../../number-table.ts';

/** Drug Enforcement Administration: first, third and fifth digit and twice the others. */
const deaCheck = (value: string) =>
  weightedSum(value.slice(2), [1, 2, 1, 2, 1, 2]) % 10 === digitAt(value, 8);

/** Services Australia: the ninth digit checks the first eight. */
const medicareCheck = (value: string) =>
  weightedSum(value, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(value, 8);

/** America and Oceania. */
export const OVERSEAS: readonly NumberForm[] = [
  {
    region: 'US',
    names: ['mbi', 'medicare beneficiary identifier', 'medicare id', 'medicare beneficiary id'],
    words: ['medicare number'],
    // CMS: digits at places 1, 4, 7, 10, 11, letters at 2, 5, 8, 9, none of S, L, O, I, B, Z.
    pattern:
      /[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d(-?)[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d\1[AC-HJKMNP-RT-Y]{2}\d{2}/iy,
    reserved: (value) => (/^1EG4TE5MK7[23]$/.test(value) ? 'example of the CMS' : undefined),
  },
  {
    region: 'US',
    names: ['npi', 'npi number', 'npi no', 'national provider identifier', 'provider identifier'],
    pattern: /[12]\d{9}/y,
    check: (value) => luhnCheck(`80840${value}`),
  },
  {
    region: 'US',
    names: ['dea number', 'dea no', 'dea registration number', 'dea', 'medical license number'],
    words: ['certificate number', 'medical license', 'medical certificate'],
    pattern: /[A-HJ-MPR-UX][A-Z9]\d{7}/iy,
    check: deaCheck,
  },
  {
    region: 'AU',
    names: [
      'medicare number',
      'medicare no',
      'medicare card number',
      'medicare card no',
      'medicare',
    ],
    pattern: /[2-6]\d{3} ?\d{5} ?\d(?:[ /-]?\d)?/y,
    check: medicareCheck,
  },
  {
    region: 'CA',
    names: ['ohip', 'ohip number', 'health card number', 'ontario health card'],
    pattern: /[1-9]\d{3}([- ]?)\d{3}\1\d{3}(?:[- ]?[A-Z]{2})?/iy,
    check: (value) => luhnCheck(value.slice(0, 10)),
  },
  {
    region: 'BR',
    names: ['cartão nacional de saúde', 'cartao nacional de saude', 'cartão sus', 'cns'],
    pattern: /[1-9]\d{2}( ?)\d{4}\1\d{4}\1\d{4}/y,
    check: (value) =>
      weightedSum(value, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  {
    region: 'IN',
    names: ['abha', 'abha number', 'abha no', 'abha id', 'ayushman bharat health account'],
    pattern: /\d{2}(-?)\d{4}\1\d{4}\1\d{4}/y,
  },
];
