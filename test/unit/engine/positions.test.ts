import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { advance, START } from '../../../src/engine/positions.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** The text before, and the line and the column after it. */
const cases: readonly (readonly [text: string, line: number, column: number])[] = [
  ['', 1, 1],
  ['abc', 1, 4],
  ['abc\n', 2, 1],
  ['a\r\nb', 2, 2],
  ['a\rb', 2, 2],
  ['a\r\rb', 3, 2],
  ['a\n\rb', 3, 2],
  ['あい', 1, 3],
  ['\u{1F600}𠮷', 1, 5],
  ['é\n\u{1F600}a', 2, 4],
  // Not line ends in VS Code.
  ['a\u2028b\u0085c\vd\f', 1, 9],
];

describe('advance', () => {
  for (const [text, line, column] of cases) {
    it(JSON.stringify(text), () => {
      const bytes = encode(text);
      assert.deepEqual(advance(START, bytes, 0, bytes.length), {
        offset: text.length,
        byte: bytes.length,
        line,
        column,
      });
    });
  }

  it('stays where it is', () => {
    assert.deepEqual(advance(START, encode('abc'), 0, 0), START);
  });

  it('a line does not end between \\r and \\n', () => {
    const between = advance(START, encode('a\r\nb'), 0, 2);
    assert.deepEqual(between, { offset: 2, byte: 2, line: 1, column: 3 });
    assert.equal(advance(between, encode('a\r\nb'), 0, 3).line, 2);
  });

  it('in a buffer that begins later in the source', () => {
    const from = { offset: 90, byte: 100, line: 7, column: 5 };
    assert.deepEqual(advance(from, encode('xxあ\nb'), 98, 105), {
      offset: 93,
      byte: 105,
      line: 8,
      column: 2,
    });
  });

  it('a broken byte is a unit', () => {
    assert.deepEqual(advance(START, Uint8Array.of(0x80, 0xe3, 0x81, 0x41), 0, 4), {
      offset: 3,
      byte: 4,
      line: 1,
      column: 4,
    });
  });

  it('step by step is the same as at once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'あ', '\u{1F600}', '\r', '\n')), (units) => {
        const bytes = encode(units.join(''));
        let step = START;
        for (const unit of units) step = advance(step, bytes, 0, step.byte + encode(unit).length);
        assert.deepEqual(step, advance(START, bytes, 0, bytes.length));
      }),
    );
  });
});
