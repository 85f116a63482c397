import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { guess, guessByHead } from '../../../src/encoding/detect.ts';
import type { EncodingName } from '../../../src/encoding/names.ts';
import { encoded } from '../../support/encodings.ts';

const JA = ['shift_jis', 'euc-jp', 'iso-2022-jp', 'utf-8'] as const;

/** Kinds of files, each as short as such files are. No values of anybody. */
const TEXTS: readonly (readonly [
  what: string,
  encodings: readonly EncodingName[],
  text: string,
])[] = [
  [
    'a table in Japanese',
    JA,
    '氏名,住所,電話番号\n見本 太郎,東京都千代田区丸の内,\n見本 花子,大阪府大阪市北区梅田,\n五十嵐 隼人,宮城県仙台市青葉区国分町,\n',
  ],
  [
    'names of places in kanji',
    JA,
    '渋谷区神南,世田谷区三軒茶屋,杉並区荻窪,練馬区石神井,品川区戸越\n墨田区押上,葛飾区柴又,豊島区雑司谷\n',
  ],
  [
    'half-width katakana of a bank',
    ['shift_jis', 'euc-jp', 'utf-8'],
    'ﾐﾎﾝ ﾀﾛｳ,ﾐﾎﾝ ﾊﾅｺ,ﾌﾘｺﾐ,ｶ)ﾄｳｷｮｳｼｮｳｼﾞ\nｺﾞｳｹｲ,ｷﾞﾝｺｳ,ｼﾃﾝ,ﾌﾂｳ\n',
  ],
  ['katakana', JA, 'ミホン タロウ,ミホン ハナコ,イガラシ ハヤト\n'],
  [
    'prose in Japanese',
    JA,
    '本日はお問い合わせいただき、ありがとうございます。ご登録の内容を確認のうえ、ご連絡いたします。',
  ],
  ['two comments in a program', JA, 'int x = 1; // 備考\nreturn x; // 処理終了\n'],
  [
    'a table in Chinese',
    ['gb18030', 'utf-8'],
    '姓名,地址,电话\n样本,北京市朝阳区建国路,\n样本,上海市浦东新区世纪大道,\n欧阳,广东省深圳市南山区科技园\n',
  ],
  [
    'prose in Chinese',
    ['gb18030', 'utf-8'],
    '感谢您的来信，我们已经收到您的申请，将在三个工作日内与您联系。如有疑问，请致电客服。',
  ],
  [
    'a table of Taiwan',
    ['big5', 'utf-8'],
    '姓名,地址,電話\n樣本,台北市大安區忠孝東路四段,\n樣本,高雄市苓雅區中正一路\n',
  ],
  [
    'prose of Taiwan',
    ['big5', 'utf-8'],
    '感謝您的來信，我們已經收到您的申請，將於三個工作天內與您聯絡。',
  ],
  [
    'a table in Korean',
    ['euc-kr', 'utf-8'],
    '성명,주소,전화번호\n견본,서울특별시 강남구 테헤란로,\n견본,부산광역시 해운대구 우동\n',
  ],
  [
    'prose in Korean',
    ['euc-kr', 'utf-8'],
    '안녕하세요. 문의해 주셔서 감사합니다. 등록하신 주소로 메일을 보내 드렸습니다.',
  ],
  [
    'a table in French',
    ['windows-1252', 'utf-8'],
    'Nom;Prénom;Société;Ville\n;Hélène;Générale d’électricité;Besançon\n',
  ],
  ['one German word', ['windows-1252', 'utf-8'], 'Name,Stadt\nMüller,Berlin\n'],
  ['signs in Spanish', ['windows-1252', 'utf-8'], 'año;señor;«mañana»;¿qué? — 5 €\n'],
];

const sampleOf = (bytes: Uint8Array) =>
  bytes.subarray(bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b));

describe('encoding by statistics', () => {
  for (const [what, encodings, text] of TEXTS) {
    for (const name of encodings) {
      it(`${what} in ${name}`, () => {
        assert.equal(guess(sampleOf(encoded(text, name)), true).name, name);
      });

      it(`${what} in ${name}, cut off anywhere`, () => {
        const sample = sampleOf(encoded(text, name));
        for (let end = 40; end < sample.length; end += 7) {
          assert.equal(guess(sample.subarray(0, end), false).name, name, `${end} bytes`);
        }
      });
    }
  }

  it('text of 200 bytes and more is certain, a word is not', () => {
    for (const name of ['shift_jis', 'euc-jp'] as const) {
      const long = encoded(TEXTS[0]![2].repeat(2), name);
      assert.equal(guess(sampleOf(long), true).confidence, 'certain');
    }
    assert.equal(guess(sampleOf(encoded('Müller', 'windows-1252')), true).confidence, 'possible');
  });

  it('UTF-8 with a few broken bytes stays UTF-8, likely', () => {
    const bytes = Buffer.concat([
      encoded('氏名,住所,電話番号', 'utf-8'),
      Uint8Array.of(0xff, 0x0a),
    ]);
    assert.deepEqual(guess(bytes, true), { name: 'utf-8', confidence: 'likely' });
  });

  it('bytes that no encoding makes text of are kept as they are', () => {
    const noise = Uint8Array.from(
      { length: 400 },
      (_, i) => ((i * 7919 + (i >> 3) * 104_729) % 256) | 0x80,
    );
    assert.equal(guess(noise, true).confidence, 'possible');
  });
});

describe('encoding by the first bytes', () => {
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  const cases: readonly [name: string, head: Uint8Array, expected: string][] = [
    ['nothing', Uint8Array.of(), 'later'],
    ['plain text', Buffer.from('a,b'), 'later'],
    ['UTF-8 with a mark', Buffer.from('\ufeffa'), 'utf-8 3'],
    ['half a mark', Uint8Array.of(0xef, 0xbb, 0x61), 'later'],
    ['UTF-16LE with a mark', wide('\ufeffa'), 'utf-16le 2'],
    ['UTF-16BE with a mark', wide('\ufeffa').swap16(), 'utf-16be 2'],
    ['UTF-16LE without', wide('a,b\r\n'), 'utf-16le 0'],
    ['UTF-16BE without', wide('氏名,電話番号\n見本,\n').swap16(), 'utf-16be 0'],
    ['GB 18030 with a mark', Uint8Array.of(0x84, 0x31, 0x95, 0x33, 0x61), 'gb18030 4'],
    ['UTF-32LE', Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), 'binary'],
    ['UTF-32BE', Uint8Array.of(0, 0, 0, 0x61, 0, 0, 0, 0x62), 'binary'],
    [
      'an image',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
      'binary',
    ],
    ['numbers of 16 bits', Uint8Array.from({ length: 64 }, (_, i) => (i % 2 ? 0 : i)), 'binary'],
    ['a NUL in text', Buffer.from('abc\0def'), 'binary'],
    ['a NUL at the end of the head', new Uint8Array(8192).fill(0x61, 0, 8191), 'binary'],
    ['a NUL behind the head', new Uint8Array(8193).fill(0x61, 0, 8192), 'later'],
  ];
  for (const [name, head, expected] of cases) {
    it(name, () => {
      const found = guessByHead(head);
      const seen = typeof found === 'object' ? `${found.name} ${found.bom}` : (found ?? 'later');
      assert.equal(seen, expected);
    });
  }
});
