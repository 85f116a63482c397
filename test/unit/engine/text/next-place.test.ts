import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { nextPlace } from '../../../../src/engine/text/next-place.ts';

const find = (text: string, from: number, to: number): number => {
  const at = text.slice(from, to).indexOf('x');
  return at < 0 ? to : from + at;
};

describe('the next place of something in a text', () => {
  const question = fc.tuple(
    fc.constantFrom('', 'x', 'abcxdefx', 'x..x....x.....x......'),
    fc.nat(22),
    fc.nat(22),
  );

  for (const more of [0, 1, 7]) {
    it(`is what a look says, whatever was asked before, ${String(more)} units looked ahead`, () => {
      fc.assert(
        fc.property(fc.array(question, { maxLength: 20 }), (questions) => {
          const next = nextPlace(find, more);
          for (const [text, from, length] of questions) {
            const to = Math.min(text.length, from + length);
            if (from > to) continue;
            assert.equal(next(text, from, to), find(text, from, to));
          }
        }),
      );
    });
  }

  it('looks at no unit twice where places ask in rising order', () => {
    let looked = 0;
    const next = nextPlace((text, from, to) => {
      looked += to - from;
      return find(text, from, to);
    });
    const text = '.'.repeat(1000);
    for (let from = 0; from + 300 <= 1000; from++)
      assert.equal(next(text, from, from + 300), from + 300);
    assert.equal(looked, 1000);
  });
});
