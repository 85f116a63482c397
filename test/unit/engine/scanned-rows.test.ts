import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { customers } from '../../../bench/speed/customers.mts';
import { createPlainRows, type BlockRows } from '../../../src/engine/block-rows.ts';
import type { TableScan } from '../../../src/engine/column-verdicts.ts';
import type { FieldName } from '../../../src/engine/field-names.ts';
import { DEFAULT_OPTIONS } from '../../../src/engine/index.ts';
import { createRowReader } from '../../../src/engine/rows.ts';
import { rulesetOf } from '../../../src/engine/ruleset.ts';
import { createScannedRows } from '../../../src/engine/scanned-rows.ts';

const ruleset = rulesetOf(DEFAULT_OPTIONS);
const encoder = new TextEncoder();
const COMMA = 0x2c;

/** A table whose columns have these names, and no verdicts but that they are what their names say. */
function tableOf(columns: readonly string[]): TableScan {
  const names: readonly FieldName[] = columns.map((name) => ruleset.names.resolve(name));
  const unnamed: FieldName = { name: '', rule: undefined, by: undefined };
  return {
    ruleset,
    options: DEFAULT_OPTIONS,
    verdicts: new Map([...names, unnamed].map((name) => [name, name])),
    kinds: new Set(names.flatMap(({ rule }) => rule ?? [])),
    table: {
      createReader: () => createRowReader(COMMA),
      delimiter: COMMA,
      records: 0,
      isBetween: true,
      width: names.length,
      nameOf: (column) => names[column] ?? unnamed,
      namesOf: () => names,
      isFooter: (_bytes, cells, count) => cells.length === 1 && count === 2,
      skip: () => undefined,
    },
  };
}

interface Read {
  readonly end: number;
  readonly rows: readonly unknown[];
  readonly cells: readonly unknown[];
  readonly records: readonly unknown[];
  readonly surprises: readonly number[];
}

function read(block: BlockRows, bytes: Uint8Array): Read | undefined {
  const end = block.read(bytes, 2, bytes.length);
  if (end < 0) return undefined;
  const { rows, cells, records, columns, judge } = block;
  const numbers = (length: number, ...lists: readonly Int32Array[]) =>
    Array.from({ length }, (_, i) => lists.map((list) => list[i]));
  return {
    end,
    // With the end behind the last row.
    rows: numbers(rows.length + 1, rows.starts, rows.surplus, rows.lines),
    cells: numbers(cells.length, cells.starts, cells.ends, cells.records, cells.columns).map(
      (cell, i) => [...cell, columns.verdicts[cells.kinds[i]!] ?? cells.kinds[i]],
    ),
    records: numbers(records.length, records.firsts, records.asks, records.found),
    surprises: judge.surprises.starts.slice(0, judge.surprises.length),
  };
}

const [HEADER = '', ...ROWS] = [...customers(400, { odd: 0.2, quoted: 0.1, seed: 11 })];
const PEOPLE = tableOf(HEADER.trim().split(','));
const plain = createPlainRows(PEOPLE);
const scanned = createScannedRows(PEOPLE);

/** Both ways, twice: the second time they remember what the first has told. */
function assertSame(text: string): void {
  const bytes = encoder.encode(`x\n${text}`);
  assert(scanned, 'Node has SIMD');
  for (let turn = 0; turn < 2; turn++) {
    const expected = read(plain, bytes);
    const told = read(scanned, bytes);
    // A row that is not whole ends what is read, or spoils all of it.
    if (expected === undefined && told !== undefined) assert(told.end < bytes.length);
    else assert.deepEqual(told, expected);
  }
}

describe('scanned rows', function () {
  this.timeout(60_000);

  it('are what rows are byte after byte: cells of people, mixed, cut and doubled', () => {
    const cells = ROWS.flatMap((row) => row.trimEnd().split(','));
    const odd = ['', '"', '""', '"a""b"', '"a\nb"', '\r', 'a\rb', '\u{1f600}', '&#64;', '\\u0040'];
    const cell = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...cells) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...cells), fc.nat(9)) },
      { weight: 1, arbitrary: fc.constantFrom(...odd) },
    );
    const written = fc
      .array(cell, { minLength: 1, maxLength: 14 })
      .map((row) =>
        row.map((each) => (typeof each === 'string' ? each : each[0].slice(each[1]))).join(','),
      );
    const line = fc.tuple(written, fc.constantFrom('\n', '\n', '\r\n', '\n\n'));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        assertSame(lines.flat().join(''));
      }),
      { numRuns: 600 },
    );
  });

  it('are so over many segments', () => {
    assertSame([...customers(3000, { quoted: 0.05, seed: 12 })].slice(1).join(''));
  });
});
