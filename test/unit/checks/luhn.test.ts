import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { luhnCheck } from '../../../src/engine/checks/luhn.ts';

describe('Luhn check digit', () => {
  const cases: readonly [digits: string, right: boolean][] = [
    ['4111111111111111', true],
    ['4111111111111112', false],
    ['378282246310005', true],
    ['30569309025904', true],
    // Two neighbours exchanged; 09 and 90 are the pair that the formula does not tell apart.
    ['4111111111111191', false],
    ['0', true],
    ['18', true],
    ['19', false],
    ['59', true],
    ['', false],
  ];
  for (const [digits, right] of cases) {
    it(`${right ? 'agrees' : 'disagrees'}: ${digits === '' ? 'nothing' : digits}`, () => {
      assert.equal(luhnCheck(digits), right);
    });
  }
  it('lets one of ten last digits pass', () => {
    const passing = [...'0123456789'].filter((last) => luhnCheck(`123456789012345${last}`));
    assert.equal(passing.length, 1);
  });
});
