import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hasHotword } from '../../../src/engine/hotword.ts';

const WORDS = ['tel', 'phone no', 'Útlevél', '電話', 'c++'];

describe('hasHotword', () => {
  for (const [text, expected] of [
    ['tel', true],
    ['Tel.', true],
    ['my TEL:', true],
    ['tel1', true],
    ['phone no', true],
    ['phoneNo', true],
    ['PHONE_NO', true],
    ['phone - no', false],
    ['hotel', false],
    ['telling', false],
    ['telX', false],
    ['1tel', false],
    ['étel', false],
    ['ÚTLEVÉL', true],
    // Japanese words stand without blanks, and before others.
    ['お電話は', true],
    ['私のtel', false],
    ['tel番号', true],
    ['電', false],
    ['c++', true],
    ['ccc', false],
    ['', false],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.equal(hasHotword(text, WORDS), expected);
    });
  }

  it('of no words', () => {
    assert.equal(hasHotword('anything', []), false);
  });

  it('of Japanese words alone', () => {
    assert.equal(hasHotword('お電話', ['電話']), true);
  });
});
