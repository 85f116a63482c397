import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mrzCheck, mrzCheckDigit } from '../../../src/engine/checks/mrz.ts';

describe('ICAO 9303 check digit', () => {
  // The examples of Doc 9303 part 3 section 4.9 and parts 4 and 5.
  const cases: readonly [data: string, digit: number | undefined][] = [
    ['520727', 3],
    ['AB2134<<<', 5],
    ['HA672242<658022549601086<<<<<<<<<<<<<<0', 8],
    ['L898902C3', 6],
    ['D23145890', 7],
    ['740812', 2],
    ['120415', 9],
    ['ZE184226B<<<<<', 1],
    ['<<<<<<<<<<<<<<', 0],
    ['', 0],
    ['l898902c3', undefined],
    ['12 34', undefined],
    ['１２３４', undefined],
  ];
  for (const [data, digit] of cases) {
    it(`of ${data === '' ? 'nothing' : data}`, () => {
      assert.equal(mrzCheckDigit(data), digit);
    });
  }

  const verdicts: readonly [data: string, digit: string, right: boolean][] = [
    ['740812', '2', true],
    ['740812', '3', false],
    ['740813', '2', false],
    ['740812', '<', false],
    ['<<<<<<', '<', true],
    ['<<<<<<', '0', true],
    ['74O812', '2', false],
  ];
  for (const [data, digit, right] of verdicts) {
    it(`${digit} ${right ? 'agrees' : 'disagrees'} with ${data}`, () => {
      assert.equal(mrzCheck(data, digit), right);
    });
  }
});
