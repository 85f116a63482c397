import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  fromBase64,
  fromBase64ByHand,
  fromNumbers,
  toBase64,
  toNumbers,
} from '../../../src/engine/gazetteer/base64.ts';
import {
  postalCodeUse,
  prefecturesOfPostalCode,
} from '../../../src/engine/gazetteer/postal-codes.ts';
import { isPostcodeArea } from '../../../src/engine/gazetteer/united-kingdom.ts';
import { isZipOfState, stateCode } from '../../../src/engine/gazetteer/united-states.ts';

const OKINAWA = 46;

describe('Japanese postal codes', () => {
  const cases: readonly [code: number, use: string | undefined, prefectures: readonly number[]][] =
    [
      [600001, 'town', [0]],
      [1600023, 'town', [12]],
      [1008111, 'office', [12]],
      [1638001, 'office', [12]], // only offices have 163
      [9071801, 'town', [OKINAWA]], // the last of all towns but Yamagata's
      [1850000, 'town', [12]],
      [1234567, undefined, [12]],
      [0, undefined, []],
      [9_999_999, undefined, [5]],
      [10_000_000, undefined, []],
    ];
  for (const [code, use, prefectures] of cases) {
    it(String(code).padStart(7, '0'), () => {
      assert.equal(postalCodeUse(code), use);
      assert.deepEqual(prefecturesOfPostalCode(code), prefectures);
    });
  }
  it('018 serves Aomori and Akita', () => {
    assert.deepEqual(prefecturesOfPostalCode(185501), [1, 4]);
  });
  it('are about 143,000 of ten million', () => {
    let used = 0;
    for (let code = 0; code < 10_000_000; code += 7) if (postalCodeUse(code) !== undefined) used++;
    assert.ok(used > 19_000 && used < 21_500, String(used));
  });
});

describe('postal codes of other countries', () => {
  it('lie in their state', () => {
    assert.equal(stateCode('N.Y.'), 'NY');
    assert.equal(stateCode('New York'), 'NY');
    assert.equal(stateCode('ZZ'), undefined);
    assert.equal(isZipOfState('10001', 'NY'), true);
    assert.equal(isZipOfState('10001', 'CA'), false);
  });
  it('have a British area', () => {
    assert.equal(isPostcodeArea('OX1 4AA'), true);
    assert.equal(isPostcodeArea('ZZ1 4AA'), false);
  });
});

describe('tables as text', () => {
  it('come back as they were', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    const numbers = [0, 31, 32, 1023, 1024, 9_999_999];
    for (const length of [0, 1, 2, 3, 254, 255, 256]) {
      const some = bytes.slice(0, length);
      assert.deepEqual(fromBase64(toBase64(some)), some);
      assert.deepEqual(fromBase64ByHand(toBase64(some)), some, 'without Node');
    }
    assert.deepEqual(fromNumbers(toNumbers(numbers)), numbers);
    assert.match(toBase64(bytes), /^[\w-]+$/);
  });
});
