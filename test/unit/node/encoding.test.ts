import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { byteInFile, encodingOf } from '../../../src/node/encoding.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (value: string) => new TextEncoder().encode(value);

describe('encoding by the first bytes', () => {
  const cases: readonly [name: string, head: Uint8Array, expected: string][] = [
    ['nothing', bytes(), 'utf-8 0'],
    ['plain text', text('a,b'), 'utf-8 0'],
    ['Japanese text', text('電話番号'), 'utf-8 0'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'utf-8 3'],
    ['half a mark', bytes(0xef, 0xbb, 0x61), 'utf-8 0'],
    ['UTF-16 little-endian', bytes(0xff, 0xfe, 0x61, 0), 'utf-16le 2'],
    ['UTF-16 big-endian', bytes(0xfe, 0xff, 0, 0x61), 'utf-16be 2'],
    ['UTF-16 without a mark', bytes(0x61, 0, 0x62, 0), 'binary'],
    ['UTF-32 little-endian', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), 'binary'],
    ['an image', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'binary'],
    ['a NUL at the end of the head', new Uint8Array(8192).fill(0x61, 0, 8191), 'binary'],
  ];
  for (const [name, head, expected] of cases) {
    it(name, () => {
      const found = encodingOf(head);
      assert.equal(found ? `${found.name} ${found.bom}` : 'binary', expected);
    });
  }

  it('looks at the first 8 KiB only', () => {
    const head = new Uint8Array(8193).fill(0x61, 0, 8192);
    assert.equal(encodingOf(head)?.name, 'utf-8');
  });
});

describe('byte of a position in the file', () => {
  const cases: readonly [name: 'utf-8' | 'utf-16le', bom: number, expected: number][] = [
    ['utf-8', 0, 9],
    ['utf-8', 3, 12],
    ['utf-16le', 2, 8],
  ];
  for (const [name, bom, expected] of cases) {
    it(`${name}, mark of ${bom}`, () => {
      assert.equal(byteInFile({ name, bom }, { offset: 3, byte: 9 }), expected);
    });
  }
});
