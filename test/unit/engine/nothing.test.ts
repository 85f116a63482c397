import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { RULES, scanBlocks } from '../../../src/engine/index.ts';
import { createFieldNames, wordsOfName } from '../../../src/engine/field-names.ts';
import { createCandidates } from '../../../src/engine/kernel/candidates.ts';
import { compileLabelEndings } from '../../../src/engine/kernel/labels.ts';
import { compileParts } from '../../../src/engine/kernel/parts.ts';
import { createPlainKernel } from '../../../src/engine/kernel/scanner.ts';
import { createReadyKernel } from '../../../src/engine/kernel/simd.ts';
import { holdsNothing } from '../../../src/engine/nothing.ts';
import * as generated from '../../../src/engine/rule-words.generated.ts';
import { DIRECTIVE, kernelWordsOf } from '../../../src/engine/ruleset.ts';
import { madeUp } from '../../support/made-up.ts';

const ROOT = join(__dirname, '../../..');
const encode = (text: string) => new TextEncoder().encode(text);

/** Whatever the whole engine makes of a source: findings, directives, crashes. */
function toldOf(bytes: Uint8Array, path: string): number {
  let told = 0;
  for (const { findings, marks, crashes } of scanBlocks([bytes], { path })) {
    told += findings.length + marks.length + crashes.length;
  }
  return told;
}

const { literals, ...words } = kernelWordsOf(RULES);
const labels = compileLabelEndings(createFieldNames(RULES, {}).endings);
const plain = createPlainKernel(compileParts([...literals, DIRECTIVE], labels, words));
const ready = createReadyKernel();

function assertSameCandidates(bytes: Uint8Array): void {
  assert(ready, 'Node has SIMD');
  const [some, others] = [createCandidates(), createCandidates()];
  plain.collect(bytes, 0, bytes.length, some);
  ready.collect(bytes, 0, bytes.length, others);
  const rowsOf = ({ rows, length }: typeof some) => rows.slice(0, 3 * length);
  assert.deepEqual(rowsOf(others), rowsOf(some));
}

describe('a source that holds nothing', () => {
  const nothing: readonly (readonly [string, string])[] = [
    ['a.ts', 'export const value1 = 1;\n'.repeat(40)],
    ['a.go', 'func add(a, b int) int { return a + b }\n'],
    ['a.py', '# これは何でもない\nx = 1\n'],
    ['a.css', ''],
  ];
  for (const [path, text] of nothing) {
    it(`is told without any rule: ${path}`, () => assert.ok(holdsNothing(encode(text), { path })));
  }

  const something: readonly (readonly [string, string])[] = [
    ['a.ts', `// ${madeUp.phone(1)}\n`],
    ['a.ts', '// leaklint-ignore-line email\n'],
    ['a.ts', 'const email = "x";\n'],
    ['a.txt', 'value\n'],
    ['a.json', '{}\n'],
    ['a', 'value\n'],
    ['a.ts', `const a = "${Buffer.from(`tel ${madeUp.phone(2)}`).toString('base64')}";\n`],
    ['a.ts', '"\\u0041"\n'],
    ['a.ts', ' '.repeat((1 << 18) + 1)],
  ];
  for (const [path, text] of something) {
    it(`is not for certain: ${path} ${text.slice(0, 12).trim()}`, () => {
      assert.equal(holdsNothing(encode(text), { path }), false);
    });
  }

  it('is one of which the whole engine tells nothing', () => {
    let found = 0;
    for (const folder of ['src', 'test', 'tools']) {
      for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
        if (!/\.[cm]?[jt]s$/.test(name) || name.includes('generated')) continue;
        const bytes = readFileSync(join(ROOT, folder, name));
        assertSameCandidates(bytes);
        if (!holdsNothing(bytes, { path: name })) continue;
        found++;
        assert.equal(toldOf(bytes, name), 0, name);
      }
    }
    assert.ok(found > 100);
  });

  it('is one of which the whole engine tells nothing, whatever it is made of', () => {
    const parts = fc.oneof(
      fc.constantFrom(
        'name',
        'tel',
        'value',
        ' = ',
        ': ',
        '"',
        "'",
        '\n',
        ', ',
        '@',
        'a.b',
        '第',
        '市',
        '-',
        '=',
      ),
      fc.constantFrom(
        '&#x40;',
        '%40',
        '+',
        '?a=',
        'Street ',
        '12',
        '10001',
        'NY ',
        '2026-01-02',
        '：',
        '番号',
        'no',
      ),
      fc.string({ maxLength: 6 }),
      fc.integer({ min: 0, max: 1e12 }).map(String),
    );
    const text = fc.array(parts, { maxLength: 60 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (source) => {
        const bytes = encode(source);
        assertSameCandidates(bytes);
        return !holdsNothing(bytes, { path: 'a.ts' }) || toldOf(bytes, 'a.ts') === 0;
      }),
      { numRuns: 400 },
    );
  });
});

describe('the generated words', () => {
  const lines = (all: readonly string[]) => [...new Set(all)].filter(Boolean).join('\n');

  it('are those of the rules: npm run generate', () => {
    assert.equal(generated.NAMES, lines(RULES.flatMap(({ names }) => names.map(wordsOfName))));
    for (const name of generated.NAMES.split('\n')) assert.equal(wordsOfName(name), name);
    assert.equal(generated.VAGUE, lines(RULES.flatMap(({ vague = [] }) => vague)));
    assert.equal(generated.LISTED, lines(words.listed()));
  });

  it('are all in the tables of the ready scanner', () => {
    const { names } = { names: createFieldNames(RULES, {}).endings };
    const { numbered } = words;
    for (const literal of [...literals, DIRECTIVE]) assertSameCandidates(encode(` ${literal} `));
    for (const name of names) assertSameCandidates(encode(`${name}: 1`));
    for (const name of words.listed()) assertSameCandidates(encode(`a, ${name}\n${name}`));
    for (const word of numbered.words) assertSameCandidates(encode(`12 ${word} x\n${word} 12`));
    for (const word of numbered.endings) assertSameCandidates(encode(`Aa${word} 12\n`));
  });
});
