import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createUtf8Check } from '../../../src/node/utf8-check.ts';
import { inChunks } from '../../support/encodings.ts';

const long = Buffer.from('電話番号,'.repeat(2000));

describe('bytes that are not UTF-8', () => {
  const cases: readonly [name: string, bytes: Uint8Array, first?: number, count?: number][] = [
    ['nothing', Buffer.alloc(0)],
    ['ASCII', Buffer.from('abc')],
    ['two, three and four bytes', Buffer.from('éあ😀')],
    ['a continuation byte alone', Buffer.from([0x61, 0x80, 0x62]), 1, 1],
    ['a lead byte without its rest', Buffer.from([0x61, 0xe3, 0x62]), 1, 1],
    ['an overlong form', Buffer.from([0xc0, 0xaf]), 0, 2],
    ['a surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 1, 3],
    ['Latin-1', Buffer.from('Müller', 'latin1'), 1, 1],
    ['far behind', Buffer.concat([long, Buffer.from([0xff]), long]), long.length, 1],
    ['only continuation bytes', Buffer.alloc(500, 0x80), 0, 500],
  ];
  for (const [name, bytes, first, count] of cases) {
    for (const size of [1, 2, 3, 7, 100000]) {
      it(`${name}, chunks of ${size}`, () => {
        const check = createUtf8Check();
        for (const chunk of inChunks(bytes, size)) check.push(chunk);
        assert.deepEqual(check.broken(), first === undefined ? undefined : { count, first });
      });
    }
  }

  it('a sequence that the end cuts off is one', () => {
    const check = createUtf8Check();
    check.push(Uint8Array.of(0x61, 0xe3, 0x81));
    assert.deepEqual(check.broken(), { count: 1, first: 1 });
  });
});
