import { luhnCheck } from '../../checks/luhn.ts';
import { digitAt, weightedSum } from '../../checks/weighted.ts';
import type { NumberForm } from '../../number-table.ts';
import { hasYymmdd, isDay, two } from './dates.ts';

/** Two digits check: one over odd and even places, one over all the others. */
function turkishCheck(value: string): boolean {
  const odd = weightedSum(value, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weightedSum(value, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  const eleventh = weightedSum(value, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10;
  return tenth === digitAt(value, 9) && eleventh === digitAt(value, 10);
}

const iranianCheck = (value: string) => {
  const rest = weightedSum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? rest : 11 - rest) === digitAt(value, 9);
};

const tfnCheck = (value: string) =>
  weightedSum(value.padStart(9, '0'), [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;

const egyptianCheck = (value: string) =>
  (11 - (weightedSum(value, [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 ===
  digitAt(value, 13);

/** Inland Revenue: a second row of weights where the first gives ten. */
function irdCheck(value: string): boolean {
  const digits = value.padStart(9, '0');
  const by = (weights: readonly number[]) => (11 - (weightedSum(digits, weights) % 11)) % 11;
  const first = by([3, 2, 7, 6, 5, 4, 3, 2]);
  return (first < 10 ? first : by([7, 4, 3, 2, 5, 2, 7, 6])) === digitAt(digits, 8);
}

/** Africa, the Middle East and Oceania. */
export const AFRICA_AND_OCEANIA: readonly NumberForm[] = [
  {
    region: 'ZA',
    names: [
      'south african id',
      'sa id',
      'sa id number',
      'rsa id',
      'rsa id number',
      'refugee id',
      'refugee id number',
      'identiteitsnommer',
    ],
    pattern: /\d{13}|\d{6} \d{4} \d{3}/y,
    check: luhnCheck,
    issued: (value) => hasYymmdd(value) && /^.{10}[0-2]/.test(value),
  },
  {
    region: 'NG',
    names: ['nigerian nin', 'national identification number', 'nin number', 'nin no', 'bvn'],
    words: ['nin'],
    pattern: /\d{11}/y,
  },
  {
    region: 'EG',
    names: ['egyptian id', 'الرقم القومي', 'رقم قومي', 'رقم البطاقة الشخصية'],
    pattern: /[23]\d{13}/y,
    check: egyptianCheck,
    issued: (value) => hasYymmdd(value, 1),
  },
  {
    region: 'GH',
    names: ['ghana card', 'ghana card number', 'ghana card no'],
    pattern: /GHA-?\d{9}-?\d/iy,
    alone: /^GHA-/,
    everywhere: true,
  },
  {
    region: 'KE',
    names: ['kenyan id', 'huduma namba', 'maisha namba'],
    pattern: /\d{7,9}/y,
  },
  {
    region: 'LY',
    names: ['libyan national number', 'الرقم الوطني'],
    pattern: /[12](?:19|20)\d{9}/y,
  },
  {
    region: 'TN',
    names: ['رقم بطاقة التعريف', 'بطاقة التعريف الوطنية', 'carte d identité nationale'],
    words: ['cin'],
    pattern: /\d{8}/y,
  },
  {
    region: 'MA',
    names: ['cnie', 'carte nationale d identité', 'رقم البطاقة الوطنية'],
    words: ['cin'],
    pattern: /[A-Z]{1,2}\d{5,6}/iy,
  },
  {
    region: 'TR',
    names: [
      'tckn',
      'tckn no',
      'tckn numarası',
      'tc kimlik',
      'tc kimlik no',
      'tc kimlik numarası',
      't.c. kimlik no',
      'kimlik no',
      'kimlik numarası',
      'tc no',
    ],
    pattern: /[1-9]\d{10}/y,
    check: turkishCheck,
  },
  {
    region: 'IR',
    names: ['کد ملی', 'کدملی', 'شماره ملی', 'code melli', 'codemelli', 'kode melli'],
    pattern: /\d{10}|\d{3}-\d{6}-\d/y,
    check: iranianCheck,
  },
  {
    region: 'IL',
    names: ['teudat zehut', 'israeli id', 'תעודת זהות', 'מספר זהות', 'ת.ז.', 'ת"ז', 'mispar zehut'],
    pattern: /\d{8}-?\d/y,
    check: luhnCheck,
  },
  {
    region: 'SA',
    names: [
      'iqama',
      'iqama no',
      'iqama number',
      'saudi id',
      'الهوية الوطنية',
      'رقم الهوية',
      'رقم الإقامة',
    ],
    pattern: /[12]\d{9}/y,
    check: luhnCheck,
  },
  {
    region: 'AE',
    names: [
      'emirates id',
      'emirates id no',
      'emirates id number',
      'الهوية الإماراتية',
      'eid number',
    ],
    pattern: /784(-?)(?:19|20)\d{2}\1\d{7}\1\d/y,
    check: luhnCheck,
    alone: /-/,
    everywhere: true,
  },
  {
    region: 'KW',
    names: ['kuwait civil id', 'civil id', 'الرقم المدني', 'البطاقة المدنية'],
    pattern: /[23]\d{11}/y,
    issued: (value) => isDay(two(value, 3), two(value, 5)),
  },
  {
    region: 'AU',
    names: ['tfn', 'tax file number', 'tax file no', 'tfn number'],
    pattern: /\d{3}([- ]?)\d{3}\1\d{3}|\d{8}/y,
    check: tfnCheck,
  },
  {
    region: 'NZ',
    names: ['ird', 'ird number', 'ird no', 'inland revenue number'],
    pattern: /\d{2,3}([- ]?)\d{3}\1\d{3}/y,
    check: irdCheck,
    standard: 'Inland Revenue, modulus 11',
  },
];
