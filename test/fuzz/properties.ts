import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { ENCODINGS, type EncodingName } from '../../src/encoding/names.ts';
import { scanBytes, type Finding } from '../../src/engine/index.ts';
import type { Limits } from '../../src/node/archive/limits.ts';
import { membersOf } from '../../src/node/archive/members.ts';
import { maskSource } from '../../src/node/mask-source.ts';
import { UnreadableError } from '../../src/node/read-chunks.ts';
import { scanSource } from '../../src/node/scan-source.ts';
import { textSource } from '../../src/node/text-source.ts';
import type { ReportedFinding } from '../../src/policy/apply.ts';
import { policyOf } from '../../src/policy/policy.ts';
import { findingJson } from '../../src/report/finding-json.ts';
import { cutDown, encoded, inChunks } from '../support/encodings.ts';
import { madeUp } from '../support/made-up.ts';

/** A path of each format reader, and the text that the mutations begin with. */
const rows = [1, 2, 3].map((n) => ({
  氏名: '見本',
  tel: madeUp.phone(n),
  mail: madeUp.email(n),
  zip: madeUp.postal(n),
  住所: madeUp.address(n),
  旅券番号: madeUp.passport(n),
}));
const keys = Object.keys(rows[0]!);
const cells = rows.map((row) => Object.values(row));

const SEEDS: Readonly<Record<string, string>> = {
  'a.csv': [keys, ...cells].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'),
  'a.tsv': [keys, ...cells].map((row) => row.join('\t')).join('\n'),
  'a.json': JSON.stringify({ people: rows }, undefined, 1),
  'a.jsonl': rows.map((row) => JSON.stringify(row)).join('\n'),
  'a.sql': `INSERT INTO t (${keys.join(', ')}) VALUES\n${cells.map((row) => `(${row.map((cell) => `'${cell}'`).join(', ')})`).join(',\n')};\n`,
  'a.yaml': rows
    .map((row) =>
      keys
        .map((key, i) => `${i === 0 ? '- ' : '  '}${key}: ${row[key as keyof typeof row]}`)
        .join('\n'),
    )
    .join('\n'),
  'a.xml': `<r>${rows.map((row) => `<p tel="${row.tel}"><mail>${row.mail}</mail></p>`).join('\n')}</r>`,
  'a.md': `| ${keys.join(' | ')} |\n|${keys.map(() => '---').join('|')}|\n${cells.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`,
  'a.ipynb': JSON.stringify({
    cells: [{ cell_type: 'code', source: rows.map(({ tel }) => `tel = "${tel}"\n`), outputs: [] }],
  }),
  'a.ts': rows
    .map(({ tel, mail }) => `const tel = '${tel}'; // ${mail} leaklint-ignore-line email -- x\n`)
    .join(''),
  'a.env': rows.map(({ tel, mail }) => `TEL=${tel}\nMAIL="${mail}"\n`).join(''),
  'a.log': rows
    .map(({ tel, mail }) => `2026-01-01T00:00:00Z INFO tel=${tel} mail ${mail}\n`)
    .join(''),
};

const PIECES = [
  '"',
  "'",
  ',',
  '\n',
  '\r',
  '\t',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ':',
  ';',
  '\\',
  '\0',
  '*',
  '@',
  '\ufeff',
  '😀',
  '９',
  'leaklint-ignore-start',
  '--',
  '|',
  '<',
  '>',
  '&#64;',
  '%40',
];

interface Change {
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  bytes: fc.oneof(
    fc.constantFrom(...PIECES).map((piece) => new TextEncoder().encode(piece)),
    fc.uint8Array({ maxLength: 4 }),
    fc
      .integer({ min: 1, max: 6 })
      .map((n) => new TextEncoder().encode(`${madeUp.phone(n)} ${madeUp.email(n)}`)),
  ),
});

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let result = Buffer.from(bytes);
  for (const { at, length, bytes: more } of changes) {
    const from = result.length === 0 ? 0 : at % result.length;
    result = Buffer.concat([result.subarray(0, from), more, result.subarray(from + length)]);
  }
  return result;
}

const policyWith = (encoding: EncodingName | undefined) =>
  policyOf({
    settings: [],
    custom: [],
    ignored: false,
    allow: [],
    overlay: { confidence: 'possible', ...(encoding && { encoding }) },
  });

interface Run {
  readonly findings: readonly ReportedFinding[];
  readonly masked: Buffer;
}

function run(
  bytes: Uint8Array,
  path: string,
  size: number,
  encoding: EncodingName | undefined,
): Run | undefined {
  const policy = policyWith(encoding);
  const job = { info: { path }, policy };
  const source = textSource(inChunks(bytes, size), encoding);
  const second = textSource(inChunks(bytes, size), encoding);
  if (source === undefined || second === undefined) return undefined;
  const findings = [...scanSource({ ...job, source })].flat();
  const mask = maskSource({ ...job, source: second, rules: undefined, onMasked: () => undefined });
  return { findings, masked: Buffer.concat([...mask]) };
}

/** Findings lie in the text, in order, and say nothing that stands there. */
function checkFindings(bytes: Uint8Array, findings: readonly ReportedFinding[]): void {
  let before = 0;
  for (const finding of findings) {
    const { start, end, masked } = finding;
    assert.ok(
      start.byte >= 0 && end.byte > start.byte && end.byte <= bytes.length,
      'inside of the file',
    );
    assert.ok(end.offset > start.offset && start.line >= 1 && start.column >= 1);
    assert.ok(start.offset >= before, 'in order');
    before = start.offset;
    assert.ok(!/[\p{L}\p{N}]/u.test(masked.replace(/[ー々〆]/g, '')), 'a shape holds no letters');
    const json = findingJson('x', finding);
    for (const n of [1, 2, 3, 4, 5, 6]) {
      assert.ok(
        !json.includes(madeUp.phone(n)) && !json.includes(madeUp.email(n)),
        'a value in the output',
      );
    }
  }
}

/** Changed files of all formats and encodings go through the whole pipeline. */
export const wholePipeline = fc.property(
  fc.constantFrom(...Object.keys(SEEDS)),
  fc.constantFrom(...ENCODINGS),
  fc.boolean(),
  fc.array(change, { maxLength: 8 }),
  fc.integer({ min: 1, max: 97 }),
  (path, encoding, isSaid, changes, size) => {
    const bytes = changed(encoded(cutDown(SEEDS[path]!, encoding), encoding), changes);
    const said = isSaid ? encoding : undefined;
    const whole = run(bytes, path, bytes.length + 1, said);
    const cut = run(bytes, path, size, said);
    assert.equal(whole === undefined, cut === undefined);
    if (whole === undefined || cut === undefined) return;
    checkFindings(bytes, whole.findings);
    assert.deepEqual(cut.findings, whole.findings, 'chunks change nothing');
    assert.ok(cut.masked.equals(whole.masked), 'chunks change no mask');
  },
);

/** Files as people write them: what is masked is clean, and stays as it is. */
export const maskedIsClean = fc.property(
  fc.constantFrom(...Object.keys(SEEDS)),
  fc.constantFrom(...ENCODINGS),
  fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 4 }),
  (path, encoding, numbers) => {
    const more = numbers.map((n) => `\n${madeUp.phone(n)} ${madeUp.email(n)}`).join('');
    const text =
      path.endsWith('.json') || path.endsWith('.ipynb') ? SEEDS[path]! : SEEDS[path]! + more;
    const { masked } = run(encoded(cutDown(text, encoding), encoding), path, 1 << 20, encoding)!;
    const again = run(masked, path, 1 << 20, encoding)!;
    assert.ok(again.masked.equals(masked), 'masking twice is as once');
    const certain = again.findings.filter(({ confidence }) => confidence !== 'possible');
    assert.deepEqual(
      certain.map(({ rule }) => rule),
      [],
      'what is masked is clean',
    );
  },
);

/** Any bytes at all go through the engine. */
export const anyBytes = fc.property(
  fc.uint8Array({ maxLength: 600 }),
  fc.constantFrom(...Object.keys(SEEDS)),
  (bytes, path) => {
    const found: Finding[] = [...scanBytes([bytes], { path })];
    for (const { start, end } of found)
      assert.ok(end.byte > start.byte && end.byte <= bytes.length);
  },
);

/** Small enough that a bomb is one at once. */
const SMALL: Limits = {
  total: 1 << 22,
  ratio: 250,
  free: 1 << 20,
  members: 100,
  depth: 3,
  held: 1 << 22,
};

const TEXTS = Object.fromEntries(
  Object.entries(SEEDS).map(([path, text]) => [path, new TextEncoder().encode(text)]),
);
const ZIP = zipSync({
  ...TEXTS,
  'b.zip': zipSync(TEXTS),
  'stored.zip': zipSync(TEXTS, { level: 0 }),
});
const ARCHIVES: Readonly<Record<string, Uint8Array>> = {
  'a.zip': ZIP,
  'a.gz': gzipSync(TEXTS['a.csv']!),
  'a.zip.gz': gzipSync(ZIP),
};

/** Changed archives are read as far as it goes, and what is wrong is told. */
export const archives = fc.property(
  fc.constantFrom(...Object.keys(ARCHIVES)),
  fc.array(change, { maxLength: 6 }),
  fc.integer({ min: 1, max: 5000 }),
  (path, changes, size) => {
    const packed = changed(ARCHIVES[path]!, changes);
    const bytes = () => inChunks(packed, size);
    let length = 0;
    for (const member of membersOf({ kind: 'file', path, root: path, bytes }, SMALL)) {
      assert.ok(member.path.startsWith(path), 'a member is called by its archive');
      try {
        for (const part of member.bytes()) length += part.length;
      } catch (error) {
        assert.ok(error instanceof UnreadableError, 'what is wrong is told');
      }
    }
    assert.ok(length <= SMALL.total, 'no more than may be');
  },
);

export const PROPERTIES = { wholePipeline, maskedIsClean, anyBytes, archives };
