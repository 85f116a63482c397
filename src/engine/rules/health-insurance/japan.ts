import { luhnCheck } from '../../checks/luhn.ts';
import type { NumberForm } from '../../number-table.ts';

/** Numbers of insurers. */
const INSURERS: readonly string[] = [
  '保険者番号',
  '保険者 no',
  'insurer no',
  'insurer number',
  'hokensha bango',
  'hokensha bangou',
];

export const JAPAN: readonly NumberForm[] = [
  {
    region: 'JP',
    names: INSURERS,
    pattern: /\d{8}|\d{6}/y,
    check: luhnCheck,
  },
  {
    region: 'JP',
    names: [
      ...INSURERS,
      'health insurance no',
      'health insurance number',
      'health insurance card',
      'health insurance card no',
      'health insurance card number',
      'insurance card no',
      'insurance card number',
      'hihokensha bango',
      'hihokensha bangou',
      'hokensho bango',
      'hokensho no',
      '被保険者番号',
      '被保険者証番号',
      '被保険者証記号番号',
      '被保険者記号番号',
      '被保険者証の記号番号',
      '被保険者整理番号',
      '健康保険証番号',
      '健康保険番号',
      '健康保険証',
      '健保番号',
      '保険証番号',
      '保険証記号番号',
      '保険証の記号番号',
    ],
    // Symbol, number and branch number in groups, an insured person's 4-6-1, or solid; no date.
    pattern:
      /(?!(?:19|20)\d\d[-. ]\d{1,2}[-. ]\d{1,2}(?!\d))(?:\d{1,8}[-.・･ ]\d{1,8}(?:[-.・･ ]\d{1,2})?(?![-.・･ ]?\d)|\d{6,11})/y,
    // So that no page and no year is a number.
    issued: (value) => value.length >= 6,
  },
];
