import assert from 'node:assert/strict';
import { lineThrough, median, pairedRatio, quantile } from '../../../bench/speed/statistics.mts';

describe('median', () => {
  const cases: readonly (readonly [readonly number[], number])[] = [
    [[], NaN],
    [[7], 7],
    [[9, 1], 5],
    [[10, 9, 1], 9],
    [[100, 2, 4, 1], 3],
  ];
  for (const [numbers, expected] of cases) {
    it(`of ${numbers.join(', ') || 'nothing'}`, () => assert.equal(median(numbers), expected));
  }

  it('leaves the numbers in their order', () => {
    const numbers = [3, 1, 2];
    median(numbers);
    assert.deepEqual(numbers, [3, 1, 2]);
  });
});

describe('quantile', () => {
  const hundred = Array.from({ length: 101 }, (_, i) => 100 - i);
  for (const [share, expected] of [
    [0, 0],
    [0.5, 50],
    [0.99, 99],
    [1, 100],
  ] as const) {
    it(`${String(share)} of 0 to 100`, () => assert.equal(quantile(hundred, share), expected));
  }
  it('between two', () => assert.equal(quantile([10, 20], 0.25), 12.5));
});

describe('pairedRatio', () => {
  const cases: readonly (readonly [string, readonly number[], readonly number[], unknown])[] = [
    ['each pair has its own ratio', [10, 200, 30], [5, 100, 10], 2],
    // The ratio of the medians would be 1.
    ['a round that was slow for both counts as the others', [1, 10, 100], [2, 20, 10], 0.5],
    ['what the clock could not tell gives none', [1, 2], [0, 1], undefined],
    ['what was not measured gives none', [1, 2], [NaN, NaN], undefined],
    ['nothing gives none', [], [], undefined],
  ];
  for (const [name, ours, theirs, expected] of cases) {
    it(name, () => assert.equal(pairedRatio(ours, theirs), expected));
  }
});

describe('lineThrough', () => {
  it('a straight line', () => {
    const line = lineThrough([10, 20, 40, 80].map((x) => ({ x, y: 3 * x + 5 })));
    assert.ok(Math.abs(line.slope - 3) < 1e-9);
    assert.ok(Math.abs(line.start - 5) < 1e-9);
    assert.ok(line.off < 1e-9);
  });

  it('growth with the square is far off', () => {
    const { off } = lineThrough([10, 20, 40, 80].map((x) => ({ x, y: x * x })));
    assert.ok(off > 0.5);
  });
});
