import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { myNumberCheckDigit } from '../../../src/engine/checks/my-number.ts';
import { evidenceText, scanText } from '../../../src/engine/index.ts';
import { REPORT_ALL } from '../../support/blocks.ts';
import { madeUp } from '../../support/made-up.ts';

interface Column {
  readonly rule: string;
  readonly evidence: string | undefined;
  readonly count: number;
}

/** What is found in a table of one made-up column beside a column of letters. */
function column(name: string, count: number, value: (n: number) => string): Column[] {
  const rows = Array.from({ length: count }, (_, n) => `abc,${value(n)}`);
  const text = [...(name === '' ? [] : [`letters,${name}`]), ...rows].join('\n');
  const counted = new Map<string, Column>();
  for (const { rule, evidence } of scanText(text, { path: 'a.csv' }, REPORT_ALL)) {
    const by = evidence.find(({ code }) => code === 'column-values' || code === 'field-name')?.code;
    const key = `${rule} ${by ?? ''}`;
    counted.set(key, { rule, evidence: by, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()];
}

const bare = (n: number) => madeUp.phone(n).replaceAll('-', '');

function wrongNumber(n: number): string {
  const digits = String(30_000_000_000 + n * 7_919_717);
  return digits + String((myNumberCheckDigit(digits) + 1) % 10);
}

describe('columns', () => {
  for (const [rule, value] of [
    ['email', madeUp.email],
    ['phone-number', madeUp.phone],
    ['phone-number', bare],
    ['passport-number', madeUp.passport],
    ['postal-address', madeUp.address],
  ] as const) {
    for (const name of ['x', '']) {
      it(`${rule} by its values (${value(1).length} units), named ${JSON.stringify(name)}`, () => {
        assert.deepEqual(column(name, 20, value), [{ rule, evidence: 'column-values', count: 20 }]);
      });
    }
  }

  it('by its name, where it has a telling one', () => {
    assert.deepEqual(column('tel', 20, madeUp.phone), [
      { rule: 'phone-number', evidence: 'field-name', count: 20 },
    ]);
  });

  it('by its values, where most cells are empty', () => {
    const sparse = (n: number) => (n % 20 === 0 ? madeUp.passport(n) : '');
    assert.deepEqual(column('x', 400, sparse), [
      { rule: 'passport-number', evidence: 'column-values', count: 20 },
    ]);
  });

  it('by its values, where a few among many are something else', () => {
    const mixed = (n: number) => (n % 13 === 0 ? 'none' : madeUp.phone(n));
    assert.deepEqual(column('x', 390, mixed), [
      { rule: 'phone-number', evidence: 'column-values', count: 360 },
    ]);
  });

  it('not by fewer than eight values', () => {
    assert.deepEqual(
      column('x', 7, madeUp.phone).map(({ evidence }) => evidence),
      [undefined],
    );
  });

  it('not by values of which some are something else', () => {
    const mixed = (n: number) => (n % 4 === 0 ? 'none' : madeUp.phone(n));
    assert.deepEqual(column('x', 40, mixed), [
      { rule: 'phone-number', evidence: undefined, count: 30 },
    ]);
  });

  it('not by plain numbers', () => {
    assert.deepEqual(
      column('x', 40, (n) => String(9_012_340_000 + n * 7919)),
      [],
    );
  });

  it('a name that its values refuse says nothing', () => {
    for (const [name, value] of [
      ['tel', (n: number) => `abc ${String(n)}`],
      ['passport', (n: number) => `chapter ${String(n)}`],
      ['address', (n: number) => `0x${(n * 7919).toString(16).padStart(8, '0')}`],
    ] as const) {
      assert.deepEqual(column(name, 20, value), [], name);
    }
  });

  it('masked values do not speak against a name', () => {
    const masked = (n: number) => (n % 10 === 0 ? madeUp.phone(n) : '***-****-****');
    assert.deepEqual(column('tel', 40, masked), [
      { rule: 'phone-number', evidence: 'field-name', count: 4 },
    ]);
  });

  it('tells the figures', () => {
    const evidence = (count: number, value: (n: number) => string) => {
      const text = Array.from({ length: count }, (_, n) => `abc,${value(n)}`).join('\n');
      const [first] = scanText(text, { path: 'a.csv' }, REPORT_ALL);
      return first?.evidence.map(evidenceText)[0];
    };
    const some = (n: number) => (n % 20 === 19 ? '-' : madeUp.email(n));
    assert.equal(evidence(40, some), 'column-values: 38 of 40, by chance 0');
    const number = (n: number) => {
      const digits = String(100_000_000_00 + n * 7_919_717).padStart(11, '0');
      return digits + String(myNumberCheckDigit(digits));
    };
    // Some of them happen to have another form that is set aside.
    assert.match(
      evidence(3000, number) ?? '',
      /^column-values: (?:99\d|1000) of 1000, by chance 100$/,
    );
  });

  it('a name that its values refuse may have the wrong kind', () => {
    assert.deepEqual(column('tel', 20, madeUp.email), [
      { rule: 'email', evidence: 'column-values', count: 20 },
    ]);
  });

  for (const [what, name, value] of [
    ['prices', 'phone', (n: number) => String(n * 137 + 98)],
    ['running numbers', 'phone', (n: number) => String(1_000_001 + n)],
    ['running numbers of ten digits', 'phone', (n: number) => String(9_012_340_000 + n)],
    ['running numbers', 'passport_no', (n: number) => String(10_000_001 + n)],
    ['numbers with a wrong check digit', 'my_number', (n: number) => wrongNumber(n)],
    ['codes', 'birth_date', (n: number) => `A-${String(n)}`],
  ] as const) {
    it(`${name} full of ${what} is no ${name}`, () => {
      assert.deepEqual(column(name, 40, value), []);
    });
  }

  it('keys of objects that say nothing', () => {
    const objects = (key: string) =>
      Array.from({ length: 20 }, (_, n) => JSON.stringify({ [key]: madeUp.email(n) }));
    const evidence = (key: string) => {
      const text = objects(key).join('\n');
      const [first] = scanText(text, { path: 'a.jsonl' }, REPORT_ALL);
      return first?.evidence.map(({ code }) => code).includes('column-values');
    };
    assert.deepEqual(['c4', 'col_17', 'author'].map(evidence), [true, true, false]);
  });

  it('a verdict of the first rows holds for the rest', () => {
    const late = (n: number) => (n < 20_000 ? madeUp.phone(n) : `abc ${String(n)}`);
    const [found, ...others] = column('x', 30_000, late);
    assert.deepEqual(others, []);
    assert.deepEqual(found, { rule: 'phone-number', evidence: 'column-values', count: 20_000 });
  });
});
