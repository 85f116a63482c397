import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mod11And10Check, mod11Of2Check } from '../../../src/engine/checks/iso-7064.ts';

describe('ISO 7064', () => {
  for (const [value, expected] of [
    // ISO 7064 MOD 11-2, its own example.
    ['07940', true],
    ['079X', true],
    ['07941', false],
    ['0794X', false],
    ['X', false],
    ['', false],
  ] as const) {
    it(`MOD 11-2 ${value}: ${expected}`, () => {
      assert.equal(mod11Of2Check(value), expected);
    });
  }
  for (const [digits, expected] of [
    // ISO 7064 MOD 11,10, its own example.
    ['07945', true],
    ['07946', false],
    ['70945', false],
    ['', false],
  ] as const) {
    it(`MOD 11,10 ${digits}: ${expected}`, () => {
      assert.equal(mod11And10Check(digits), expected);
    });
  }
});
