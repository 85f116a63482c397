import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { idOf, textOf, type Case, type List, type ReadRows, type Row } from '../case.mts';
import { LEVELS } from '../score.mts';
import { valueList } from '../values.mts';

const PLAN = 'phones/jp-number-plan.jsonl';
const EXAMPLES = 'phones/libphonenumber-examples.jsonl';
const MATCHER = 'phones/libphonenumber-matcher.jsonl';
const rules = ['phone-number'];

const isTollFree = (row: Row) => textOf(row, 'tariff') === 'TOLL_FREE';
const PERSONAL = new Set(['FIXED_LINE', 'MOBILE', 'VOIP', 'PERSONAL_NUMBER']);
const isPersonal = (row: Row) => PERSONAL.has(textOf(row, 'type')) && !isTollFree(row);
const PERSONAL_EXAMPLES = new Set(['fixedLine', 'mobile', 'voip', 'personalNumber']);
const isPersonalExample = (row: Row) => PERSONAL_EXAMPLES.has(textOf(row, 'type'));
const regionOf = (row: Row) => [textOf(row, 'region')];

const national = (row: Row) => textOf(row, 'national');
const personal = (row: Row) => (isPersonal(row) ? national(row) : undefined);
const impersonal = (row: Row) => (isPersonal(row) ? undefined : national(row));
const which = 'fixed not toll-free, mobile, IP and personal numbers';
const SENTENCE = 'ご連絡は{}までお願いします。\n';

/** Region of a validator.js locale (`ja-JP`); undefined for `any` and lists of locales. */
function localeRegion(row: Row): string | undefined {
  const [locale] = (row['args'] as readonly unknown[] | undefined) ?? [];
  return typeof locale === 'string' ? /-([A-Z]{2})$/.exec(locale)?.[1] : undefined;
}

export const PHONE_LISTS: readonly List[] = [
  valueList({
    id: 'jp-number-plan, personal: sentence',
    file: PLAN,
    template: SENTENCE,
    value: personal,
    rules,
    which,
  }),
  valueList({
    id: 'jp-number-plan, personal: CSV cell',
    file: PLAN,
    template: 'id,電話番号,備考\n1,{},\n',
    path: 'customers.csv',
    value: personal,
    rules,
    which,
  }),
  valueList({
    id: 'jp-number-plan, personal: code',
    file: PLAN,
    template: "const phone = '{}';\n",
    path: 'customer.ts',
    value: personal,
    rules,
    which,
  }),
  valueList({
    id: 'jp-number-plan, other types',
    file: PLAN,
    template: SENTENCE,
    value: impersonal,
    rules,
    silent: true,
    which: 'UAN, pager, toll-free',
  }),
  valueList({
    id: 'libphonenumber-short',
    file: 'phones/libphonenumber-short.jsonl',
    template: SENTENCE,
    value: (row) => textOf(row, 'number'),
    rules,
    regions: regionOf,
    silent: true,
    which: 'all, region of the row',
  }),
  valueList({
    id: 'jp-unallocated',
    file: 'phones/jp-unallocated.jsonl',
    template: SENTENCE,
    value: (row) => textOf(row, 'text'),
    rules,
    silent: true,
    which: 'all',
  }),
  valueList({
    id: 'libphonenumber-examples, international',
    file: EXAMPLES,
    template: 'Please call {} today.\n',
    value: (row) => (isPersonalExample(row) ? textOf(row, 'international') : undefined),
    rules,
    which: 'personal types; policy of Japan alone',
  }),
  valueList({
    id: 'libphonenumber-examples, national',
    file: EXAMPLES,
    template: 'id,phone,note\n1,{},\n',
    path: 'customers.csv',
    value: (row) => (isPersonalExample(row) ? national(row) : undefined),
    rules,
    regions: regionOf,
    which: 'personal types, region of the row',
  }),
  valueList({
    id: 'validatorjs-mobile',
    file: 'phones/validatorjs-mobile.jsonl',
    template: 'id,mobile,note\n1,{},\n',
    path: 'customers.csv',
    value: (row) =>
      row['valid'] === true && localeRegion(row) ? textOf(row, 'input').trim() : undefined,
    rules,
    regions: (row) => [localeRegion(row)!],
    which: 'valid ones, region of the locale',
  }),
  {
    id: 'libphonenumber-matcher',
    file: MATCHER,
    how: 'rows with `prod_valid`, text as it is, region of the row, spans without extension; POSSIBLE is read as `possible`, VALID as `likely`, stricter as `certain`; toll-free and service numbers are rightly none',
    rules,
    cases: matcherCases,
  },
];

/** What libphonenumber calls a leniency, as our confidence. */
const LENIENCY = {
  EXACT_GROUPING: 'certain',
  STRICT_GROUPING: 'certain',
  VALID: 'likely',
  POSSIBLE: 'possible',
} as const;

/** The lowest confidence among leniencies. */
function lowest(leniencies: unknown) {
  const names = Array.isArray(leniencies) ? (leniencies as (keyof typeof LENIENCY)[]) : [];
  return LEVELS.findLast((level) => names.some((name) => LENIENCY[name] === level));
}

/** The highest that is asserted without asking for more than our `likely`. */
function asserted(leniencies: unknown) {
  const names = Array.isArray(leniencies) ? leniencies : [];
  if (names.includes('VALID')) return 'likely';
  return names.includes('POSSIBLE') ? 'possible' : undefined;
}

const EXTENSION =
  /(?<=\d)[\s,;.:(]{0,6}(?:ext|extn|extensi[oó]n|anexo|доб|int|ｅｘｔｎ?|ｉｎｔ|[ｘ#＃~～]|xx?)[\s.:=]{0,4}\d{1,20}#?\)?$/iu;
const EXTENSION_BARE = /(?<=\d)(?:[,;]{1,2}\s{0,3}\d{1,9}#?|[\s-]{1,3}\d{1,6}#)$/u;

/** Length of a matched number without its extension, which our ranges leave out. */
export function lengthWithoutExtension(value: string): number {
  return value.replace(EXTENSION, '').replace(EXTENSION_BARE, '').trimEnd().length;
}

const SERVICE = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN', 'PAGER', 'VOICEMAIL']);

/** Is it valid, but of a type that is no person's? Then no finding is right at `likely`. */
function isServiceNumber(value: string, row: Row): boolean {
  const number = parsePhoneNumberFromString(value, textOf(row, 'region') as CountryCode);
  return SERVICE.has(number?.getType() ?? '');
}

function* matcherCases(read: ReadRows): Generator<Case> {
  for (const [index, row] of read(MATCHER).entries()) {
    if (row['prod_valid'] !== true) continue;
    const text = textOf(row, 'text');
    const spans = row['spans'] as readonly (readonly [number, number])[];
    const isService = spans.some(([start, end]) => isServiceNumber(text.slice(start, end), row));
    const foundAt = isService ? undefined : asserted(row['match_at']);
    const silentAt = isService ? 'likely' : lowest(row['none_at']);
    yield {
      id: idOf(row, index),
      text,
      truth: spans.map(([start, end]) => {
        const from = start + (/^tel:/i.exec(text.slice(start, end))?.[0].length ?? 0);
        return {
          start: from,
          end: from + lengthWithoutExtension(text.slice(from, end)),
          rules,
          weak: isService,
        };
      }),
      regions: regionOf(row),
      ...(foundAt && { foundAt }),
      ...(silentAt && { silentAt }),
    };
  }
}
