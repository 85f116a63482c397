import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { abaCheck } from '../../../src/engine/checks/aba.ts';

describe('check digit of routing numbers', () => {
  const cases: readonly [digits: string, right: boolean][] = [
    // Federal Reserve Banks and the Treasury, which are no persons.
    ['011000015', true],
    ['021001208', true],
    ['000000518', true],
    ['011000016', false],
    ['101000015', false],
    ['01100001', false],
    ['0110000150', false],
  ];
  for (const [digits, right] of cases) {
    it(`${right ? 'agrees' : 'disagrees'}: ${digits}`, () => {
      assert.equal(abaCheck(digits), right);
    });
  }
});
