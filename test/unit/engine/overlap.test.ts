import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import type { Confidence } from '../../../src/engine/finding.ts';
import type { Draft } from '../../../src/engine/judge.ts';
import { resolveOverlaps } from '../../../src/engine/overlap.ts';

const ORDER = ['passport-mrz', 'email', 'phone-number', 'postal-address', 'postal-code'];
const order = new Map(ORDER.map((rule, index) => [rule, index]));

/** `rule from-to confidence`, with a `+` when a check digit agrees. */
function draft(text: string): Draft {
  const [rule = '', range = '', confidence = 'likely', check] = text.split(' ');
  const [start = 0, end = 0] = range.split('-').map(Number);
  return {
    rule,
    start,
    end,
    confidence: confidence as Confidence,
    evidence: check === '+' ? [{ code: 'check-digit' }] : [],
    text: '',
    region: undefined,
    field: undefined,
    record: undefined,
  };
}

const cases: readonly (readonly [
  name: string,
  drafts: readonly string[],
  kept: readonly number[],
])[] = [
  ['nothing', [], []],
  ['side by side', ['email 0-5', 'email 5-9'], [0, 1]],
  ['in order of their start', ['email 5-9', 'email 0-5'], [1, 0]],
  ['the more confident', ['phone-number 0-9 likely', 'postal-code 2-6 certain'], [1]],
  ['then the one with a check digit', ['phone-number 0-9', 'postal-code 2-6 likely +'], [1]],
  ['then the longer', ['postal-code 0-9', 'phone-number 0-8'], [0]],
  ['then the rule that stands first', ['postal-code 0-9', 'phone-number 0-9'], [1]],
  ['once, what was found twice', ['email 0-9', 'email 0-9'], [1]],
  ['a postal code in an address', ['postal-address 0-9', 'postal-code 0-3'], [0, 1]],
  ['a mail address in an address', ['postal-address 0-9', 'email 3-9 possible'], [0, 1]],
  ['a mail address that goes on after it', ['postal-address 0-9', 'email 8-12'], [0]],
  ['a postal code as long as the address', ['postal-address 0-9', 'postal-code 0-9'], [0]],
  ['nothing lies in a machine-readable zone', ['passport-mrz 0-90', 'email 3-9 certain'], [1]],
  ['a telephone number in an address', ['postal-address 0-9', 'phone-number 3-6'], [0]],
  [
    'who loses to one takes no weaker one along',
    ['postal-address 0-9 certain', 'postal-code 5-9 possible', 'phone-number 6-12 likely'],
    [0, 1],
  ],
];

describe('resolveOverlaps', () => {
  for (const [name, texts, kept] of cases) {
    it(name, () => {
      const drafts = texts.map(draft);
      const expected = kept.map((index) => texts[index]);
      const stays = resolveOverlaps(drafts, order);
      assert.deepEqual(
        stays.map((each) => texts[drafts.indexOf(each)]),
        expected,
      );
    });
  }

  it('of any drafts keeps none that overlap but nested kinds, in order', () => {
    const any = fc
      .tuple(
        fc.constantFrom(...ORDER),
        fc.nat({ max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('certain', 'likely', 'possible'),
        fc.constantFrom('', ' +'),
      )
      .map(([rule, start, length, confidence, check]) =>
        draft(`${rule} ${String(start)}-${String(start + length)} ${confidence}${check}`),
      );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (drafts) => {
        const kept = resolveOverlaps(drafts, order);
        assert.equal(kept.length > 0, drafts.length > 0);
        kept.forEach((one, index) => {
          for (const other of kept.slice(index + 1)) {
            assert.ok(other.start >= one.start);
            if (other.start >= one.end) continue;
            assert.notEqual(one.rule, other.rule);
            assert.ok(
              [one.rule, other.rule].some((rule) => ['email', 'postal-code'].includes(rule)),
            );
          }
        });
      }),
    );
  });
});
