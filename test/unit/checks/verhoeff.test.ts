import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { verhoeffCheck } from '../../../src/engine/checks/verhoeff.ts';

describe('verhoeffCheck', () => {
  for (const [digits, expected] of [
    // The example of Verhoeff's scheme that handbooks print.
    ['2363', true],
    ['2364', false],
    ['3263', false],
    ['123451', true],
    ['1428570', true],
    ['', false],
  ] as const) {
    it(`${digits}: ${expected}`, () => {
      assert.equal(verhoeffCheck(digits), expected);
    });
  }
  it('sees every wrong digit and every swapped pair', () => {
    const right = '2363';
    for (let at = 0; at < right.length; at++) {
      for (let digit = 0; digit < 10; digit++) {
        const other = right.slice(0, at) + String(digit) + right.slice(at + 1);
        assert.equal(verhoeffCheck(other), other === right);
      }
      const swapped = [...right];
      [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? '', swapped[at]!];
      assert.equal(verhoeffCheck(swapped.join('')), swapped.join('') === right);
    }
  });
});
