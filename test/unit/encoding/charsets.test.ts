import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { BROKEN, NOTHING } from '../../../src/encoding/charset.ts';
import { CHARSETS } from '../../../src/encoding/charsets.ts';
import { encodingNamed, ENCODINGS, type EncodingName } from '../../../src/encoding/names.ts';

type Name = Exclude<EncodingName, 'utf-8'>;

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

/** The text of bytes; `?` for a broken stretch with its length in bytes. */
function read(name: Name, hex: string): string {
  const input = bytes(hex);
  const reader = CHARSETS[name].createReader();
  let text = '';
  for (let at = 0; at < input.length;) {
    const length = reader.read(input, at, input.length, true);
    if (reader.code === BROKEN) text += `<${length}>`;
    else if (reader.code !== NOTHING) text += String.fromCodePoint(reader.code);
    at += length;
  }
  return text;
}

describe('charsets', () => {
  // From the standards' own tables; checked against another implementation (Python's codecs).
  const known: readonly [name: Name, hex: string, text: string][] = [
    ['shift_jis', '8e52 9363', '山田'],
    ['shift_jis', '8160 817c', '～－'],
    ['shift_jis', 'd4cf c0de', 'ﾔﾏﾀﾞ'],
    ['shift_jis', '8740 fbfc', '①髙'],
    ['shift_jis', '5c7e', '\\~'],
    ['euc-jp', 'bbb3 c5c4', '山田'],
    ['euc-jp', '8ed4 8fb0a1', 'ﾔ丂'],
    ['iso-2022-jp', '1b2442 3b33 4544 1b2842 61', '山田a'],
    ['iso-2022-jp', '1b2849 54 1b284a 5c7e', 'ﾔ¥‾'],
    ['gb18030', 'cdf5 81308130 9030 8130', '王\u0080𐀀'],
    ['gb18030', '80 a2e3', '€€'],
    ['big5', 'b3af a145', '陳‧'],
    ['euc-kr', 'b1e8 8141 c652', '김갂힣'],
    ['windows-1252', '80 fc 92', '€ü’'],
    ['utf-16le', '4100 3dd8 00de', 'A😀'],
    ['utf-16be', '0041 d83d de00', 'A😀'],
  ];
  for (const [name, hex, text] of known)
    it(`${name}: ${hex}`, () => assert.equal(read(name, hex), text));

  const broken: readonly [name: Name, hex: string, text: string][] = [
    // An ASCII byte is never swallowed: it may be a quote or a line end.
    ['shift_jis', '82 22', '<1>"'],
    ['shift_jis', '82', '<1>'],
    ['shift_jis', '80 fd', '<1><1>'],
    ['euc-jp', 'bb 0a', '<1>\n'],
    ['euc-jp', '8e 41', '<1>A'],
    ['gb18030', '8130 8122', '<1>0<1>"'],
    ['big5', 'b3 0a', '<1>\n'],
    ['euc-kr', 'b1 2c', '<1>,'],
    ['windows-1252', '81', '<1>'],
    ['iso-2022-jp', '1b2442 3b33 ff 1b2842 e9', '山<1><1>'],
    ['utf-16le', '3dd8 4100 00de 61', '<2>A<2><1>'],
  ];
  for (const [name, hex, text] of broken) {
    it(`${name}, broken: ${hex}`, () => assert.equal(read(name, hex), text));
  }

  for (const name of Object.keys(CHARSETS) as Name[]) {
    it(`${name}: every character that can be written is read again`, () => {
      const charset = CHARSETS[name];
      let count = 0;
      for (let code = 0x20; code < 0x10000; code++) {
        const character = String.fromCodePoint(code);
        const written = charset.encode(character, 0, 0);
        if (written === undefined) continue;
        count++;
        assert.equal(read(name, Buffer.from(written).toString('hex')), character);
      }
      assert.ok(count > 200, `${count} characters`);
    });
  }

  it('ISO-2022-JP is written into the state that stands around it', () => {
    const { encode } = CHARSETS['iso-2022-jp'];
    const hex = (text: string, from: number, to: number) =>
      Buffer.from(encode(text, from, to) ?? []).toString('hex');
    assert.equal(hex('**', 0, 0), '2a2a');
    assert.equal(hex('**', 3, 3), '1b28422a2a1b2442');
    assert.equal(hex('山', 3, 0), '3b331b2842');
    assert.equal(hex('0', 1, 1), '30');
  });
});

describe('names of encodings', () => {
  const cases: readonly [string, EncodingName | undefined][] = [
    ['UTF-8', 'utf-8'],
    ['CP932', 'shift_jis'],
    ['Shift-JIS', 'shift_jis'],
    ['GBK', 'gb18030'],
    ['latin1', 'windows-1252'],
    ['constructor', undefined],
    ['ebcdic', undefined],
  ];
  for (const [name, expected] of cases) {
    it(name, () => assert.equal(encodingNamed(name), expected));
  }
  for (const name of ENCODINGS) it(`${name} itself`, () => assert.equal(encodingNamed(name), name));
});
