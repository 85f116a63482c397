import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mod97Check } from '../../../src/engine/checks/mod-97.ts';

describe('IBAN check digits', () => {
  // Examples of the IBAN registry.
  const cases: readonly [iban: string, right: boolean][] = [
    ['DE89370400440532013000', true],
    ['GB29NWBK60161331926819', true],
    ['FR1420041010050500013M02606', true],
    ['MT84MALT011000012345MTLCAST001S', true],
    ['DE88370400440532013000', false],
    ['DE89370400440532013001', false],
    ['DE89370400440532010300', false],
    ['GB29NWBK60161331926891', false],
    ['DE89', false],
    ['', false],
  ];
  for (const [iban, right] of cases) {
    it(`${right ? 'agree' : 'disagree'}: ${iban === '' ? 'nothing' : iban}`, () => {
      assert.equal(mod97Check(iban), right);
    });
  }
});
