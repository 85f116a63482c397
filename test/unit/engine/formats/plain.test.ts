import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createFields } from '../../../../src/engine/formats/format.ts';
import { plain } from '../../../../src/engine/formats/plain.ts';

const cases: readonly (readonly [text: string, from: number, to: number, end: number])[] = [
  ['ab\ncd', 0, 5, 3],
  ['ab\ncd\n', 0, 6, 6],
  ['ab\ncd\n', 0, 3, 3],
  ['ab\ncd\n', 0, 2, 0],
  ['abcd', 0, 4, 0],
  ['ab\ncd', 4, 5, 3],
];

describe('plain', () => {
  for (const [text, from, to, end] of cases) {
    it(`${JSON.stringify(text)}, ${String(from)} to ${String(to)}`, () => {
      const bytes = new TextEncoder().encode(text);
      const fields = createFields();
      const format = plain('any')();
      // Before `from` means that no line ends in between.
      assert.equal(format.read(bytes, from, to, false, fields), end);
      assert.equal(format.read(bytes, from, to, true, fields), to);
      assert.equal(fields.length, 0);
      assert.deepEqual([format.labels, format.columns], ['any', false]);
    });
  }
});
