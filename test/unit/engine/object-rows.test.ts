import assert from 'node:assert/strict';
import { customers, type Form } from '../../../bench/speed/customers.mts';
import { DEFAULT_OPTIONS, type ScanOptions } from '../../../src/engine/index.ts';
import { createKeyColumns } from '../../../src/engine/key-columns.ts';
import { createObjectReader } from '../../../src/engine/object-rows.ts';
import { rulesetOf } from '../../../src/engine/ruleset.ts';
import { told } from '../../support/blocks.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A pattern of the user's own may match anywhere: the long way is taken. */
const LONG_WAY = { custom: [{ id: 'never', pattern: 'zq{30}' }] };

type Customer = Readonly<Record<string, unknown>>;

const ENGLISH =
  'member_no name name_kana name_roman sex birth_date email zip_code address phone passport_no passport_issued note'.split(
    ' ',
  );

/** Customers as objects. @param keys instead of the header's */
function objects(rows: number, form: Form, keys?: readonly string[]): Customer[] {
  const [header, ...others] = [...customers(rows, { ...form, delimiter: '\t' })];
  const names = keys ?? header!.trim().split('\t');
  return others.map((row) => {
    const cells = row.replace(/\n$/, '').split('\t');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

const lines = (all: readonly Customer[], eol = '\n') =>
  all.map((each) => JSON.stringify(each) + eol).join('');

/** Every member a number, a word, a list or an object now and then; keys in another order. */
function varied(customer: Customer, row: number): Customer {
  const entries = Object.entries(customer);
  const [name, ...rest] = entries;
  const more = [...rest, name!];
  switch (row % 6) {
    case 0:
      return Object.fromEntries(more);
    case 1:
      return { ...customer, note: null, active: row % 4 === 1, points: row * 7919 };
    case 2:
      return { phones: [customer['phone'] ?? '', '', null], contact: Object.fromEntries(more) };
    case 3:
      return Object.fromEntries(entries.map(([key, value]) => [key, value === '' ? null : value]));
    case 4:
      return { ...customer, 市区町村: customer['住所'] ?? '', '〒': '', 'mr. x': 'y' };
    default:
      return customer;
  }
}

function assertAlike(text: string, path: string, options: Partial<ScanOptions> = {}): void {
  const bytes = encoder.encode(text);
  const short = told([bytes], { path }, { ...DEFAULT_OPTIONS, ...options });
  const long = told([bytes], { path }, { ...DEFAULT_OPTIONS, ...options, ...LONG_WAY });
  assert.ok(long.findings.length > 5000, String(long.findings.length));
  assert.deepEqual(short.findings, long.findings);
  assert.deepEqual(short.marks, long.marks);
}

describe('object rows', function () {
  this.timeout(240_000);

  const ROWS = 1600;
  const cases: readonly (readonly [string, string, () => string, Partial<ScanOptions>?])[] = [
    ['lines', 'a.jsonl', () => lines(objects(ROWS, {}))],
    ['lines with CRLF', 'a.ndjson', () => lines(objects(ROWS, { seed: 2 }), '\r\n')],
    ['lines with names in English', 'a.jsonl', () => lines(objects(ROWS, { seed: 3 }, ENGLISH))],
    ['odd values', 'a.jsonl', () => lines(objects(ROWS, { odd: 0.03, seed: 4 }))],
    [
      'odd values under names in English, nobody’s reported',
      'a.jsonl',
      () => lines(objects(ROWS, { odd: 0.03, seed: 5 }, ENGLISH)),
      { reserved: 'report' },
    ],
    [
      'odd values in another region',
      'a.jsonl',
      () => lines(objects(ROWS, { odd: 0.02, seed: 6 })),
      { regions: ['DE'] },
    ],
    [
      'names that say nothing',
      'a.jsonl',
      () =>
        lines(
          objects(
            ROWS,
            { seed: 7 },
            ENGLISH.map((_, i) => `f${String(i)}`),
          ),
        ),
    ],
    [
      'other values and other keys',
      'a.jsonl',
      () => lines(objects(ROWS, { seed: 8 }, ENGLISH).map(varied)),
    ],
    [
      'other values and other keys in Japanese',
      'a.jsonl',
      () => lines(objects(ROWS, { odd: 0.01, seed: 9 }).map(varied)),
    ],
    [
      'a list, a member a line',
      'a.json',
      () => `[\n${lines(objects(ROWS, { seed: 10 }), ',\n')}{}]\n`,
    ],
    [
      'a list on many lines',
      'a.json',
      () => `${JSON.stringify({ customers: objects(ROWS, { odd: 0.01, seed: 11 }) }, null, 2)}\n`,
    ],
    [
      'objects in objects on many lines',
      'a.json',
      () => `${JSON.stringify(objects(ROWS, { seed: 12 }, ENGLISH).map(varied), null, '\t')}\n`,
    ],
  ];
  for (const [what, path, text, options] of cases) {
    it(`are told as the long way tells them: ${what}`, () => {
      assertAlike(text(), path, options);
    });
  }

  it('are told as the long way tells them: lines that are broken anywhere', () => {
    const all = objects(ROWS, { seed: 13 }).map((each) => JSON.stringify(each));
    const signs = [
      '"',
      ',',
      ':',
      '{',
      '}',
      '[',
      ']',
      '\\',
      ' ',
      '7',
      'TK1234567',
      '\u3000',
      '\t',
      '/',
      '%40',
    ];
    const broken = all.map((line, i) => {
      // What is broken sends its block the long way: the rest of the source goes the short one.
      if (i < 1400 || i % 50 > 0) return line;
      const at = (i * 7919) % line.length;
      const sign = signs[Math.floor(i / 50) % signs.length]!;
      return i % 100 === 0
        ? line.slice(0, at) + sign + line.slice(at)
        : line.slice(0, at) + sign + line.slice(at + 1);
    });
    assertAlike(`${broken.join('\n')}\n`, 'a.jsonl');
  });
});

describe('object reader', () => {
  const { names } = rulesetOf(DEFAULT_OPTIONS);

  /** Records as `name=value …`, or undefined where something is odd. */
  function read(text: string): readonly string[] | undefined {
    const bytes = encoder.encode(text);
    const columns = createKeyColumns(names);
    const reader = createObjectReader(columns, () => true);
    const records: string[] = [];
    const isRead = reader.read(bytes, 0, bytes.length, {
      record: () => records.push(''),
      cell(column, start, end) {
        const value = decoder.decode(bytes.subarray(start, end));
        records.push(`${records.pop()!}${columns.names[column]!.name}=${value} `);
      },
      frame: () => undefined,
      end: () => true,
    });
    return isRead ? records : undefined;
  }

  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['{"a":"x","b":1}\n', ['a=x b=1 ']],
    ['{"a": "x" , "b" : null}\r\n{"b":-1.5e3}\n', ['a=x b=null ', 'b=-1.5e3 ']],
    ['{\n  "a": "x"\n},\n\n{"a":""}\n', ['a=x ', '']],
    ['{"a":["x","y",2],"b":{"c":"z"},"d":[]}\n', ['a=x a=y a=2 c=z ']],
    ['{"a":"住所"}{"a":"😀"}\n', ['a=住所 ', 'a=😀 ']],
    ['{"a":"\\u0041"}\n', undefined],
    ['{"a":"x\ty"}\n', undefined],
    ['{"a":[{"b":1}]}\n', undefined],
    ['{"a":"x":"y"}\n', undefined],
    ["{'a':'x'}\n", undefined],
    ['{a:1}\n', undefined],
    ['{"a":1} // b\n', undefined],
    ['["x"]\n', undefined],
    ['{"a":"x"\n', undefined],
    ['{"a":"%E5%B1%B1"}\n', undefined],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(read(text), expected);
    });
  }
});
