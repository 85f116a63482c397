import { idOf, textOf, type Case, type List, type ReadRows, type Row } from '../case.mts';
import { rulesFor } from '../entities.mts';
import { spansOf } from '../labelled.mts';
import { valueList } from '../values.mts';

const PASSPORTS = 'ids/validatorjs-passport.jsonl';
const IDS = 'ids/validatorjs-ids.jsonl';
const MRZ = 'ids/mrz.jsonl';
const MY_NUMBERS = 'ids/jp-mynumber.jsonl';

const firstArgument = (row: Row) =>
  String((row['args'] as readonly unknown[] | undefined)?.[0] ?? '');
const countryOf = (row: Row) => [/([A-Z]{2})$/.exec(firstArgument(row))?.[1] ?? 'JP'];
const input = (row: Row) => textOf(row, 'input');
const where = (row: Row, valid: boolean, key = 'text') =>
  row['valid'] === valid ? textOf(row, key) : undefined;

/** Is a value a passport number in no country that the lists know? */
function invalidEverywhere(row: Row, read: ReadRows): string | undefined {
  const value = input(row);
  const isValidRow = (other: Row) => other['valid'] === true && input(other) === value;
  if (row['valid'] !== false || read(PASSPORTS).some(isValidRow)) return undefined;
  const formats = read('ids/ms-purview-formats.jsonl').filter((format) =>
    textOf(format, 'document').startsWith('passport'),
  );
  return formats.some((format) => new RegExp(`^(?:${textOf(format, 'regex')})$`, 'iu').test(value))
    ? undefined
    : value;
}

const FIELD = 'id,{field},note\n1,{},\n';
const field = (name: string) => FIELD.replace('{field}', name);

/** A validator's valid values under a field name. */
function validator(name: string, header: string, rules: readonly string[]): List {
  return valueList({
    id: `validatorjs-ids ${name}`,
    file: IDS,
    template: field(header),
    path: 'customers.csv',
    value: (row) => (textOf(row, 'validator') === name ? where(row, true, 'input') : undefined),
    regions: countryOf,
    rules,
    which: 'valid ones, region of the locale',
  });
}

export const ID_LISTS: readonly List[] = [
  valueList({
    id: 'mrz, valid',
    file: MRZ,
    template: '{}\n',
    value: (row) => where(row, true),
    rules: ['passport-mrz'],
    which: 'all check digits right',
  }),
  valueList({
    id: 'mrz, invalid',
    file: MRZ,
    template: '{}\n',
    value: (row) => where(row, false),
    rules: ['passport-mrz'],
    silent: true,
    alarms: 'report',
    which: 'a check digit wrong; nobody’s values shown',
  }),
  valueList({
    id: 'jp-mynumber, valid',
    file: MY_NUMBERS,
    template: 'マイナンバー: {}\n',
    value: (row) => where(row, true),
    rules: ['my-number'],
    which: 'with a hotword',
  }),
  valueList({
    id: 'jp-mynumber, wrong check digit',
    file: MY_NUMBERS,
    template: 'マイナンバー: {}\n',
    value: (row) => where(row, false),
    rules: ['my-number'],
    silent: true,
    which: 'with a hotword',
  }),
  valueList({
    id: 'validatorjs-passport, valid',
    file: PASSPORTS,
    template: field('passport'),
    path: 'customers.csv',
    value: (row) => where(row, true, 'input'),
    regions: countryOf,
    rules: ['passport-number'],
    which: 'region of the row',
  }),
  valueList({
    id: 'validatorjs-passport, invalid everywhere',
    file: PASSPORTS,
    template: field('passport'),
    path: 'customers.csv',
    value: invalidEverywhere,
    regions: countryOf,
    rules: ['passport-number'],
    silent: true,
    which: 'a number of no country of the list or of ms-purview-formats',
  }),
  validator('isIBAN', 'iban', ['iban']),
  validator('isCreditCard', 'card_number', ['credit-card']),
  validator('isIdentityCard', 'national_id', ['national-id']),
  recogniser({
    id: 'presidio, positives with context',
    file: 'ids/presidio.jsonl',
    positive: true,
    context: true,
  }),
  recogniser({
    id: 'presidio, bare positives',
    file: 'ids/presidio.jsonl',
    positive: true,
    context: false,
  }),
  recogniser({
    id: 'presidio, expected none',
    file: 'ids/presidio.jsonl',
    positive: false,
    context: false,
  }),
  recogniser({ id: 'phileas, positives', file: 'ids/phileas.jsonl', positive: true }),
];

interface Recogniser {
  readonly id: string;
  readonly file: string;
  readonly positive: boolean;
  /** Only rows whose text holds more than the values (true), or nothing more (false). */
  readonly context?: boolean;
}

/** Region that an entity's name begins with (`UK_PASSPORT`). */
function regionOfEntity(entity: string): readonly string[] {
  const prefix = /^([A-Z]{2})_/.exec(entity)?.[1];
  return prefix ? [prefix === 'UK' ? 'GB' : prefix] : ['US', 'JP'];
}

function recogniser({ id, file, positive, context }: Recogniser): List {
  const rows = positive ? 'rows with spans' : 'rows with `expected_len` 0';
  const around =
    positive && context !== undefined
      ? context
        ? ', words around them'
        : ', nothing around them'
      : '';
  return {
    id,
    file,
    how: `${rows}${around}, of entities that are ours; only findings of the entity’s rule; region of the entity’s name`,
    rules: [],
    *cases(read) {
      for (const [index, row] of read(file).entries()) {
        const entity = textOf(row, 'entity');
        const rules = rulesFor(entity);
        if (rules.length === 0) continue;
        const truth = spansOf(row).filter((span) =>
          span.rules.some((rule) => rules.includes(rule)),
        );
        const isPositive = row['expected_len'] !== 0 && truth.length > 0;
        if (positive ? !isPositive : row['expected_len'] !== 0) continue;
        const text = textOf(row, 'text');
        // Upstream asserts a date there (DATE_TIME); the conversion gave it the test's first entity.
        if (positive && entity === 'PERSON' && isDated(text, truth)) continue;
        if (positive && context !== undefined && hasContext(text, truth) !== context) continue;
        const one: Case = {
          id: idOf(row, index),
          text,
          truth: positive ? truth : [],
          rules,
          regions: regionOfEntity(entity),
        };
        yield one;
      }
    },
  };
}

/** `1972`, `May 1st, 1977`: no name has a digit. */
function isDated(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): boolean {
  return spans.some(({ start, end }) => /\d/.test(text.slice(start, end)));
}

function hasContext(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): boolean {
  let rest = text;
  for (const { start, end } of [...spans].sort((a, b) => b.start - a.start))
    rest = rest.slice(0, start) + rest.slice(end);
  return /\p{L}{2}/u.test(rest);
}
