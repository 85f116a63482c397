import { luhnCheck } from '../../checks/luhn.ts';
import { digitAt, weightedSum } from '../../checks/weighted.ts';
import type { NumberForm } from '../../number-table.ts';
import { hasDdmmyy, isDay, two } from './dates.ts';

const EU = 'DG TAXUD, TIN algorithms';

/** The last ten digits by Luhn; the century may stand before them. */
const swedishCheck = (value: string) => luhnCheck(value.slice(-10));

/** Coordination numbers of people who are not registered have 60 added to the day. */
const swedishDate = (value: string) =>
  isDay(two(value, value.length - 8), two(value, value.length - 6) % 60);

const HETU_LETTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** The nine digits by 31; the sign of the century is no part of them. */
const hetuCheck = (value: string) => {
  const digits = value.replaceAll(/\D/g, '').slice(0, 9);
  return HETU_LETTERS[Number(digits) % 31] === value.at(-1);
};

/** Skatteetaten: two check digits, modulus 11. */
const norwegianCheck = (value: string) =>
  weightedSum(value, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
  weightedSum(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

/** D numbers have 40 added to the day, synthetic numbers for tests 80 to the month. */
const norwegianDate = (value: string) => isDay(two(value, 2) % 40, two(value, 0) % 40);

/** Weights 1 to 9 and 1, then 3 to 9 and 1 to 3 where the remainder is ten. */
function balticCheck(value: string): boolean {
  const first = weightedSum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weightedSum(value, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return (first < 10 ? first : second % 10) === digitAt(value, 10);
}

const isBaltic = (value: string) => /^[1-6]/.test(value) && isDay(two(value, 3), two(value, 5));

const icelandicCheck = (value: string) =>
  (11 - (weightedSum(value, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digitAt(value, 8);

export const NORTH_EUROPE: readonly NumberForm[] = [
  {
    region: 'SE',
    names: [
      'personnummer',
      'personnr',
      'personal identity code',
      'swedish id',
      'swedish personal number',
      'samordningsnummer',
    ],
    words: ['swedish id code', 'pnr'],
    pattern: /(?:18|19|20)?\d{6}[-+ ]?\d{4}/y,
    check: swedishCheck,
    standard: EU,
    issued: swedishDate,
    alone: /^\d{6,8}[-+]\d{4}$/,
    everywhere: true,
  },
  {
    region: 'FI',
    names: ['hetu', 'henkilötunnus', 'henkilotunnus', 'personbeteckning', 'finnish id'],
    pattern: /\d{6}[-+A-FU-Y]\d{3}[\dA-FHJ-NPR-Y]/iy,
    check: hetuCheck,
    standard: EU,
    issued: hasDdmmyy,
    alone: /^/,
    everywhere: true,
  },
  {
    region: 'NO',
    names: ['fødselsnummer', 'fodselsnummer', 'fnr', 'fødselsnr', 'personnummer', 'norwegian id'],
    words: ['d-nummer'],
    pattern: /\d{6} ?\d{5}/y,
    check: norwegianCheck,
    issued: norwegianDate,
    reserved: (value) => (two(value, 2) > 80 ? 'synthetic number of Skatteetaten' : undefined),
  },
  {
    region: 'DK',
    names: ['cpr', 'cpr nr', 'cpr nummer', 'cprnummer', 'personnummer', 'cpr number'],
    // Since 2007 numbers are issued whose check digit is wrong.
    pattern: /\d{6}[- ]?\d{4}/y,
    issued: hasDdmmyy,
    alone: /^\d{6}-\d{4}$/,
  },
  {
    region: 'IS',
    names: ['kennitala', 'kt', 'icelandic id'],
    pattern: /\d{6}-?\d{4}/y,
    check: icelandicCheck,
    issued: (value) => isDay(two(value, 2), two(value, 0) % 40),
    alone: /-/,
  },
  {
    region: 'EE',
    names: ['isikukood', 'personal code', 'estonian id'],
    pattern: /\d{11}/y,
    check: balticCheck,
    standard: EU,
    issued: isBaltic,
  },
  {
    region: 'LT',
    names: ['asmens kodas', 'asmens kodo', 'lithuanian id'],
    pattern: /\d{11}/y,
    check: balticCheck,
    standard: EU,
    issued: (value) => isBaltic(value) || value.startsWith('9'),
  },
  {
    region: 'LV',
    names: ['personas kods', 'personas koda', 'latvian id'],
    pattern: /\d{6}-?\d{5}/y,
    // Codes since 2017 begin with 32 and have no date in them.
    issued: (value) => value.startsWith('32') || hasDdmmyy(value),
    alone: /-/,
  },
];
