import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ENCODINGS } from '../../../src/encoding/names.ts';
import { textSource, type TextSource } from '../../../src/node/text-source.ts';
import { cutDown, encoded, inChunks } from '../../support/encodings.ts';

/** A table whose first character outside of ASCII stands behind several lines. */
const TEXT = `id,name\n1,abc\n${'2,氏名 見本,電話番号 東京都大阪府,ミホン タロウ,été Müller,台北市 서울,😀\r\n'.repeat(3)}`;

function readAll(source: TextSource | undefined): string {
  assert.ok(source);
  return Buffer.concat([...source.chunks]).toString('utf8');
}

describe('the text of a file', () => {
  for (const name of ENCODINGS) {
    it(`${name}: the same in chunks of any size, and back to its bytes`, () => {
      const text = cutDown(TEXT, name);
      const bytes = encoded(text, name);
      for (const size of [1, 2, 3, 5, 64, 1 << 20]) {
        const source = textSource(inChunks(bytes, size), name);
        assert.equal(readAll(source), text, `chunks of ${size}`);
        const { places } = source!;
        assert.equal(source!.broken(), undefined);
        assert.deepEqual(Buffer.concat([...places.bytes(0, bytes.length)]), Buffer.from(bytes));
        let at = 0;
        for (const character of text) {
          const end = at + Buffer.byteLength(character);
          const own = bytes.subarray(places.startInFile(at), places.endInFile(end));
          if (name !== 'iso-2022-jp') assert.deepEqual(own, encoded(character, name));
          else assert.ok(own.length <= 2 && !own.includes(0x1b));
          at = end;
        }
      }
    });
  }

  for (const name of ENCODINGS.filter((each) => each !== 'windows-1252')) {
    it(`${name}: told without being said, in chunks of any size`, () => {
      const text = cutDown('id,name\n1,abc\n2,氏名 見本,電話番号 東京都大阪府,\n', name);
      const korean = 'id,name\n1,abc\n2,성명 견본,전화번호 서울특별시 강남구\n';
      const chinese = 'id,name\n1,abc\n2,姓名 樣本,電話號碼 台北市大安區\n';
      const own = {
        'euc-kr': korean,
        big5: chinese,
        gb18030: '1,姓名 样本,电话号码 北京市朝阳区\n',
      };
      const there = name in own ? own[name as keyof typeof own] : text;
      for (const size of [1, 2, 7, 1 << 20]) {
        const source = textSource(inChunks(encoded(there, name), size));
        assert.equal(readAll(source), there, `chunks of ${size}`);
        assert.equal(source?.encoding()?.name, name);
      }
    });
  }

  it('an escape sequence that the chunks cut is still one, others are text', () => {
    const log = '\u001b[31mred\u001b[0m \u001b(B';
    for (const size of [1, 2, 3, 4, 5, 100]) {
      const jis = Buffer.concat([Buffer.from(log), encoded('氏名', 'iso-2022-jp')]);
      const source = textSource(inChunks(jis, size));
      assert.equal(readAll(source).endsWith('氏名'), true, `chunks of ${size}`);
      assert.equal(readAll(textSource(inChunks(Buffer.from(log), size))), log);
    }
  });

  it('byte-order marks are left out and counted', () => {
    for (const name of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const) {
      for (const said of [undefined, name]) {
        const source = textSource([encoded('\ufeff氏名', name)], said);
        assert.equal(readAll(source), '氏名');
        const mark = encoded('\ufeff', name).length;
        assert.equal(source?.places.startInFile(0), mark);
        assert.equal(source?.places.startInFile(3), encoded('\ufeff氏', name).length);
      }
    }
  });

  const broken: readonly (readonly [
    name: (typeof ENCODINGS)[number],
    hex: string,
    count: number,
    first: number,
  ])[] = [
    ['utf-8', 'e6b08fff61e5', 2, 3],
    ['shift_jis', '8e8140fd', 1, 3],
    ['euc-jp', 'bbe10abb', 1, 3],
    ['utf-16le', '00de41003dd8', 2, 0],
    ['iso-2022-jp', '1b244230611b2842ff', 1, 8],
  ];
  for (const [name, hex, count, first] of broken) {
    it(`broken ${name}: how many, and where the first`, () => {
      for (const size of [1, 2, 100]) {
        const source = textSource(inChunks(Buffer.from(hex, 'hex'), size), name);
        readAll(source);
        assert.deepEqual(source?.broken(), { count, first });
      }
    });
  }

  it('what is binary, and what is said to be', () => {
    assert.equal(textSource([Uint8Array.of(1, 0, 2)]), undefined);
    assert.equal(textSource([Uint8Array.of(1, 0, 2)], 'shift_jis'), undefined);
    assert.notEqual(textSource([Uint8Array.of(0x61, 0)], 'utf-16le'), undefined);
  });

  it('closes what it reads when its reader stops', () => {
    let closed = 0;
    function* chunks() {
      try {
        for (;;) yield new Uint8Array(10_000).fill(0x61);
      } finally {
        closed++;
      }
    }
    const texts = textSource(chunks())!.chunks[Symbol.iterator]();
    texts.next();
    texts.return?.();
    assert.equal(closed, 1);
  });
});
