import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scanText } from '../../../src/engine/index.ts';
import { REPORT_ALL } from '../../support/blocks.ts';
import { madeUp } from '../../support/made-up.ts';

type Column = (n: number) => string;

const two = (n: number) => String(n).padStart(2, '0');

/** A day of the years from `first` on, `span` of them. */
const dayIn =
  (first: number, span: number, mark = '-'): Column =>
  (n) =>
    [first + ((n * 37) % span), two(((n * 7) % 12) + 1), two(((n * 11) % 28) + 1)].join(mark);

/** Rules found in each column of a table of made-up columns; telephones stand in the first. */
function table(names: readonly string[] | undefined, ...columns: readonly Column[]): string[] {
  const rows = Array.from({ length: 60 }, (_, n) =>
    [madeUp.phone, ...columns].map((column) => column(n)).join(','),
  );
  const text = [...(names === undefined ? [] : [names.join(',')]), ...rows].join('\n');
  const found = columns.map(() => '');
  for (const { rule, start } of scanText(text, { path: 'a.csv' }, REPORT_ALL)) {
    const line = text.slice(text.lastIndexOf('\n', start.offset - 1) + 1, start.offset);
    const column = line.split(',').length - 2;
    if (column >= 0) found[column] = rule;
  }
  return found;
}

const birth = dayIn(1935, 80);
const issued = dayIn(2016, 10);
const now = dayIn(2024, 2);
const passport: Column = (n) => madeUp.passport(n);

describe('columns of dates', () => {
  for (const [name, columns, expected, names] of [
    ['births are spread over many years', [birth], ['birth-date']],
    ['in any writing', [dayIn(1950, 60, '/')], ['birth-date']],
    ['children are born in fewer', [dayIn(1998, 16)], ['birth-date']],
    ['orders are of a few years', [now], ['']],
    ['births come before what else happens', [now, birth], ['', 'birth-date']],
    [
      'what happens later is no birth, over many years too',
      [birth, (n: number) => dayIn(2016, 10)(n)],
      ['birth-date', ''],
    ],
    [
      'passports have their dates of issue',
      [birth, passport, issued],
      ['birth-date', 'passport-number', 'passport-issue-date'],
    ],
    [
      'and of expiry, which comes later',
      [passport, (n: number) => dayIn(2016, 10)(n), (n: number) => dayIn(2027, 10)(n)],
      ['passport-number', 'passport-issue-date', ''],
    ],
    [
      'an issue date stands with its passport',
      [
        birth,
        (n: number) => (n % 4 === 0 ? passport(n) : ''),
        (n: number) => (n % 4 === 0 ? issued(n) : ''),
        now,
      ],
      ['birth-date', 'passport-number', 'passport-issue-date', ''],
    ],
    ['a time of day is an event’s', [(n: number) => `${birth(n)} 12:34:56`], ['']],
    ['midnight is not', [(n: number) => `${birth(n)} 00:00:00`], ['birth-date']],
    ['a log goes on in time', [(n: number) => dayIn(1960 + n, 1)(n)], ['']],
    ['a name that says something else counts', [birth], [''], ['tel', 'founded']],
    ['a name that says nothing does not', [birth], ['birth-date'], ['tel', 'col_17']],
  ] as readonly (readonly [string, readonly Column[], readonly string[], (readonly string[])?])[]) {
    it(name, () => assert.deepEqual(table(names, ...columns), expected));
  }

  it('not where nobody stands beside them', () => {
    const rows = Array.from({ length: 60 }, (_, n) => `abc,${birth(n)}`);
    assert.deepEqual(scanText(rows.join('\n'), { path: 'a.csv' }, REPORT_ALL), []);
  });
});

describe('columns that say little alone', () => {
  const pension: Column = (n) =>
    `${String(((n * 787) % 7000) + 2100)}${n % 3 ? '-' : ''}${String((n * 7919 + 100_003) % 1_000_000).padStart(6, '0')}`;
  for (const [name, column, expected, names] of [
    ['pension numbers, some in groups', pension, 'pension-number'],
    ['not ten digits without groups', (n: number) => pension(n).replace('-', ''), ''],
    ['not a year and a running number', (n: number) => `2026-${String(n).padStart(6, '0')}`, ''],
    ['not under a name of something else', pension, '', ['tel', 'order_no']],
    ['sex in words', (n: number) => ['男', '女', '男性', '2'][n % 4]!, 'sex'],
    ['sex in letters', (n: number) => 'MF'[n % 2]!, 'sex'],
    ['not codes alone', (n: number) => '12'[n % 2]!, ''],
    ['not sizes', (n: number) => 'SML'[n % 3]!, ''],
    ['not one letter over and over', () => 'F', ''],
  ] as readonly (readonly [string, Column, string, (readonly string[])?])[]) {
    it(name, () => assert.deepEqual(table(names, column), [expected]));
  }
});
