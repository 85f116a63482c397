import { mayBeNamed } from '../../label-before.ts';
import { numbersIn, type NumberTable } from '../../number-table.ts';
import { defineRule } from '../../rule.ts';
import { EUROPE } from './europe.ts';
import { JAPAN } from './japan.ts';
import { OVERSEAS } from './overseas.ts';

/** Names that the cards of several countries have. */
const WIDE_NAMES: readonly string[] = [
  'health insurance no',
  'health insurance number',
  'health insurance card',
  'health insurance card no',
  'health insurance card number',
  'insurance card no',
  'insurance card number',
  'health card number',
  'health id',
];

/** Hotwords that the kernel looks for: the numbers behind them have no seven digits in a row. */
const HOTWORDS: readonly string[] = ['mbi ', 'medicare b'];

const TABLE: NumberTable = {
  forms: [...JAPAN, ...OVERSEAS, ...EUROPE],
  wide: WIDE_NAMES,
  hotwords: HOTWORDS,
};

/** Numbers of insured people, of patients, and of those who treat them. */
export const healthInsurance = defineRule({
  id: 'health-insurance',
  category: 'identity-document',
  severity: 'error',
  messages: { en: 'Health insurance or health care number', ja: '健康保険・医療の番号' },
  names: [...new Set([...WIDE_NAMES, ...TABLE.forms.flatMap(({ names }) => names)])],
  // In a field of its name a wrong check digit leaves it at possible.
  prior: -0.5,
  anchors: ['digits', 'code', 'label'],
  literals: HOTWORDS,
  glance: { digits: ({ isAfterWord }) => isAfterWord },
  judge(slice, context) {
    return mayBeNamed(slice, context) ? numbersIn(slice, context, TABLE) : [];
  },
});
