import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { myNumberCheck, myNumberCheckDigit } from '../../../src/engine/checks/my-number.ts';

describe('check digit of My Number', () => {
  const cases: readonly [digits: string, digit: number][] = [
    // Remainders by hand: 0, 6, 7, 47 mod 11 = 3, 12 mod 11 = 1, 2.
    ['00000000000', 0],
    ['10000000000', 5],
    ['00000100000', 4],
    ['11111111111', 8],
    ['20000000000', 0],
    ['00000000001', 9],
  ];
  for (const [digits, digit] of cases) {
    it(`of ${digits}`, () => {
      assert.equal(myNumberCheckDigit(digits), digit);
    });
  }
  it('agrees with one last digit of ten', () => {
    const right = [...'0123456789'].filter((last) => myNumberCheck(`11111111111${last}`));
    assert.deepEqual(right, ['8']);
  });
  it('refuses other lengths', () => {
    assert.equal(myNumberCheck('00000000000'), false);
    assert.equal(myNumberCheck('0000000000000'), false);
  });
});
