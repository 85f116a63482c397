import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { normalise } from '../../../src/engine/text/normalise.ts';

/** Rule, and ways of writing one value. */
const same: readonly (readonly [string, ...string[]])[] = [
  [
    'email',
    'A.User@Example.com',
    'a.user@example.com',
    'ａ．ｕｓｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ',
    'a.user%40example.com',
    'a.user&#64;example.com',
    'a.user [at] example.com',
  ],
  [
    'phone-number',
    '090-0123-4567',
    '０９０－０１２３－４５６７',
    '09001234567',
    '(090) 0123 4567',
    '+81 90-0123-4567',
    '+81 (0)90 0123 4567',
    '010-81-90-0123-4567',
  ],
  ['passport-number', ['UT', '0123456'].join(''), 'ＵＴ０１２３４５６', 'ut 0123456', 'UT-0123456'],
  ['passport-mrz', 'P<UTO\nL0<', 'P<UTO\\nL0<', 'P&lt;UTOL0&lt;', 'p<uto L0<', 'P\\u003cUTOL0<'],
  ['postal-code', '〒000-0000', '0000000', '０００－００００'],
  [
    'postal-address',
    '東京都新宿区西新宿0-8-1',
    '東京都新宿区西新宿０丁目８番１号',
    '東京都新宿区西新宿 0‐8の1',
  ],
  ['employee-id', 'EMP-000001', 'emp000001', 'ＥＭＰ　000001'],
];

const different: readonly (readonly [string, string, string])[] = [
  ['phone-number', '+44 90 0123 4567', '090-0123-4567'],
  ['postal-address', '西新宿2-8', '西新宿28'],
  ['email', 'a.b@example.com', 'ab@example.com'],
];

describe('normalise', () => {
  for (const [rule, ...forms] of same) {
    for (const form of forms) {
      it(`${rule}: ${JSON.stringify(form)}`, () => {
        assert.equal(normalise(rule, form), normalise(rule, forms[0]!));
      });
    }
  }
  for (const [rule, one, other] of different) {
    it(`${rule}: ${one} is not ${other}`, () => {
      assert.notEqual(normalise(rule, one), normalise(rule, other));
    });
  }
});
