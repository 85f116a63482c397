import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { judgeWorld } from '../../../src/engine/rules/postal-address/world/index.ts';
import { tokensOf } from '../../../src/engine/rules/postal-address/world/tokens.ts';
import { DEFAULT_OPTIONS } from '../../../src/engine/options.ts';

const PIECES = [
  ...'1|12|Main|St|Street|rue|de|Paix|Strasse|No:5|no|casino|:5|Suite|5|N|bis|MA|02139|Germany|St.|Box|P.O.|Sentence.|the|Bahamas|ul.|#3|-|\u{20000}|5\u{20000}'.split(
    '|',
  ),
];
const text = fc
  .array(
    fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', ', ', '\n', ': ', '')),
    {
      minLength: 30,
      maxLength: 120,
    },
  )
  .chain((parts) =>
    fc.constantFrom(parts.flat().join(''), parts.slice(0, 5).flat().join('').repeat(30)),
  );

/** A copy that nothing is remembered of: of one sign more, far behind all that is looked at. */
let copies = 0;
const fresh = (original: string) => `${original}${'\n'.repeat(20)}${String(copies++)}`;

describe('what is remembered of words and streets', () => {
  it('makes words no others, wherever a stretch begins and ends', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(fc.nat(900), fc.nat(400)), { maxLength: 12 }),
        (all, stretches) => {
          const shared = fresh(all);
          for (const [from, length] of stretches) {
            const to = Math.min(all.length, from + length);
            if (from > to) continue;
            assert.deepEqual(tokensOf(shared, from, to), tokensOf(fresh(all), from, to));
          }
        },
      ),
    );
  });

  it('makes addresses no others, whatever number beside them is asked about', () => {
    const context = {
      options: DEFAULT_OPTIONS,
      field: undefined,
      typed: false,
      hotword: () => false,
    };
    fc.assert(
      fc.property(text, (all) => {
        const judged = (of: string, start: number) =>
          judgeWorld({ text: of, folded: of, start, end: start + 1 }, context);
        const shared = fresh(all);
        for (const { index } of all.matchAll(/\d/g)) {
          assert.deepEqual(judged(shared, index), judged(fresh(all), index));
        }
      }),
      { numRuns: 40 },
    );
  });
});
