import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import {
  characterStart,
  isContinuation,
  sequenceAt,
  unitsBetween,
} from '../../../../src/engine/text/utf8.ts';

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const sequences: readonly (readonly [bytes: readonly number[], length: number])[] = [
  [[0x41], 1],
  [[0xc2, 0x80], 2],
  [[0xe3, 0x81, 0x82], 3],
  [[0xf0, 0x9f, 0x98, 0x80], 4],
  // Not the first byte of anything.
  [[0x80], -1],
  [[0xc0, 0x80], -1],
  [[0xc1, 0xbf], -1],
  [[0xf5, 0x80, 0x80, 0x80], -1],
  [[0xff], -1],
  // Cut short: at most one U+FFFD for what could have become a character.
  [[0xc2], -1],
  [[0xc2, 0x41], -1],
  [[0xe3, 0x81], -2],
  [[0xe3, 0x81, 0x41], -2],
  [[0xf0, 0x9f, 0x98], -3],
  [[0xf0, 0x9f, 0x41, 0x80], -2],
  // Overlong forms, surrogates, past U+10FFFF.
  [[0xe0, 0x80, 0x80], -1],
  [[0xed, 0xa0, 0x80], -1],
  [[0xf0, 0x8f, 0x80, 0x80], -1],
  [[0xf4, 0x90, 0x80, 0x80], -1],
];

/** Bytes that come close to characters, more often than mere chance would. */
const anyBytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 3 }).map((text) => new TextEncoder().encode(text)),
      fc
        .constantFrom(0xe0, 0xed, 0xf0, 0xf4, 0xc2, 0x80, 0x9f, 0xa0, 0xbf)
        .map((byte) => Uint8Array.of(byte)),
    ),
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

describe('sequenceAt', () => {
  for (const [bytes, length] of sequences) {
    it(bytes.map((byte) => byte.toString(16)).join(' '), () => {
      assert.equal(sequenceAt(Uint8Array.from(bytes), 0, bytes.length), length);
    });
  }

  it('reads every byte string as the decoder does', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        let text = '';
        for (let at = 0; at < bytes.length;) {
          const length = sequenceAt(bytes, at, bytes.length);
          text += length < 0 ? '\ufffd' : decode(bytes.subarray(at, at + length));
          at += Math.abs(length);
        }
        assert.equal(text, decode(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not look past the end', () => {
    assert.equal(sequenceAt(Uint8Array.of(0xe3, 0x81, 0x82), 0, 2), -2);
  });
});

describe('unitsBetween', () => {
  it('of every byte string is the length of its text', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        assert.equal(unitsBetween(bytes, 0, bytes.length), decode(bytes).length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('characterStart', () => {
  const bytes = new TextEncoder().encode('aあ\u{1F600}');
  for (const [at, floor, start] of [
    [0, 0, 0],
    [1, 0, 1],
    [2, 0, 1],
    [3, 0, 1],
    [4, 0, 4],
    [7, 0, 4],
    [8, 0, 8],
    // No further than the floor; a character that begins before it is cut.
    [7, 6, 7],
  ] as const) {
    it(`${String(at)} from ${String(floor)}`, () => {
      assert.equal(characterStart(bytes, at, floor), start);
    });
  }

  it('of bytes that are no characters is where one asked', () => {
    assert.equal(characterStart(new Uint8Array(9).fill(0x80), 7, 0), 7);
  });
});

describe('isContinuation', () => {
  for (const [byte, expected] of [
    [0x7f, false],
    [0x80, true],
    [0xbf, true],
    [0xc0, false],
    [undefined, false],
  ] as const) {
    it(String(byte), () => {
      assert.equal(isContinuation(byte), expected);
    });
  }
});
