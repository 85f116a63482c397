import { luhnCheck } from '../../checks/luhn.ts';
import { mod11And10Check } from '../../checks/iso-7064.ts';
import { digitAt, remainder, weightedSum } from '../../checks/weighted.ts';
import type { NumberForm } from '../../number-table.ts';
import { hasDdmmyy, hasYymmdd, isDay, two } from './dates.ts';

const EU = 'DG TAXUD, TIN algorithms';

const peselCheck = (value: string) =>
  weightedSum(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;

/** The century is added to the month: 80, 0, 20, 40 or 60. */
const peselDate = (value: string) => isDay(two(value, 2) % 20, two(value, 4));

/** The identity card: letters as 10 to 35, weights 7-3-1 but 9 for the digit that checks. */
function dowodCheck(value: string): boolean {
  const values = [...value].map((one) => parseInt(one, 36));
  const weights = [7, 3, 1, 9, 7, 3, 1, 7, 3];
  return weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0) % 10 === 0;
}

/** Women have 50 added to the month; 20 is added where a day has used its numbers up. */
const czechDate = (value: string) => {
  const month = two(value, 2) % 50;
  return isDay(month > 20 ? month - 20 : month, two(value, 4));
};

/** Numbers of nine digits, before 1954, have no check digit; until 1985 a remainder of ten was 0. */
const czechCheck = (value: string) =>
  value.length === 10 &&
  (remainder(value, 11) === 0 || (remainder(value.slice(0, 9), 11) === 10 && value.endsWith('0')));

const cnpCheck = (value: string) => {
  const rest = weightedSum(value, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (rest === 10 ? 1 : rest) === digitAt(value, 12);
};

const egnCheck = (value: string) =>
  (weightedSum(value, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === digitAt(value, 9);

/** 20 is added to the month for the century before 1900, 40 for the one from 2000. */
const egnDate = (value: string) => isDay(two(value, 2) % 20, two(value, 4));

/** Yugoslavia's number, which its successors go on issuing. */
const jmbgCheck = (value: string) => {
  const rest = 11 - (weightedSum(value, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest > 9 ? 0 : rest) === digitAt(value, 12);
};

const hungarianTaxCheck = (value: string) =>
  weightedSum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === digitAt(value, 9);

const tajCheck = (value: string) =>
  weightedSum(value, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === digitAt(value, 8);

const greekTaxCheck = (value: string) =>
  (weightedSum(value, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === digitAt(value, 8);

/** Pension Fund of Russia: weights 9 to 1, modulus 101, two digits. */
const snilsCheck = (value: string) =>
  (weightedSum(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(value.slice(9));

const innCheck = (value: string) =>
  (weightedSum(value, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digitAt(value, 10) &&
  (weightedSum(value, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digitAt(value, 11);

const rntrcCheck = (value: string) => {
  const sum = weightedSum(value, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return (((sum % 11) + 11) % 11) % 10 === digitAt(value, 9);
};

export const EAST_EUROPE: readonly NumberForm[] = [
  {
    region: 'PL',
    names: ['pesel', 'numer pesel', 'nr pesel', 'pesel number'],
    words: ['pesel:'],
    pattern: /\d{11}/y,
    check: peselCheck,
    standard: EU,
    issued: peselDate,
  },
  {
    region: 'PL',
    names: [
      'dowód osobisty',
      'dowod osobisty',
      'dowód',
      'nr dowodu',
      'numer dowodu',
      'dowodu osobistego',
      'seria i numer dowodu',
    ],
    words: ['dowodem osobistym', 'dowodu'],
    pattern: /[A-Z]{3} ?\d{6}/iy,
    check: dowodCheck,
  },
  {
    region: 'CZ',
    names: ['rodné číslo', 'rodne cislo', 'rodného čísla', 'rč', 'birth number'],
    pattern: /\d{6}\/?\d{3,4}/y,
    check: czechCheck,
    issued: czechDate,
    alone: /^\d{6}\/\d{4}$/,
    everywhere: true,
  },
  {
    region: 'SK',
    names: ['rodné číslo', 'rodne cislo', 'rodného čísla', 'rč'],
    pattern: /\d{6}\/?\d{3,4}/y,
    check: czechCheck,
    issued: czechDate,
  },
  {
    region: 'HU',
    names: ['adóazonosító jel', 'adóazonosító', 'adoazonosito jel', 'adóazonosító jele'],
    pattern: /8\d{9}/y,
    check: hungarianTaxCheck,
    standard: EU,
  },
  {
    region: 'HU',
    names: ['taj szám', 'taj száma', 'tajszám', 'taj number'],
    words: ['taj'],
    pattern: /\d{3}([ -]?)\d{3}\1\d{3}/y,
    check: tajCheck,
  },
  {
    region: 'HU',
    names: ['személyi szám', 'személyi azonosító', 'szemelyi szam'],
    pattern: /[1-8][- ]?\d{6}[- ]?\d{4}/y,
    issued: (value) => hasYymmdd(value, 1),
  },
  {
    region: 'RO',
    names: ['cnp', 'cod numeric personal', 'codul numeric personal'],
    pattern: /[1-9]\d{12}/y,
    check: cnpCheck,
    standard: EU,
    issued: (value) => isDay(two(value, 3), two(value, 5)),
  },
  {
    region: 'BG',
    names: ['egn', 'егн', 'единен граждански номер'],
    pattern: /\d{10}/y,
    check: egnCheck,
    standard: EU,
    issued: egnDate,
  },
  {
    region: 'HR',
    names: ['oib', 'osobni identifikacijski broj'],
    pattern: /\d{11}/y,
    check: mod11And10Check,
    standard: EU,
  },
  {
    region: 'RS',
    names: ['jmbg', 'јмбг', 'emšo', 'emso', 'матичен број', 'ембг', 'matični broj', 'maticni broj'],
    pattern: /\d{13}/y,
    check: jmbgCheck,
    issued: (value) => isDay(two(value, 2), two(value, 0)),
  },
  {
    region: 'SI',
    names: ['davčna številka', 'davcna stevilka'],
    pattern: /[1-9]\d{7}/y,
    check: (value) => {
      const rest = 11 - (weightedSum(value, [8, 7, 6, 5, 4, 3, 2]) % 11);
      return (rest === 10 ? 0 : rest) === digitAt(value, 7);
    },
    standard: EU,
  },
  {
    region: 'GR',
    names: ['amka', 'αμκα', 'α.μ.κ.α.'],
    pattern: /\d{11}/y,
    check: luhnCheck,
    issued: hasDdmmyy,
  },
  {
    region: 'GR',
    names: ['afm', 'αφμ', 'α.φ.μ.', 'αριθμός φορολογικού μητρώου'],
    pattern: /\d{9}/y,
    check: greekTaxCheck,
    standard: EU,
  },
  {
    region: 'RU',
    names: ['snils', 'снилс', 'номер снилс', 'страховой номер'],
    pattern: /\d{3}([- ]?)\d{3}\1\d{3}[- ]?\d{2}/y,
    check: snilsCheck,
    alone: /^\d{3}-\d{3}-\d{3}[- ]\d{2}$/,
    everywhere: true,
  },
  {
    region: 'RU',
    names: ['inn', 'инн', 'инн физлица', 'инн физического лица'],
    pattern: /\d{12}/y,
    check: innCheck,
  },
  {
    region: 'UA',
    names: ['рнокпп', 'іпн', 'rnokpp', 'ідентифікаційний код', 'індивідуальний податковий номер'],
    pattern: /\d{10}/y,
    check: rntrcCheck,
  },
];
