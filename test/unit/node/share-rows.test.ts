import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createRowsJudge } from '../../../src/engine/judge-ahead.ts';
import { RULES, scanBlocks, type Block, type Finding } from '../../../src/engine/index.ts';
import type { Crew, Member } from '../../../src/node/crew/members.ts';
import { shareRows } from '../../../src/node/crew/share-rows.ts';
import { chunksOf, REPORT_ALL } from '../../support/blocks.ts';
import { madeUp } from '../../support/made-up.ts';

const INFO = { path: 'a.csv' };
const ROWS = 32_000;
const PIECE = 1 << 18;

const row = (i: number) =>
  `${String(i)},見本,${madeUp.phone(i)},${madeUp.email(i)},${madeUp.address(i)},確認済の方です。😀,\n`;

/** A table of some 3 MB, in which some rows are other than the rest. */
function table(others: Readonly<Record<number, string>> = {}): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, i) => others[i] ?? row(i));
  return new TextEncoder().encode(`番号,氏名,電話番号,メール,住所,備考,参照\n${rows.join('')}`);
}

/** Threads that are none, and how many blocks of rows they judged. */
function crewOf(size: number, answers = true, info = INFO) {
  const judged = { blocks: 0 };
  const member = (): Member => {
    let judge: ReturnType<typeof createRowsJudge>;
    return {
      waiting: 0,
      ask(request) {
        if (request.kind === 'head') judge = createRowsJudge(request.head, info, REPORT_ALL);
        if (request.kind !== 'rows') return Promise.resolve({});
        if (!answers) return Promise.resolve(undefined);
        const rows = structuredClone(judge(request.rows));
        judged.blocks += rows.length;
        return Promise.resolve({ rows });
      },
      stop: () => Promise.resolve(),
    };
  };
  const members = Array.from({ length: size }, member);
  const crew: Crew = {
    size,
    isDue: () => true,
    members: () => members,
    stop: () => Promise.resolve(),
  };
  return { crew, judged };
}

interface Found {
  readonly findings: readonly Finding[];
  readonly tallies: Readonly<Record<string, number>>;
  readonly marks: Block['marks'];
  readonly bytes: number;
}

/** Scans as the command line does. @param isEnough for rules of which findings are counted */
async function scanned(
  bytes: Uint8Array,
  crew: Crew | undefined,
  isEnough: (rule: string) => boolean = (rule) => rule === 'email',
  info = INFO,
): Promise<Found> {
  const chunks = chunksOf(bytes, PIECE);
  const rules = RULES.map(({ id }) => id);
  const shared = crew && shareRows(chunks, crew, { ...info, rules, piece: PIECE });
  const source = shared?.chunks ?? chunks;
  const findings: Finding[] = [];
  const marks: Block['marks'][number][] = [];
  const tallies: Record<string, number> = {};
  const count = (rule: string, more: number) => (tallies[rule] = (tallies[rule] ?? 0) + more);
  const blocks = scanBlocks(source, info, REPORT_ALL, isEnough, shared?.ahead);
  let length = 0;
  for (;;) {
    await shared?.due();
    const { value, done } = blocks.next();
    if (done === true) return { findings, tallies, marks, bytes: length };
    assert.equal(value.start, length);
    length += value.bytes.length;
    for (const finding of value.findings) {
      if (isEnough(finding.rule)) count(finding.rule, 1);
      else findings.push(finding);
    }
    for (const tally of value.tallies ?? []) count(tally.rule, tally.count);
    marks.push(...value.marks);
  }
}

describe('shareRows', function () {
  this.timeout(120_000);

  const OTHERS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
    'rows that are all alike': {},
    'a column that is empty for long': Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [
        16_000 + i,
        row(i).replace(/,\n/, `,${madeUp.phone(7 + i)}\n`),
      ]),
    ),
    'a cell of several lines': {
      20_000: `1,見本,"${madeUp.phone(3)}\n\n",x,"a\n""b"",c\n",d,\n`,
    },
    'a quotation mark that never closes': { 24_000: `1,"見本,${madeUp.phone(3)},x,a,b,\n` },
    'a directive': { 18_000: `1,見本,${madeUp.phone(5)},x,a,# leaklint-ignore-line,\n` },
    'a table in the table': { 21_000: 'id,name,tel,mail,memo\n' },
    'a long line': { 15_000: `1,見本,x,y,z,${'あ'.repeat(200_000)},\n` },
    'a label, and a record of its own': { 17_000: `tel: ${madeUp.phone(8)}\n` },
  };

  for (const [name, others] of Object.entries(OTHERS)) {
    it(`finds the same with any number of threads: ${name}`, async () => {
      const bytes = table(others);
      const alone = await scanned(bytes, undefined);
      assert.ok(alone.findings.length > ROWS);
      assert.equal(alone.bytes, bytes.length);
      for (const size of [1, 3]) {
        const { crew, judged } = crewOf(size);
        assert.deepEqual(await scanned(bytes, crew), alone);
        assert.ok(judged.blocks > 2, `${String(judged.blocks)} blocks judged elsewhere`);
      }
    });
  }

  const OBJECTS: Readonly<Record<string, (text: string) => string>> = {
    'objects in lines': (text) => text,
    'a name that is new': (text) =>
      text.replace('"参照":""}\n{"番号":"20000"', '"tel":"0"}\n{"番号":"20000"'),
    'an object in an object, on many lines': (text) =>
      text.replace('{"番号":"20000",', '{"参照":\n{\n"番号":"20000"}\n,'),
    'a string that never closes': (text) => text.replace('{"番号":"20000",', '{"番号":"20000,'),
    'objects on many lines': (text) => text.replaceAll('","', '",\n"'),
  };
  for (const [name, change] of Object.entries(OBJECTS)) {
    const isOnManyLines = name === 'objects on many lines';
    it(`finds the same with any number of threads: ${name}`, async () => {
      const [header, ...rows] = new TextDecoder().decode(table()).trim().split('\n');
      const names = header!.split(',');
      const lines = rows
        .slice(0, 16_000)
        .concat(rows.slice(19_990, 24_000))
        .map((line) => {
          const cells = line.split(',');
          return JSON.stringify(Object.fromEntries(names.map((key, i) => [key, cells[i]])));
        });
      const bytes = new TextEncoder().encode(`${change(lines.join('\n'))}\n`);
      const info = { path: 'a.jsonl' };
      const alone = await scanned(bytes, undefined, undefined, info);
      assert.ok(alone.findings.length > lines.length);
      const { crew, judged } = crewOf(1, true, info);
      assert.deepEqual(await scanned(bytes, crew, undefined, info), alone);
      // A thread that begins within an object leaves it to the scan.
      if (!isOnManyLines) assert.ok(judged.blocks > 2, String(judged.blocks));
    });
  }

  it('does without threads that answer nothing', async () => {
    const bytes = table();
    const alone = await scanned(bytes, undefined);
    assert.deepEqual(await scanned(bytes, crewOf(2, false).crew), alone);
  });

  it('tells nothing as counted that is to be told by then', async () => {
    const bytes = table();
    let asked = 0;
    // Enough is enough for a while only: a directive may have silenced something.
    const wavering = (rule: string) => rule === 'email' && asked++ < 40;
    const { findings, tallies } = await scanned(bytes, crewOf(1).crew, wavering);
    const emails = findings.filter(({ rule }) => rule === 'email').length;
    assert.equal(emails + (tallies['email'] ?? 0), ROWS);
  });

  it('reads a source that ends soon as it is', async () => {
    const bytes = table().subarray(0, 3 << 18);
    const { crew, judged } = crewOf(1);
    assert.deepEqual(await scanned(bytes, crew), await scanned(bytes, undefined));
    assert.equal(judged.blocks, 0);
  });
});
