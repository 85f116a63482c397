import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { driversLicenceCheck } from '../../../src/engine/checks/drivers-licence.ts';

describe('check digit of Japanese driving licences', () => {
  // 11 less the remainder by 11; its last digit where that is 10 or 11.
  const cases: readonly [begin: string, digit: number][] = [
    ['1000000000', 6],
    ['0000000001', 9],
    ['0000100010', 1],
    ['0000001100', 2],
    ['0000020000', 0],
  ];
  for (const [begin, digit] of cases) {
    it(`of ${begin}`, () => {
      const right = [...'0123456789'].filter((last) => driversLicenceCheck(`${begin}${last}0`));
      assert.deepEqual(right, [String(digit)]);
    });
  }
  it('needs twelve digits', () => {
    assert.equal(driversLicenceCheck('10000000006'), false);
    assert.equal(driversLicenceCheck('100000000060'), true);
  });
});
