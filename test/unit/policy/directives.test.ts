import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Block, Finding, Mark, Position } from '../../../src/engine/index.ts';
import { applyPolicy } from '../../../src/policy/apply.ts';
import type { Config } from '../../../src/policy/config.ts';
import { readDirective } from '../../../src/policy/directive-syntax.ts';
import { createDirectives } from '../../../src/policy/directives.ts';
import { resolvePolicy } from '../../../src/policy/resolve.ts';

const RULE_IDS = ['alpha', 'beta'];
const config: Config = { custom: RULE_IDS.map((id) => ({ id, pattern: id })) };

function positionIn(text: string, index: number, firstLine: number, start: number): Position {
  const before = text.slice(0, index);
  const line = firstLine + before.split('\n').length - 1;
  const offset = start + index;
  return { offset, byte: offset, line, column: index - before.lastIndexOf('\n') };
}

/** A block of ASCII in which `[alpha]` and `[beta]` are findings; `?` lowers them to possible. */
function blockOf(text: string, firstLine = 1, start = 0): Block {
  const position = (index: number) => positionIn(text, index, firstLine, start);
  const findings: Finding[] = [...text.matchAll(/\[(alpha|beta)(\??)\]/g)].map((match) => ({
    rule: match[1]!,
    start: position(match.index + 1),
    end: position(match.index + 1 + match[1]!.length),
    confidence: match[2] === '?' ? 'possible' : 'certain',
    evidence: [],
    masked: '*',
  }));
  const marks: Mark[] = [...text.matchAll(/leaklint-.*/g)].map((match) => ({
    start: position(match.index),
    text: match[0],
  }));
  return { bytes: new TextEncoder().encode(text), start, findings, marks, crashes: [] };
}

/** The lines of the findings that stay, and the lines and sentences of the hints. */
function run(...blocks: readonly Block[]): { lines: number[]; hints: [number, string][] } {
  const directives = createDirectives(RULE_IDS);
  const policy = resolvePolicy(config, 'a');
  const lines = blocks.flatMap((block) =>
    applyPolicy(block, policy, directives).map(({ start }) => start.line),
  );
  return {
    lines,
    hints: directives.unused().map(({ start, message }) => [start.line, message.en]),
  };
}

const texts: readonly (readonly [
  string,
  string,
  readonly number[],
  readonly (readonly [number, RegExp])[],
])[] = [
  ['line', '[alpha] // leaklint-ignore-line\n[alpha]', [2], []],
  ['line, all findings in it', '[alpha] [beta] // leaklint-ignore-line', [], []],
  ['next line', '# leaklint-ignore-next-line -- public\n[alpha]\n[alpha]', [3], []],
  ['file', '<!-- leaklint-ignore-file -->\n[alpha]\n[beta]', [], []],
  ['file, after the finding', '[alpha]\n-- leaklint-ignore-file', [], []],
  [
    'start and end',
    'a [alpha] leaklint-ignore-start\n[alpha]\n leaklint-ignore-end [beta]',
    [1, 3],
    [],
  ],
  ['rules', '[alpha] [beta] /* leaklint-ignore-line alpha */', [1], []],
  ['several rules', '[alpha] [beta] {# leaklint-ignore-line alpha, beta -- both #}', [], []],
  ['an unused line', 'a // leaklint-ignore-line\n[alpha]', [2], [[1, /silences nothing/]]],
  ['an unused rule', '[alpha] // leaklint-ignore-line beta', [1], [[1, /silences nothing/]]],
  ['an unknown rule', '[alpha] // leaklint-ignore-line gamma', [1], [[1, /does not exist/]]],
  [
    'an unknown rule beside a known one',
    '[alpha] // leaklint-ignore-line gamma alpha',
    [],
    [[1, /does not exist/]],
  ],
  ['an unknown directive', '[alpha] // leaklint-ignore-block', [1], [[1, /Unknown directive/]]],
  ['a bare one', '[alpha] // leaklint-ignore', [1], [[1, /Unknown directive/]]],
  ['no directive', '[alpha] leaklint-baseline.json', [1], []],
  ['an end alone', 'leaklint-ignore-end\n[alpha]', [2], [[1, /no leaklint-ignore-start/]]],
  ['a start alone', 'leaklint-ignore-start\n[alpha]', [], [[1, /no leaklint-ignore-end/]]],
  [
    'nested regions',
    'leaklint-ignore-start alpha\nleaklint-ignore-start beta\n[alpha]\nleaklint-ignore-end alpha\n[beta]\n[alpha]\nleaklint-ignore-end',
    [6],
    [],
  ],
  ['two for one line', 'leaklint-ignore-next-line alpha\n[alpha] leaklint-ignore-line', [], []],
  [
    'what is under the threshold is not silenced',
    '[alpha?] // leaklint-ignore-line',
    [],
    [[1, /silences nothing/]],
  ],
  ['in an ignored file', 'leaklint-ignore-file\n[alpha]\n// leaklint-ignore-line', [], []],
  ['an ignored file without findings', 'leaklint-ignore-file', [], [[1, /silences nothing/]]],
  ['a file for one rule', 'leaklint-ignore-file beta\n[alpha]\n[beta]', [2], []],
  [
    'a file too late',
    `${'\n'.repeat(100)}leaklint-ignore-file\n[alpha]`,
    [102],
    [[101, /first 100 lines/]],
  ],
  ['a file in time', `${'\n'.repeat(99)}leaklint-ignore-file\n[alpha]`, [], []],
];

describe('directives', () => {
  for (const [name, text, lines, hints] of texts) {
    it(name, () => {
      const found = run(blockOf(text));
      assert.deepEqual(found.lines, lines);
      assert.deepEqual(
        found.hints.map(([line]) => line),
        hints.map(([line]) => line),
      );
      hints.forEach(([, sentence], index) => {
        assert.match(found.hints[index]![1], sentence);
      });
    });
  }

  it('go on from block to block', () => {
    const blocks = [
      blockOf('leaklint-ignore-start alpha\n[alpha]\n'),
      blockOf('[alpha] [beta]\n# leaklint-ignore-next-line\n', 3, 1000),
      blockOf('[beta]\n[alpha]\n[beta]', 5, 2000),
    ];
    assert.deepEqual(run(...blocks).lines, [3, 7]);
  });

  it('place a hint on the directive without its reason', () => {
    const directives = createDirectives(RULE_IDS);
    directives.read(blockOf('x\n  // leaklint-ignore-line alpha, beta -- a reason').marks);
    const [hint] = directives.unused();
    assert.deepEqual(
      [hint?.start.line, hint?.start.column, hint?.end.column, hint?.end.offset],
      [2, 6, 38, 39],
    );
    assert.doesNotMatch(JSON.stringify(hint?.message), /alpha|reason/);
  });
});

describe('readDirective', () => {
  for (const [text, rules] of [
    ['leaklint-ignore-line email */', ['email']],
    ['leaklint-ignore-line email-->', ['email']],
    ['leaklint-ignore-line email -->', ['email']],
    ['leaklint-ignore-line email #}', ['email']],
    ['leaklint-ignore-line email, phone-number', ['email', 'phone-number']],
    ['leaklint-ignore-line email,phone-number -- because email', ['email', 'phone-number']],
    ['leaklint-ignore-line\temail', ['email']],
    ['leaklint-ignore-line', undefined],
    ['leaklint-ignore-line-->', undefined],
    ['leaklint-ignore-line*/ email', undefined],
    ['leaklint-ignore-line" email', undefined],
    ['leaklint-ignore-line 番号', undefined],
  ] as const) {
    it(text, () => {
      const directive = readDirective(text);
      assert.equal(directive?.kind, 'line');
      assert.deepEqual(directive?.rules, rules);
    });
  }
  for (const text of [
    'leaklint-ignored',
    'leaklint-ignoreline',
    'leaklint.json',
    'leaklint-baseline',
  ]) {
    it(`${text} is none`, () => {
      assert.equal(readDirective(text), undefined);
    });
  }
});

describe('applyPolicy', () => {
  it('drops what is off, under the threshold or allowed, and adds the severity', () => {
    const policy = resolvePolicy(
      { ...config, rules: { beta: 'off' }, allow: [{ value: 'ALPHA', path: 'b' }] },
      'a',
    );
    const block = blockOf('[alpha] [alpha?] [beta]');
    const [finding, ...rest] = applyPolicy(block, policy, createDirectives());
    assert.equal(rest.length, 0);
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding?.start.column, 2);
    const allowing = resolvePolicy({ ...config, allow: [{ value: 'ALPHA' }] }, 'a');
    const rules = applyPolicy(block, allowing, createDirectives()).map(({ rule }) => rule);
    assert.deepEqual(rules, ['beta']);
  });
});
