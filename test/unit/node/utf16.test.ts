import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { utf16FromUtf8, utf8FromUtf16 } from '../../../src/node/utf16.ts';

function units(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

/** `bytes` in chunks of `size`. */
function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

const TEXTS = ['', 'a', 'abc,電話番号', '😀', 'x😀y𠮷z', '\r\n'];

describe('UTF-16', () => {
  for (const bigEndian of [false, true]) {
    const order = bigEndian ? 'big-endian' : 'little-endian';
    for (const size of [1, 2, 3, 5, 1000]) {
      it(`${order}, chunks of ${size}: there and back`, () => {
        for (const text of TEXTS) {
          let losses = 0;
          const chunks = cut(units(text, bigEndian), size);
          const utf8 = [...utf8FromUtf16(chunks, bigEndian, () => losses++)];
          assert.equal(Buffer.concat(utf8).toString('utf8'), text);
          assert.equal(losses, 0);
          const back = [...utf16FromUtf8(cut(Buffer.concat(utf8), size), bigEndian)];
          assert.deepEqual(Buffer.concat(back), units(text, bigEndian));
        }
      });
    }
  }

  const broken: readonly [name: string, bytes: Buffer, text: string][] = [
    ['a lone high surrogate', units('a\ud83db', false), 'a\ufffdb'],
    ['a lone low surrogate', units('a\ude00b', false), 'a\ufffdb'],
    ['a high surrogate at the end', units('a\ud83d', false), 'a\ufffd'],
    ['an odd byte at the end', Buffer.from([0x61, 0, 0x62]), 'a\ufffd'],
  ];
  for (const [name, bytes, text] of broken) {
    for (const size of [1, 2, 1000]) {
      it(`${name}, chunks of ${size}: replaced unit for unit, and told`, () => {
        let losses = 0;
        const utf8 = [...utf8FromUtf16(cut(bytes, size), false, () => losses++)];
        assert.equal(Buffer.concat(utf8).toString('utf8'), text);
        assert.equal(losses, 1);
      });
    }
  }
});
