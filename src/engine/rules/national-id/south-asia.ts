import { digitAt, weightedSum } from '../../checks/weighted.ts';
import { verhoeffCheck } from '../../checks/verhoeff.ts';
import type { NumberForm } from '../../number-table.ts';
import { hasDdmmyy, hasYymmdd, isDay, two } from './dates.ts';

/** Weights 2-7-6-5-4-3-2; T and G add 4, M adds 3; the letter stands in the series' row. */
function singaporeCheck(value: string): boolean {
  const first = value[0]!;
  const offset = first === 'T' || first === 'G' ? 4 : first === 'M' ? 3 : 0;
  const rest = (weightedSum(value.slice(1), [2, 7, 6, 5, 4, 3, 2]) + offset) % 11;
  if (first === 'M') return 'KLJNPQRTUWX'[10 - rest] === value[8];
  return (/[ST]/.test(first) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[rest] === value[8];
}

const thaiCheck = (value: string) =>
  (11 - (weightedSum(value, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 ===
  digitAt(value, 12);

/** The day of the year stands in the number, women's with 500 added. */
const lankanDay = (value: string) => {
  const day = Number(value.slice(value.length > 10 ? 4 : 2).slice(0, 3)) % 500;
  return day >= 1 && day <= 366;
};

export const SOUTH_ASIA: readonly NumberForm[] = [
  {
    region: 'IN',
    names: [
      'aadhaar',
      'aadhaar no',
      'aadhaar number',
      'aadhar',
      'aadhar no',
      'aadhar number',
      'adhaar',
      'adhar',
      'uidai',
      'आधार',
      'आधार संख्या',
      'आधार नंबर',
    ],
    pattern: /[2-9]\d{3}([- :]?)\d{4}\1\d{4}/y,
    check: verhoeffCheck,
    standard: 'UIDAI, Verhoeff',
    // The same read backwards, as UIDAI's own test numbers are.
    issued: (value) => value !== [...value].reverse().join(''),
    alone: /^\d{4}[- ]/,
  },
  {
    region: 'IN',
    names: [
      'permanent account number',
      'pan card',
      'pan card no',
      'pan card number',
      'income tax pan',
    ],
    words: ['pan', 'pan no', 'pan number'],
    // The fourth letter says what has the number: P a person, C a company …
    pattern: /[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]/iy,
    issued: (value) => !value.includes('0000'),
  },
  {
    region: 'IN',
    names: [
      'epic no',
      'epic number',
      'voter id',
      'voter id no',
      'voter card',
      'elector photo identity card',
    ],
    words: ['voter', 'vote', 'epic'],
    pattern: /[A-Z]{3}\d{7}/iy,
    inLine: true,
  },
  {
    region: 'SG',
    names: ['nric', 'nric no', 'nric fin', 'nric number', 'singapore id'],
    words: ['fin', 'fin no'],
    pattern: /[STFGM]\d{7}[A-Z]/iy,
    check: singaporeCheck,
    alone: /^[STFGM].*[A-Z]$/,
  },
  {
    region: 'TH',
    names: [
      'thai id',
      'tnin',
      'เลขบัตรประชาชน',
      'เลขประจำตัวประชาชน',
      'บัตรประชาชน',
      'หมายเลขบัตรประชาชน',
    ],
    pattern: /\d([- ]?)\d{4}\1\d{5}\1\d{2}\1\d/y,
    check: thaiCheck,
    issued: (value) => /^[1-8]/.test(value),
    alone: /[- ]/,
    everywhere: true,
  },
  {
    region: 'ID',
    names: ['nik', 'no ktp', 'nomor ktp', 'ktp', 'nomor induk kependudukan', 'nik ktp'],
    pattern: /[1-9]\d{15}/y,
    // Women have 40 added to the day.
    issued: (value) => isDay(two(value, 8), two(value, 6) % 40),
  },
  {
    region: 'MY',
    names: [
      'mykad',
      'no kad pengenalan',
      'nombor kad pengenalan',
      'kad pengenalan',
      'malaysian id',
    ],
    words: ['ic no', 'ic number', 'nric'],
    pattern: /\d{6}(-?)\d{2}\1\d{4}/y,
    issued: (value) => hasYymmdd(value) && !/^.{6}(?:00|17|18|19|20|69|7[03])/.test(value),
    alone: /-/,
  },
  {
    region: 'VN',
    names: [
      'cccd',
      'số cccd',
      'căn cước công dân',
      'căn cước',
      'số căn cước',
      'so cccd',
      'can cuoc',
    ],
    pattern: /0\d{11}/y,
    issued: (value) => two(value, 1) <= 96 && value[3]! <= '9',
  },
  {
    region: 'VN',
    names: ['cmnd', 'số cmnd', 'chứng minh nhân dân', 'so cmnd'],
    pattern: /\d{9}/y,
  },
  {
    region: 'PH',
    names: ['taxpayer identification no', 'tax id', 'tax id no', 'tax id number', 'bir tin'],
    words: ['tin', 'tin no', 'tin number'],
    pattern: /\d{3}-\d{3}-\d{3}(?:-\d{3}(?:\d{2})?)?/y,
    issued: (value) => !/^[678]|^\d{3}000000/.test(value),
  },
  {
    region: 'PH',
    names: ['philsys', 'philsys no', 'philsys number', 'philsys card number', 'philippine id'],
    pattern: /\d{4}([- ]?)\d{4}\1\d{4}(?:\1\d{4})?/y,
  },
  {
    region: 'PK',
    names: ['cnic', 'cnic no', 'cnic number', 'nicop', 'شناختی کارڈ', 'قومی شناختی کارڈ'],
    pattern: /[1-7]\d{4}(-?)\d{7}\1\d/y,
    alone: /-/,
  },
  {
    region: 'LK',
    names: ['nic no', 'nic number', 'sri lankan nic', 'sri lanka nic', 'ජාතික හැඳුනුම්පත'],
    pattern: /[1-9]\d{8}[VX]|(?:19|20)\d{10}/iy,
    issued: lankanDay,
    alone: /[VX]$/,
  },
  {
    region: 'BD',
    names: ['bangladesh nid', 'nid number', 'nid no', 'জাতীয় পরিচয়পত্র'],
    pattern: /\d{17}|\d{13}|\d{10}/y,
  },
  {
    region: 'KZ',
    names: [
      'иин',
      'жсн',
      'iin',
      'жеке сәйкестендіру нөмірі',
      'индивидуальный идентификационный номер',
    ],
    pattern: /\d{12}/y,
    check: (value) => {
      const first = weightedSum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
      const second = weightedSum(value, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
      return (first < 10 ? first : second) === digitAt(value, 11);
    },
    issued: hasYymmdd,
  },
  {
    region: 'UZ',
    names: ['pinfl', 'пинфл', 'jshshir', 'жшшир'],
    pattern: /[3-6]\d{13}/y,
    issued: (value) => hasDdmmyy(value, 1),
  },
];
