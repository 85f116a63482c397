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

const at = (locals: string, domains: string): string[] =>
  locals.split(' ').flatMap((local) => domains.split(' ').map((domain) => `${local}@${domain}`));

/** Four digits that differ from row to row. */
const four = (row: number) => String((row * 7919) % 10_000).padStart(4, '0');

/** What a column's cheap test might take for another value than it is, by column. */
const LOOKALIKES: Readonly<Record<number, readonly ((row: number, cell: string) => string)[]>> = {
  1: '渡部 浩|服部健|阿部 部|営業部|服部|田中太郎|凛太郎|見本太郎|年金花子|山田花子|中村 信夫|石川 県'
    .split('|')
    .map((name) => () => name),
  3: 'Otani Ren|OTANI/REN|Otani Number|Pass Nr|Yamada Taro|Herr Sato'
    .split('|')
    .map((name) => () => name),
  6: [
    ...at(
      'bugs.2 x.press do-not-reply-x Donot-reply.x noreply5 xxx this x-oauth-basic',
      'tsukiyo.jp',
    ),
    ...at('y.sato2', 'tsukiyo-ku.jp shi-gun-ku.com noreply.tsukiyo.jp northern.jp extra.jp 1a.jp'),
    ...at('y.sato2', 'a.test example0.co.jp TSUKIYO.JP a..jp -a.jp a-.jp a.nowhere .jp jp'),
  ].map((mail) => () => mail),
  7: [(row) => `${four(row).slice(1)}-${four(row + 1)}`],
  8: ' TEL|ＴＥＬ|Ｔｅｌ|tel|　電話|メール|メゾン|々|〇〇|○|＊|*| |　|＋81| +81|1F|Ｆ|\u0001'
    .split('|')
    .map((end) => (_row, cell) => `${cell.trim()}${end}`),
  9: [
    (row) => `03-1${four(row).slice(1)}-${four(row)}`,
    (row) => `0551 0${four(row).slice(3)} ${four(row)}`,
    (row) => `0${four(row)}${four(row + 3)}${four(row).slice(2)}`,
    (row) => `0${four(row).slice(2)}-${four(row + 5).slice(1)}-${four(row)}`,
    (row) => `0120-${four(row).slice(1)}-${four(row).slice(1)}`,
  ],
};

/** A row of the table with one cell that is in doubt. */
function withLookalike(row: string, number: number): string {
  const columns = Object.keys(LOOKALIKES).map(Number);
  const column = columns[number % columns.length]!;
  const kinds = LOOKALIKES[column]!;
  const cells = row.split(',');
  const lookalike = kinds[Math.floor(number / columns.length) % kinds.length]!;
  cells[column] = lookalike(number, cells[column]!);
  return cells.join(',');
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

  it('tells what the long way tells: cells that look like something else', () => {
    const rows = [...customers(2300, { seed: 10 })];
    const first = rows.length - 1200;
    const text = rows.map((row, i) => (i < first ? row : withLookalike(row, i - first))).join('');
    const bytes = encoder.encode(text);
    const short = scan(bytes, {});
    const long = scan(bytes, LONG_WAY);
    assert.ok(long.findings.length > 10_000);
    assert.deepEqual(short.findings, long.findings);
  });

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
