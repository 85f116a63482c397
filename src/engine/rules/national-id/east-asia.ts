import { mod11Of2Check } from '../../checks/iso-7064.ts';
import { weightedSum } from '../../checks/weighted.ts';
import type { NumberForm } from '../../number-table.ts';
import { hasYymmdd } from './dates.ts';

/** Codes of the provinces that a Chinese number begins with (GB/T 2260). */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

const isChinese = (value: string) =>
  PROVINCES.test(value) && /^(?:19|20)/.test(value.slice(6)) && hasYymmdd(value, 8);

/** Letters of Taiwan's counties and cities, in the order of their numbers from 10. */
const COUNTIES = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** The county as two digits, weights 1-9-8 … 1-1; of older resident certificates two letters count. */
function taiwaneseCheck(value: string): boolean {
  const county = COUNTIES.indexOf(value[0]!) + 10;
  const second = /\d/.test(value[1]!) ? value[1]! : String(COUNTIES.indexOf(value[1]!) % 10);
  const digits = String(county) + second + value.slice(2);
  return weightedSum(digits, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0;
}

/** One or two letters as 10 to 35, a blank before one as 36; weights 9 to 1, A for ten. */
function hongKongCheck(value: string): boolean {
  const padded = value.padStart(9, ' ');
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    sum += (padded[i] === ' ' ? 36 : parseInt(padded[i]!, 36)) * (9 - i);
  }
  return sum % 11 === 0;
}

const KOREAN_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** The first day, as YYMMDD of this century, on which numbers were given whose digits are random. */
const KOREA_RANDOM = '201005';

/** Foreigners' numbers (5 to 8) count on from 13, others from 11. Of people born since: undefined. */
function koreanCheck(value: string): boolean | undefined {
  const kind = Number(value[6]);
  const isOfThisCentury = kind === 3 || kind === 4 || kind > 6;
  if (isOfThisCentury && value.slice(0, 6) >= KOREA_RANDOM) return undefined;
  const base = kind > 4 ? 13 : 11;
  return (base - (weightedSum(value, KOREAN_WEIGHTS) % 11)) % 10 === Number(value[12]);
}

export const EAST_ASIA: readonly NumberForm[] = [
  {
    region: 'CN',
    names: [
      '身份证',
      '身份证号',
      '身份证号码',
      '居民身份证',
      '居民身份证号码',
      '公民身份号码',
      'resident identity card',
      'chinese id',
      'shenfenzheng',
      'id card cn',
      'sfz',
      'sfzh',
    ],
    pattern: /[1-9]\d{16}[\dX]/iy,
    check: mod11Of2Check,
    standard: 'GB 11643-1999, ISO 7064 MOD 11-2',
    issued: isChinese,
    alone: /^/,
    everywhere: true,
  },
  {
    region: 'CN',
    names: ['身份证', '身份证号', '身份证号码', '居民身份证', '居民身份证号码', '公民身份号码'],
    // Until 1999, without century and check digit.
    pattern: /[1-9]\d{14}/y,
    issued: (value) => PROVINCES.test(value) && hasYymmdd(value, 6),
  },
  {
    region: 'KR',
    names: [
      '주민등록번호',
      '주민번호',
      '주민등록',
      '외국인등록번호',
      '외국인번호',
      'resident registration number',
      'foreigner registration number',
      'alien registration number',
      'foreign registration number',
      'rrn',
      'jumin',
      'jumin no',
      'korean frn',
      'korean arn',
    ],
    words: ['frn', 'arn'],
    pattern: /\d{6}-?[1-8]\d{6}/y,
    // Whoever got another number since October 2020 has random digits too: a wrong check digit
    // refutes none that a word names.
    check: koreanCheck,
    issued: hasYymmdd,
    alone: /-/,
    everywhere: true,
  },
  {
    region: 'TW',
    names: [
      '身分證字號',
      '身分證號',
      '身分證號碼',
      '身份證字號',
      '國民身分證',
      '國民身分證統一編號',
      '居留證號',
      '居留證號碼',
      '統一證號',
      'taiwan id',
      'roc id',
    ],
    pattern: /[A-Z](?:[1289]\d|[A-D]\d)\d{7}/iy,
    check: taiwaneseCheck,
    alone: /^[A-Z][1289A-D]/,
  },
  {
    region: 'HK',
    names: [
      'hkid',
      'hkid no',
      'hkic',
      'hong kong id',
      '香港身份證',
      '香港身份證號碼',
      '香港身分證',
    ],
    words: ['身份證號碼', '身份證'],
    pattern: /[A-Z]{1,2}\d{6}(?:\([\dA]\)|[\dA])/iy,
    check: hongKongCheck,
    alone: /\)$/,
  },
];
