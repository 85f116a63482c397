import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { nameBefore } from '../../../src/engine/assignment.ts';
import { createGlances } from '../../../src/engine/glance.ts';
import { RULES } from '../../../src/engine/index.ts';
import { AT, createCandidates, DIGITS } from '../../../src/engine/kernel/candidates.ts';
import { mayBeAssigned } from '../../../src/engine/label-name.ts';
import { DEFAULT_OPTIONS } from '../../../src/engine/options.ts';
import type { Context, Field } from '../../../src/engine/rule.ts';
import { rulesetOf } from '../../../src/engine/ruleset.ts';
import { createWindows } from '../../../src/engine/window.ts';
import { NAMES } from '../../support/fields.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** The candidates of a text that rules may glance at. */
function candidatesOf(bytes: Uint8Array): (readonly [kind: number, start: number, end: number])[] {
  const candidates = createCandidates();
  rulesetOf(DEFAULT_OPTIONS).kernel.collect(bytes, 0, bytes.length, candidates);
  return Array.from({ length: candidates.length }, (_, i) => {
    const [kind = 0, start = 0, end = 0] = candidates.rows.subarray(i * 3, i * 3 + 3);
    return [kind, start, end] as const;
  }).filter(([kind]) => kind === DIGITS || kind === AT);
}

const field = (rule?: string): Field => ({ name: 'x', start: 0, end: 1000, rule, by: undefined });
const FIELDS = [undefined, field(), field('sex')];

/** Rules that refuse a candidate of the text at a glance, checked against what they say of it. */
function refusals(text: string, regions: readonly string[] = ['JP']): ReadonlySet<string> {
  const bytes = encode(text);
  const options = { ...DEFAULT_OPTIONS, regions };
  const glance = createGlances(bytes, options);
  const refused = new Set<string>();
  for (const [kind, start, end] of candidatesOf(bytes)) {
    const mayFind = glance(kind, start, end);
    for (const rule of RULES.filter((rule) => mayFind?.(rule) === false)) {
      refused.add(rule.id);
      const { text, folded, indexOf } = createWindows(bytes).around(start, end);
      const slice = { text, folded, start: indexOf(start), end: indexOf(end) };
      for (const field of FIELDS) {
        // A word anywhere before it is more than any text has.
        const context: Context = { options, field, typed: false, hotword: () => true };
        assert.deepEqual([...rule.judge(slice, context)], [], `${rule.id} at ${String(start)}`);
      }
    }
  }
  return refused;
}

/** Texts of which these rules need no closer look. */
const CASES: readonly (readonly [text: string, rules: readonly string[]])[] = [
  ['[0, 1400000, 2]', ['phone-number', 'credit-card', 'iban', 'my-number', 'passport-number']],
  ['1, 0.30000000000000004', ['phone-number', 'postal-code', 'bank-account', 'pension-number']],
  ['{ 2011-06-09 12:30 }', ['phone-number', 'postal-code', 'drivers-licence', 'residence-card']],
  ['"@scope/name": "1"', ['email']],
  ['x@param {y}', ['email']],
  ['name@1.20.3', ['email']],
];

/** What numbers are made of, and what stands around them. */
const PIECES = [
  ...['0', '1', '00', '010', '012', '03', '0000', '000-0000', '0000000', '090', '1234', '555'],
  ...['415-555-', '1-415-', '(415) ', '+81', '+(', '+', '-', '.', '/', ' ', '  ', '(', ')', '~'],
  ...['AB', 'TK', 'QA00', 'DE', 'a', 'Z', '_', '$', '%', '\\n', '\\', '#', ':', '=', '=>', '"'],
  ...[' tel', ' (mobile)', '-Phone', ' fax', 'No', 'is', 'phone: ', 'passport ', 'zip="', "'", ','],
  ...['@', 'a@', 'example', '.com', '.jp', '.', 'foo.bar', '.Next', '-', '%40', '`', '\n', '電話'],
  ...['03ー0000-0000', '東京', 'ー', '（', '\u00a0', '\u3000', '\u2010', '.é', 'é.', '電', '携帯'],
  ...[
    'QA00 ',
    '神奈川県横浜市',
    ' 携帯',
    ' (',
    '０',
    '：',
    '〒',
    'é',
    '日本',
    '[',
    ']',
    '{',
    '}',
    '|',
    '&',
    'visa',
    'ssn ',
    '123-45-6789',
  ],
];

const anyText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 24 })
  .map((pieces) => pieces.join(''));

describe('a glance', () => {
  for (const [text, rules] of CASES) {
    it(`needs no closer look at ${JSON.stringify(text)}`, () => {
      const refused = refusals(text);
      assert.deepEqual(
        rules.filter((rule) => !refused.has(rule)),
        [],
      );
    });
  }

  it('refuses nothing in which a rule finds anything', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(['JP'], ['JP', 'US'], ['KR']), (text, regions) => {
        refusals(text, regions);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('mayBeAssigned', () => {
  it('lets every candidate through whose name is a rule’s', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = encode(text);
        for (const [, start, end] of candidatesOf(bytes)) {
          const window = createWindows(bytes).around(start, end);
          const name = nameBefore(window, window.indexOf(start), NAMES);
          assert(name?.rule === undefined || mayBeAssigned(bytes, start, NAMES));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses other names, and none at all', () => {
    for (const text of ['x = 1400000', 'total: "1400000', '[1400000]', 'phone: 1, 1400000']) {
      assert(!mayBeAssigned(encode(text), text.indexOf('1400000'), NAMES));
    }
    assert(mayBeAssigned(encode('phone = 1400000'), 8, NAMES));
  });
});
