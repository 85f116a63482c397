import assert from 'node:assert/strict';
import type { Hit, Truth } from '../../../bench/accuracy/case.mts';
import { f1, score, shownAt } from '../../../bench/accuracy/score.mts';
import { calibrationOf, microF1, Tallies } from '../../../bench/accuracy/tally.mts';

const phone = ['phone-number'];
const hit = (
  start: number,
  end: number,
  rule = 'phone-number',
  confidence: Hit['confidence'] = 'likely',
): Hit => ({ rule, start, end, confidence });
const truth = (start: number, end: number, more: Partial<Truth> = {}): Truth => ({
  start,
  end,
  rules: phone,
  ...more,
});
const LOOSE = { exact: false, strict: false };
const STRICT = { exact: true, strict: true };

/** Found, exact, right, wrong. */
function figures(truths: readonly Truth[], hits: readonly Hit[], scoring = LOOSE) {
  const { told, right, wrong } = score(truths, hits, scoring);
  return [
    told.length,
    told.filter((one) => one.found).length,
    told.filter((one) => one.exact).length,
    right.length,
    wrong.length,
  ];
}

describe('bench: score', () => {
  const cases: readonly (readonly [name: string, actual: number[], expected: number[]])[] = [
    ['exact span', figures([truth(3, 9)], [hit(3, 9)]), [1, 1, 1, 1, 0]],
    ['overlap', figures([truth(3, 9)], [hit(5, 12)]), [1, 1, 0, 1, 0]],
    [
      'overlap, exact spans asked for',
      figures([truth(3, 9)], [hit(5, 12)], STRICT),
      [1, 0, 0, 0, 1],
    ],
    [
      'ends that touch are no overlap',
      figures([truth(3, 9)], [hit(9, 12), hit(0, 3)]),
      [1, 0, 0, 0, 2],
    ],
    ['another rule', figures([truth(3, 9)], [hit(3, 9, 'email')]), [1, 0, 0, 0, 1]],
    ['nothing found', figures([truth(3, 9)], []), [1, 0, 0, 0, 0]],
    ['nothing there', figures([], [hit(3, 9)]), [0, 0, 0, 0, 1]],
    ['two findings of one value', figures([truth(3, 9)], [hit(3, 5), hit(6, 9)]), [1, 1, 0, 2, 0]],
    [
      'two findings of one value, strictly',
      figures([truth(3, 9)], [hit(3, 9), hit(3, 9)], STRICT),
      [1, 1, 1, 1, 1],
    ],
    ['a weak value that is missed', figures([truth(3, 9, { weak: true })], []), [0, 0, 0, 0, 0]],
    [
      'a weak value that is found',
      figures([truth(3, 9, { weak: true })], [hit(3, 9)]),
      [1, 1, 1, 1, 0],
    ],
    [
      'a value inside another',
      figures([truth(0, 30), truth(5, 9)], [hit(0, 30), hit(20, 24)]),
      [2, 2, 1, 2, 0],
    ],
    [
      'hits in any order',
      figures([truth(0, 4), truth(5, 9)], [hit(5, 9), hit(0, 4)]),
      [2, 2, 2, 2, 0],
    ],
  ];
  for (const [name, actual, expected] of cases) {
    it(name, () => {
      assert.deepEqual(actual, expected);
    });
  }

  it('shows what is as sure as the threshold, or surer', () => {
    const hits = [hit(0, 1, 'email', 'certain'), hit(2, 3), hit(4, 5, 'email', 'possible')];
    assert.deepEqual(shownAt(hits, 'certain').length, 1);
    assert.deepEqual(shownAt(hits, 'likely').length, 2);
    assert.deepEqual(shownAt(hits, 'possible').length, 3);
  });

  it('takes the harmonic mean', () => {
    assert.equal(f1(1, 1), 1);
    assert.equal(f1(0.5, 1), 2 / 3);
    assert.equal(f1(0, 0), 0);
  });
});

describe('bench: tally', () => {
  const tallies = new Tallies();
  const truths = [truth(0, 4), truth(5, 9), truth(10, 14, { rules: ['email'] })];
  const hits = [hit(0, 4, 'phone-number', 'certain'), hit(5, 9), hit(20, 24)];
  for (const level of ['certain', 'likely', 'possible'] as const) {
    const result = score(truths, shownAt(hits, level), LOOSE);
    tallies.addRecall(level, result);
    tallies.addPrecision(level, result);
  }

  it('counts by rule and level', () => {
    assert.deepEqual(tallies.of('phone-number').certain, {
      cases: 2,
      found: 1,
      exact: 1,
      right: 1,
      wrong: 0,
    });
    assert.deepEqual(tallies.of('phone-number').likely, {
      cases: 2,
      found: 2,
      exact: 2,
      right: 2,
      wrong: 1,
    });
    assert.deepEqual(tallies.of('email').likely, {
      cases: 1,
      found: 0,
      exact: 0,
      right: 0,
      wrong: 0,
    });
  });

  it('sums all rules, or some', () => {
    assert.equal(tallies.sum().likely.cases, 3);
    assert.equal(tallies.sum(new Set(['email'])).likely.cases, 1);
  });

  it('tells each level’s own findings apart', () => {
    assert.deepEqual(calibrationOf(tallies.sum(), 'certain'), { right: 1, wrong: 0 });
    assert.deepEqual(calibrationOf(tallies.sum(), 'likely'), { right: 1, wrong: 1 });
    assert.deepEqual(calibrationOf(tallies.sum(), 'possible'), { right: 0, wrong: 0 });
  });

  it('weighs every value the same', () => {
    assert.equal(microF1(tallies.sum().likely), f1(2 / 3, 2 / 3));
  });
});
