import assert from 'node:assert/strict';
import { customers, type Form } from '../../../bench/speed/customers.mts';
import { DEFAULT_OPTIONS, scanBlocks } from '../../../src/engine/index.ts';
import type { Block, Finding, ScanOptions } from '../../../src/engine/index.ts';

const INFO = { path: 'customers.csv' };
const encoder = new TextEncoder();

/** A pattern of the user's own may match anywhere: the long way is taken. */
const LONG_WAY = { custom: [{ id: 'never', pattern: 'zq{30}' }] };

function table(rows: number, form: Form): Uint8Array {
  return encoder.encode([...customers(rows, form)].join(''));
}

interface Told {
  readonly findings: readonly Finding[];
  readonly marks: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly counted: number;
}

function scan(
  bytes: Uint8Array,
  options: Partial<ScanOptions>,
  enough?: (rule: string) => boolean,
): Told {
  const findings: Finding[] = [];
  const marks: string[] = [];
  const counts: Record<string, number> = {};
  let counted = 0;
  const add = (rule: string, confidence: string, count: number) => {
    counts[`${rule} ${confidence}`] = (counts[`${rule} ${confidence}`] ?? 0) + count;
  };
  let at = 0;
  const blocks: Iterable<Block> = scanBlocks(
    [bytes],
    INFO,
    { ...DEFAULT_OPTIONS, ...options },
    enough,
  );
  for (const block of blocks) {
    assert.equal(block.start, at);
    at += block.bytes.length;
    findings.push(...block.findings);
    marks.push(...block.marks.map(({ start, text }) => `${String(start.line)} ${text}`));
    for (const { rule, confidence } of block.findings) add(rule, confidence, 1);
    for (const { rule, confidence, count } of block.tallies ?? []) {
      add(rule, confidence, count);
      counted += count;
    }
  }
  assert.equal(at, bytes.length);
  return { findings, marks, counts, counted };
}

describe('column path', function () {
  this.timeout(120_000);

  const forms: readonly (readonly [string, Form, Partial<ScanOptions>])[] = [
    ['plain cells', {}, {}],
    ['quoted cells, CRLF', { quoted: 0.5, eol: '\r\n' }, {}],
    ['tabs', { delimiter: '\t', seed: 2 }, {}],
    ['semicolons', { delimiter: ';', quoted: 0.1, seed: 3 }, {}],
    ['nobody’s values reported', { seed: 4 }, { reserved: 'report' }],
    ['odd cells', { odd: 0.02, quoted: 0.1, seed: 5 }, {}],
    ['odd cells in another region', { odd: 0.01, seed: 6 }, { regions: ['DE'] }],
    ['rough cells', { odd: 0.02, rough: true, delimiter: ';', seed: 7 }, {}],
    ['many odd cells', { odd: 0.3, delimiter: '|', seed: 9 }, { reserved: 'report' }],
  ];
  for (const [what, form, options] of forms) {
    it(`tells what the long way tells: ${what}`, () => {
      const bytes = table(2300, form);
      const short = scan(bytes, options);
      const long = scan(bytes, { ...options, ...LONG_WAY });
      assert.ok(long.findings.length > 10_000);
      assert.deepEqual(short.findings, long.findings);
      assert.deepEqual(short.marks, long.marks);
    });
  }

  it('counts what the caller has seen enough of', () => {
    const bytes = table(4000, { quoted: 0.01, seed: 8 });
    const all = scan(bytes, {});
    const enough = scan(bytes, {}, (rule) => rule !== 'postal-code');
    assert.deepEqual(enough.counts, all.counts);
    assert.ok(enough.counted > all.findings.length / 3);
    const postal = ({ findings }: Told) => findings.filter(({ rule }) => rule === 'postal-code');
    assert.deepEqual(postal(enough), postal(all));
  });
});
