import assert from 'node:assert/strict';
import { iso31661Alpha3ToAlpha2 } from 'iso-3166';
import { describe, it } from 'mocha';
import { isStateCode, regionOfState } from '../../../src/engine/gazetteer/states.ts';

describe('state codes of machine-readable zones', () => {
  it('has every ISO 3166-1 code, with its region', () => {
    for (const [alpha3, alpha2] of Object.entries(iso31661Alpha3ToAlpha2)) {
      assert.equal(isStateCode(alpha3), true, alpha3);
      assert.equal(regionOfState(alpha3), alpha2);
    }
  });

  const others: readonly (readonly [code: string, known: boolean, region: string | undefined])[] = [
    ['D<<', true, 'DE'],
    ['GBN', true, 'GB'],
    ['RKS', true, undefined],
    ['UNO', true, undefined],
    ['XXA', true, undefined],
    ['UTO', true, undefined],
    // Nobody's, the end of one code and the begin of another, other lengths.
    ['QQQ', false, undefined],
    ['WAW', false, undefined],
    ['AAW', false, undefined],
    ['JP', false, undefined],
    ['JPN<', false, undefined],
    ['', false, undefined],
    ['<<<', false, undefined],
    ['jpn', false, undefined],
    ['D<<GB', false, undefined],
  ];
  for (const [code, known, region] of others) {
    it(`${JSON.stringify(code)} is ${known ? 'one' : 'none'}`, () => {
      assert.equal(isStateCode(code), known);
      assert.equal(regionOfState(code), region);
    });
  }
});
