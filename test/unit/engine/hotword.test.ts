import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hotwordPattern } from '../../../src/engine/hotword.ts';

const WORDS = ['tel', 'phone no', '電話', 'c++'];

describe('hotwordPattern', () => {
  for (const [text, expected] of [
    ['tel', 'tel'],
    ['Tel.', 'Tel'],
    ['my TEL:', 'TEL'],
    ['tel1', 'tel'],
    ['phone no', 'phone no'],
    ['phoneNo', 'phoneNo'],
    ['phone_no', 'phone_no'],
    ['phone - no', undefined],
    ['hotel', undefined],
    ['telling', undefined],
    ['1tel', undefined],
    // Japanese words stand without blanks.
    ['お電話は', '電話'],
    ['c++', 'c++'],
    ['ccc', undefined],
    ['', undefined],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.equal(hotwordPattern(WORDS).exec(text)?.[0], expected);
    });
  }

  it('is made once for a list', () => {
    assert.equal(hotwordPattern(WORDS), hotwordPattern(WORDS));
  });

  it('of no words matches nothing', () => {
    assert.equal(hotwordPattern([]).test('anything'), false);
  });
});
