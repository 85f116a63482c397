import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createUtf8Check } from '../../../src/node/utf8-check.ts';

function firstBad(bytes: Uint8Array, size: number): number | undefined {
  const check = createUtf8Check();
  for (let i = 0; i < bytes.length; i += size) check.push(bytes.subarray(i, i + size));
  return check.firstBad();
}

const long = Buffer.from('電話番号,'.repeat(2000));

describe('first byte that is not UTF-8', () => {
  const cases: readonly [name: string, bytes: Uint8Array, expected: number | undefined][] = [
    ['nothing', Buffer.alloc(0), undefined],
    ['ASCII', Buffer.from('abc'), undefined],
    ['two, three and four bytes', Buffer.from('éあ😀'), undefined],
    ['a continuation byte alone', Buffer.from([0x61, 0x80, 0x62]), 1],
    ['a lead byte without its rest', Buffer.from([0x61, 0xe3, 0x62]), 1],
    ['a sequence cut off by the end', Buffer.from([0x61, 0xe3, 0x81]), 1],
    ['an overlong form', Buffer.from([0xc0, 0xaf]), 0],
    ['a surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 1],
    ['Latin-1', Buffer.from('Müller', 'latin1'), 1],
    ['Shift_JIS', Buffer.from([0x93, 0x64, 0x98, 0x62]), 0],
    ['far behind', Buffer.concat([long, Buffer.from([0xff]), long]), long.length],
    ['only continuation bytes', Buffer.alloc(500, 0x80), 0],
  ];
  for (const [name, bytes, expected] of cases) {
    for (const size of [1, 2, 3, 7, 100000]) {
      it(`${name}, chunks of ${size}`, () => {
        assert.equal(firstBad(bytes, size), expected);
      });
    }
  }
});
