import { luhnCheck } from '../checks/luhn.ts';
import type { Evidence } from '../evidence.ts';
import { labelBefore, mayBeNamed } from '../label-before.ts';
import { defineRule, type Context, type Judgement, type Slice } from '../rule.ts';
import { isPart, writtenIn, type Written } from '../text/written.ts';

/** Symbol, number and branch number in groups, an insured person's 4-6-1, or solid. */
const GROUPS = /\d{1,8}[-.・･ ]\d{1,8}(?:[-.・･ ]\d{1,2})?(?![-.・･ ]?\d)/y;
const SOLID = /\d{6,11}/y;

/** Numbers of insurers, which have a check digit. */
const INSURERS: readonly string[] = [
  '保険者番号',
  '保険者 no',
  'insurer no',
  'insurer number',
  'hokensha bango',
  'hokensha bangou',
];

/** 被保険者 are the insured; their names end like an insurer's. */
const INSURED: readonly string[] = ['被保険者番号', '被保険者 no'];

const NAMES: readonly string[] = [
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
];

/** Numbers on Japanese health insurance cards, where their name stands. */
export const healthInsurance = defineRule({
  id: 'health-insurance',
  category: 'identity-document',
  severity: 'error',
  messages: { en: 'Health insurance number (Japan)', ja: '健康保険証の番号' },
  names: NAMES,
  prior: 0,
  anchors: ['digits', 'label'],
  judge(slice, context) {
    return mayBeNamed(slice, context) ? judgements(slice, context) : [];
  },
});

function* judgements({ folded, start, end }: Slice, context: Context): Generator<Judgement> {
  let last = -1;
  for (const pattern of [GROUPS, SOLID]) {
    for (const written of writtenIn(folded, pattern, start, end)) {
      if (written.start < last) continue;
      const evidence = evidenceFor(folded, written, context);
      if (evidence === undefined) continue;
      yield { start: written.start, end: written.end, evidence, region: 'JP' };
      last = written.end;
    }
  }
}

/** At least this many digits, so that no page and no year is a number. */
const LEAST = 6;

function evidenceFor(text: string, written: Written, context: Context): Evidence[] | undefined {
  const { start, value } = written;
  if (value.length < LEAST || isOneDigit(value) || isPart(text, written)) return undefined;
  if (isDate(text.slice(start, written.end))) return undefined;
  if (!context.typed && !labelBefore(text, start, NAMES)) return undefined;
  const evidence: Evidence[] = context.typed ? [] : [{ code: 'hotword' }];
  const length = value.length === 8 || value.length === 6;
  if (length && luhnCheck(value) && isInsurer(text, start, context)) {
    evidence.push({ code: 'check-digit', note: 'insurer number' });
  }
  return evidence;
}

/** One in ten other numbers has the same check digit: the name must be an insurer's. */
function isInsurer(text: string, start: number, { typed, field }: Context): boolean {
  const before = (words: readonly string[]) =>
    typed && field !== undefined
      ? labelBefore(field.name, field.name.length, words)
      : labelBefore(text, start, words);
  return before(INSURERS) && !before(INSURED);
}

const isOneDigit = (digits: string) => digits === digits.charAt(0).repeat(digits.length);

/** `2026-11-23`, `2026.11.23`: what stands behind `保険証` on a form. */
const isDate = (written: string) => /^(?:19|20)\d\d[-. ]\d{1,2}[-. ]\d{1,2}$/.test(written);
