import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createFields } from '../../../src/engine/formats/format.ts';
import { DIGITS } from '../../../src/engine/kernel/candidates.ts';
import type { Rule } from '../../../src/engine/rule.ts';
import { rulesetOf } from '../../../src/engine/ruleset.ts';
import { judgeStretch } from '../../../src/engine/stretch.ts';
import { REPORT_ALL } from '../../support/blocks.ts';

/** Judges a text with rules that are asked about runs of digits instead of the real ones. */
function judged(text: string, rules: readonly Rule[]) {
  const bytes = new TextEncoder().encode(text);
  const ruleset = rulesetOf(REPORT_ALL);
  const stretch = {
    bytes,
    from: 0,
    to: bytes.length,
    fields: createFields(),
    labels: 'any' as const,
    verdicts: new Map(),
    kinds: new Set<string>(),
    isAuthorship: () => false,
  };
  const wanted = ruleset.wanted.map((asked, kind) => (kind === DIGITS ? rules : asked));
  return judgeStretch(stretch, { ...ruleset, wanted }, REPORT_ALL);
}

const rule = (id: string, judge: Rule['judge']): Rule => ({
  id,
  category: 'contact',
  severity: 'error',
  messages: { en: id, ja: id },
  names: [],
  prior: 0,
  anchors: ['digits'],
  judge,
});

const whole = rule('whole', function* ({ start, end }) {
  yield { start, end, evidence: [{ code: 'mark' }] };
});

describe('judgeStretch', () => {
  it('a rule that fails is told by its name and place, and the rest goes on', () => {
    const failing = rule('failing', ({ text, start, end }) => {
      throw new Error(text.slice(start, end));
    });
    const { drafts, crashes } = judged('é 0000000, 1111111', [failing, whole]);
    assert.deepEqual(crashes, [
      { rule: 'failing', at: 3 },
      { rule: 'failing', at: 12 },
    ]);
    assert.deepEqual(
      drafts.map(({ rule: id, start, end }) => [id, start, end]),
      [
        ['whole', 3, 10],
        ['whole', 12, 19],
      ],
    );
  });

  it('what a rule found before it failed stays', () => {
    const late = rule('late', function* ({ start, end }) {
      yield { start, end, evidence: [] };
      throw new Error('late');
    });
    const { drafts, crashes } = judged('0000000', [late]);
    assert.deepEqual([drafts.length, crashes.length], [1, 1]);
  });

  it('asks no rule about what it has found already', () => {
    let asked = 0;
    const greedy = rule('greedy', function* ({ text }) {
      asked++;
      yield { start: 0, end: text.length, evidence: [] };
    });
    const { drafts } = judged('0000000, 1111111', [greedy]);
    assert.deepEqual([asked, drafts.length], [1, 1]);
  });

  it('names no field after any word before a sign', () => {
    const { drafts } = judged('order: 0000000', [whole]);
    assert.equal(drafts[0]?.field, undefined);
  });
});
