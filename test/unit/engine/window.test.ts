import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { fold } from '../../../src/engine/text/fold.ts';
import { createWindows } from '../../../src/engine/window.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('a window', () => {
  for (const text of ['', 'plain', 'aあ\u{1F600}é', '𠮷'.repeat(5), '０９０－']) {
    it(`${JSON.stringify(text)}: every character's byte and index, both ways`, () => {
      const bytes = encode(text);
      const window = createWindows(bytes).around(0, bytes.length);
      assert.equal(window.text, text);
      assert.equal(window.folded, fold(text));
      let byte = 0;
      let index = 0;
      for (const character of text) {
        assert.deepEqual([window.indexOf(byte), window.byteOf(index)], [index, byte]);
        byte += encode(character).length;
        index += character.length;
      }
      assert.deepEqual([window.indexOf(byte), window.byteOf(index)], [text.length, bytes.length]);
    });
  }

  it('the low half of a pair is where the high half is', () => {
    const window = createWindows(encode('a\u{1F600}b')).around(0, 6);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((index) => window.byteOf(index)),
      [0, 1, 1, 5, 6],
    );
  });

  it('a byte within a character stands for the next one', () => {
    const window = createWindows(encode('aあb')).around(0, 5);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((byte) => window.indexOf(byte)),
      [0, 1, 2, 2, 2, 3],
    );
  });

  it('of any bytes has a unit for every byte or more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { text, indexOf, byteOf } = createWindows(bytes).around(0, bytes.length);
        assert.equal(text, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
        for (let index = 0; index <= text.length; index++) {
          const isLow = /[\udc00-\udfff]/.test(text.charAt(index));
          assert.equal(indexOf(byteOf(index)), isLow ? index - 1 : index);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('windows', () => {
  const text = 'aあ\u{1F600}-'.repeat(5000);
  const bytes = encode(text);

  it('show what stands around a candidate, whole characters', () => {
    const windows = createWindows(bytes);
    for (let start = 0; start < bytes.length; start += 97) {
      const end = Math.min(bytes.length, start + 20);
      const window = windows.around(start, end);
      assert.ok(window.from <= Math.max(0, start - 1020), String(start));
      assert.ok(window.to >= Math.min(bytes.length, end + 2044), String(start));
      assert.doesNotMatch(window.text, /\ufffd/);
      assert.ok(window.to - window.from < 20_000);
    }
  });

  it('are kept for candidates that stand close', () => {
    const windows = createWindows(bytes);
    assert.equal(windows.around(0, 10), windows.around(100, 110));
  });

  it('go back, too', () => {
    const windows = createWindows(bytes);
    windows.around(30_000, 30_010);
    assert.equal(windows.around(0, 10).from, 0);
  });
});
