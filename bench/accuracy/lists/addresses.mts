import { textOf, type List, type Row } from '../case.mts';
import { valueList } from '../values.mts';

const rules = ['postal-address'];
const LINE = '{}\n';
const OPENCAGE = 'addresses/opencage.jsonl';

/** The thirty largest countries by population (UN, World Population Prospects 2024). */
const LARGEST = new Set(
  'IN CN US ID PK NG BR BD RU ET MX JP EG PH CD VN IR TR DE TH TZ GB FR ZA IT KE MM CO KR SD'.split(
    ' ',
  ),
);

const country = (row: Row) => [textOf(row, 'country')];
const group = (row: Row) => [textOf(row, 'group')];

/** Has the row a house number, as upstream took the address apart? Broken characters are left out. */
function hasHouseNumber(row: Row): boolean {
  const { others, other } = row;
  const rest = Array.isArray(others) ? others.join(' ') : typeof other === 'string' ? other : '';
  if (textOf(row, 'text').includes('\uFFFD')) return false;
  return ['addr', 'blk_num', 'prc_num1'].some((key) => textOf(row, key) !== '') || /\d/.test(rest);
}

const numbered = (row: Row) => (hasHouseNumber(row) ? textOf(row, 'text') : undefined);

/** Upstream's remarks on a case stand in parentheses before it or, on hyphens, after a blank. */
function withoutRemark(text: string, row: Row): readonly [start: number, end: number] {
  const start = /^[(（][^)）]*[)）]/u.exec(text)?.[0].length ?? 0;
  const blank = textOf(row, 'id').includes(':issue131:') ? text.indexOf(' ') : -1;
  return [start, blank < 0 ? text.length : blank];
}

/** A line without the country at its end, which upstream writes in words of its own. */
function withoutCountry(text: string, row: Row): readonly [start: number, end: number] {
  const last = text.lastIndexOf(', ');
  const isCountry =
    textOf(row['components'] as Row, 'country') !== '' && !/\d/.test(text.slice(last));
  return [0, isCountry && last > 0 ? last : text.length];
}

function componentNames(row: Row): readonly string[] {
  const components = (row['components'] ?? []) as readonly (readonly [string, string])[];
  return components.map(([name]) => name);
}

function isWhole(row: Row): boolean {
  const names = componentNames(row);
  return names.includes('house_number') && names.includes('road');
}

type Precision = 'house number' | 'street only' | 'neither';

/** What upstream took the address apart into. */
function precisionOf(row: Row): Precision {
  const components = row['components'] as Row;
  if (textOf(components, 'house_number') !== '') return 'house number';
  const isNamed = ['road', 'pedestrian', 'footway'].some((key) => textOf(components, key) !== '');
  return isNamed ? 'street only' : 'neither';
}

/** The rows of the thirty largest countries that say so much; they count above already. */
function largestWith(precision: Precision, which: string): List {
  return valueList({
    id: `opencage, thirty largest, ${precision}`,
    file: OPENCAGE,
    template: LINE,
    value: (row) =>
      LARGEST.has(textOf(row, 'country')) && precisionOf(row) === precision
        ? textOf(row, 'oneline')
        : undefined,
    span: withoutCountry,
    regions: country,
    rules,
    loose: true,
    which,
  });
}

export const ADDRESS_LISTS: readonly List[] = [
  valueList({
    id: 'jp-geolonia',
    file: 'addresses/jp-geolonia.jsonl',
    template: LINE,
    value: numbered,
    rules,
    which: 'with a house number',
  }),
  valueList({
    id: 'jp-geolonia: CSV cell',
    file: 'addresses/jp-geolonia.jsonl',
    template: 'id\t住所\t備考\n1\t{}\t\n',
    path: 'customers.tsv',
    value: numbered,
    rules,
    which: 'with a house number',
  }),
  valueList({
    id: 'jp-geolonia, no house number',
    file: 'addresses/jp-geolonia.jsonl',
    template: LINE,
    value: (row) => (hasHouseNumber(row) ? undefined : textOf(row, 'text')),
    rules,
    loose: true,
    silent: true,
    which: 'without a house number: no address of a person',
  }),
  valueList({
    id: 'jp-abr-geocoder',
    file: 'addresses/jp-abr-geocoder.jsonl',
    template: LINE,
    value: numbered,
    span: withoutRemark,
    rules,
    which: 'with a house number; upstream’s remarks left out',
  }),
  valueList({
    id: 'opencage, all countries',
    file: OPENCAGE,
    template: LINE,
    value: (row) => textOf(row, 'oneline'),
    span: withoutCountry,
    regions: country,
    rules,
    which:
      'one-line form, region of the row; the span is the line without its country, names of houses included',
  }),
  valueList({
    id: 'opencage, thirty largest',
    file: OPENCAGE,
    template: LINE,
    value: (row) => (LARGEST.has(textOf(row, 'country')) ? textOf(row, 'oneline') : undefined),
    span: withoutCountry,
    regions: country,
    rules,
    which: 'one-line form of the thirty largest countries',
  }),
  largestWith('house number', 'the same, with a house number'),
  largestWith('street only', 'the same, with a street and no house number: many are public places'),
  largestWith(
    'neither',
    'the same, with neither: cities and areas, `likely` only as full lines with a postal code',
  ),
  valueList({
    id: 'libpostal-parser',
    file: 'addresses/libpostal-parser.jsonl',
    template: LINE,
    value: (row) => (isWhole(row) ? textOf(row, 'text') : undefined),
    regions: group,
    rules,
    which: 'with house number and road, region of the row',
  }),
  valueList({
    id: 'validatorjs-postal',
    file: 'addresses/validatorjs-postal.jsonl',
    template: 'id,postal_code,note\n1,{},\n',
    path: 'customers.csv',
    value: (row) =>
      row['valid'] === true && /^[A-Z]{2}$/.test(localeOf(row)) ? textOf(row, 'input') : undefined,
    regions: (row) => [localeOf(row)],
    rules: ['postal-code'],
    which: 'valid ones, region of the locale',
  }),
];

function localeOf(row: Row): string {
  const [locale] = (row['args'] as readonly unknown[] | undefined) ?? [];
  return typeof locale === 'string' ? locale : '';
}
