import { abaCheck } from '../../checks/aba.ts';
import type { Evidence } from '../../evidence.ts';
import { labelBefore, mayBeNamed } from '../../label-before.ts';
import { defineRule, type Context, type Judgement, type Slice } from '../../rule.ts';
import { isPart, writtenIn, type Written } from '../../text/written.ts';
import { ACCOUNT_NAMES, BANK_NAMES, KINDS, ROUTING_NAMES } from './names.ts';

/** Bank code 4, branch 3, kind of account, account 7; the first parts may be absent. */
const JAPANESE = /(?:(?:\d{4}[- ])?\d{3}[- ](?:\d[- ])?)?\d{7}(?![- ]\d)/y;
/** Yucho: symbol of five digits, 1 first and 0 last, and a number of up to eight. */
const YUCHO = /1\d{3}0[- ](?:\d[- ])?\d{2,8}(?![- ]\d)/y;
const LONG = /\d{6,17}/y;

const NAMES = [...BANK_NAMES, ...ACCOUNT_NAMES, ...ROUTING_NAMES];

/** Numbers of accounts at banks, where a name stands: none has a check digit. */
export const bankAccount = defineRule({
  id: 'bank-account',
  category: 'financial',
  severity: 'error',
  messages: { en: 'Bank account number', ja: '銀行口座番号' },
  names: NAMES,
  prior: 0,
  anchors: ['digits', 'label'],
  glance: { digits: ({ isAfterWord }) => isAfterWord },
  judge(slice, context) {
    return mayBeNamed(slice, context) ? judgements(slice, context) : [];
  },
});

function* judgements(slice: Slice, context: Context): Generator<Judgement> {
  let last = -1;
  for (const pattern of [YUCHO, JAPANESE, LONG]) {
    for (const written of writtenIn(slice.folded, pattern, slice.start, slice.end)) {
      if (written.start < last) continue;
      const evidence = evidenceFor(slice, written, pattern, context);
      if (evidence === undefined) continue;
      yield { start: written.start, end: written.end, evidence, ...regionOf(pattern) };
      last = written.end;
    }
  }
}

const regionOf = (pattern: RegExp): Pick<Judgement, 'region'> =>
  pattern === LONG ? {} : { region: 'JP' };

/** What names the number, in its field or right before it; undefined where nothing does. */
function evidenceFor(
  { folded }: Slice,
  written: Written,
  pattern: RegExp,
  context: Context,
): Evidence[] | undefined {
  if (isOneDigit(written.value) || isPart(folded, written)) return undefined;
  if (isPartOfGroups(folded, written)) return undefined;
  const before = (words: readonly string[]) => labelBefore(folded, written.start, words);
  const named = (words: readonly string[]) =>
    context.typed ? hasName(context.field?.name, words) : before(words);
  if (named(ROUTING_NAMES)) return routing(written.value, context.typed);
  if (!context.typed && !before(NAMES) && !(pattern !== LONG && before(KINDS))) return undefined;
  // Twelve digits under a name as wide as "account number" are an account in a computing cloud.
  if (pattern === LONG && written.value.length === 12 && !named(BANK_NAMES)) return undefined;
  const evidence: Evidence[] = context.typed ? [] : [{ code: 'hotword' }];
  if (pattern !== LONG && written.end - written.start > written.value.length) {
    evidence.push({ code: 'grouping' });
  }
  if (written.value === '1234567') evidence.push({ code: 'dummy', note: 'digits in a row' });
  return evidence;
}

function routing(digits: string, typed: boolean): Evidence[] | undefined {
  if (!abaCheck(digits)) return undefined;
  const check: Evidence = { code: 'check-digit', note: 'ABA' };
  return typed ? [check] : [check, { code: 'hotword' }];
}

/** A typed field's name, looked at as if its value followed: its words are the rule's. */
const hasName = (name: string | undefined, words: readonly string[]) =>
  name !== undefined && labelBefore(name, name.length, words);

const isOneDigit = (digits: string) => digits === digits.charAt(0).repeat(digits.length);

/** Digits with a blank or a hyphen stand before it or behind: a card, a telephone number. */
function isPartOfGroups(text: string, { start, end }: Written): boolean {
  return (
    /\d[- ]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^-\d/.test(text.slice(end, end + 2))
  );
}
