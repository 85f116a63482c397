import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { fold, isAscii } from '../../../../src/engine/text/fold.ts';
import { wide } from '../../../support/wide.ts';

const ASCII = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('');

const cases: readonly (readonly [string, string])[] = [
  ['', ''],
  ['plain ASCII\t\r\n', 'plain ASCII\t\r\n'],
  [wide(ASCII), ASCII],
  ['あ\u3000い\u00a0う', 'あ い う'],
  ['0\u20100\u20110\u20120\u20130\u20140\u20150\u22120', '0-0-0-0-0-0-0-0'],
  ['0\ufe630\uff0d0\u20430\u207b0', '0-0-0-0-0'],
  // A long-vowel mark is a hyphen after a digit only.
  ['03ー1234ー5678', '03-1234-5678'],
  ['０３ー１２３４', '03-1234'],
  ['03ｰ1234', '03-1234'],
  ['タワー1ー2', 'タワー1-2'],
  ['ー1', 'ー1'],
  // What NFKC would change in length stays.
  ['㈱ｶﾞ①Ⅳﬁ½', '㈱ｶﾞ①Ⅳﬁ½'],
  ['\u{1F600}＠𠮷', '\u{1F600}@𠮷'],
  ['ａ\ud800', 'a\ufffd'],
];

describe('fold', () => {
  for (const [text, folded] of cases) {
    it(JSON.stringify(text), () => {
      assert.equal(fold(text), folded);
    });
  }

  it('keeps the length, and what is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text);
        assert.equal(folded.length, text.length);
        assert.equal(fold(folded), folded);
      }),
    );
  });
});

describe('isAscii', () => {
  for (const [text, expected] of [
    ['', true],
    ['\u0000\u007f', true],
    ['a\u0080', false],
    ['あ', false],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.equal(isAscii(text), expected);
    });
  }
});
