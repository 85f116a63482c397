import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';

/**
 * Cases are written with `¦` inside of addresses, so that this file holds none, and with `«»`
 * around what must be found.
 */
function read(marked: string): { text: string; values: string[] } {
  const plain = marked.replaceAll('¦', '');
  return {
    text: plain.replace(/[«»]/g, ''),
    values: [...plain.matchAll(/«([^»]{1,99})»/g)].map(([, value]) => value!),
  };
}

const reported = (text: string) =>
  find('postal-address', text).filter(({ confidence }) => confidence !== 'possible');

function table(title: string, cases: readonly string[]): void {
  describe(title, () => {
    for (const marked of cases) {
      it(marked.replaceAll('\n', '⏎'), () => {
        const { text, values } = read(marked);
        assert.deepEqual(
          reported(text).map(({ value }) => value),
          values,
        );
      });
    }
  });
}

table('Japanese addresses', [
  '«東京都新宿区¦西新宿2-8-1»',
  '«東京都新宿区¦西新宿２丁目８番１号»',
  '«東京都新宿区¦西新宿２－８－１»',
  '«東京都新宿区¦西新宿２ー８ー１»',
  '«東京都新宿区¦西新宿二丁目八番一号»',
  '«東京都千代田区¦紀尾井町一の三»',
  '«東京都千代田区¦紀尾井町１ノ３»',
  '«東京都 新宿区¦ 西新宿 2-8-1»',
  '«東京新宿区¦西新宿2-8-1»',
  '«岩手花巻市¦１２丁目７０４»',
  '«大阪府堺市堺区¦熊野町東1丁1-24»',
  '«和歌山県和歌山市¦12番丁45»',
  '«埼玉県比企郡ときがわ町¦大附357番地»',
  '«埼玉県比企郡 ときがわ町¦大附357番地»',
  '«奈良県奈良市¦東包永町22番地の3»',
  '«千葉県旭市¦ハの74-2»',
  '«大阪府大阪市中央区¦上町A-5»',
  '«長野県飯田市¦大字千代無番地»',
  '«北海道勇払郡安平町¦字安平番外地»',
  '«茨城県龍ｹ崎市¦松葉2-9»',
  '«兵庫県宝塚市¦東洋町1番1号»',
  '«香川県高松市¦塩江町安原下第1号958-4-1»',
  '«埼玉県浦和市¦北浦和5-7-13»', // a city of the past
  '«京都府京都市上京区¦主計町二番二号»',
  '«東京都八王子市¦元本郷町三丁目二十四番一号»',
]);

table('Japanese addresses without a prefecture', [
  '«新宿区¦西新宿2-8-1»',
  '現住所«大阪市北区¦梅田1-2-3»',
  '«世田谷区¦池尻3-27-20»',
  '«横浜市中区¦山下町123番地の4»',
  '«夕張郡栗山町¦中央9-24»',
  '«南区¦西九条戒光寺町2番地»', // twelve cities have a south ward, one has this town
  '«東村山市¦本町1-2-3»', // not 東村
]);

table('Kyoto, Hokkaido, Iwate', [
  '«京都市中京区¦間之町通竹屋町下る楠町601-1»',
  '«上京区¦寺之内通千本東入1丁目下る姥ケ寺之前町919-3»',
  '«京都市東山区¦東大路渋谷下ル妙法院前側町441»',
  '«京都市下京区¦柳馬場通松原下ル（忠庵町）１６»',
  '«上京区¦塔ノ段薮ノ下町28»',
  '«札幌市西区¦八軒２条西１丁目３－１»',
  '«札幌市中央区¦南２条西１ー５ー301C»',
  '«北海道上川郡東神楽町¦十四号北1番地»',
  '«厚岸郡厚岸町¦太田５の通り２３番地１»',
  '«岩手県盛岡市¦飯岡新田4地割1001»',
]);

table('buildings and rooms', [
  '«東京都新宿区¦西新宿3-2-1　コーポ三田101号室»',
  '«東京都新宿区¦西新宿3-2-1コーポ三田101号室» 田中太郎',
  '«富山県射水市¦串田３−３２−２６»',
  '«福岡県北九州市若松区¦赤岩町24-5　サンライズ赤岩町　１２１４号»',
  '«岩手県九戸郡九戸村¦山屋6-9-27　山屋リバーサイド-311»',
  '«大阪府大阪市淀川区¦田川29-16プラザ田川112»',
  '«福岡市博多区¦住吉1-2-25 メゾン住吉 305»',
  '«神奈川県川崎市川崎区¦駅前本町１５番５十五番館ビル»',
  '«東京都千代田区¦三番町２番地４三番町ＫＳビル１０階»',
  '«東京都千代田区¦永田町1-4-1-レジデンス億万101»',
  '«京都府京都市上京区¦主計町1番1号おはようビル301号室»',
  '«大分市¦大字荏隈394-1(小野ビル101号)»',
  '«東京都港区¦芝3-5 田中方»',
  '«東京都新宿区¦西新宿2-8-1\n西新宿タワー15階»\n電話',
  '«東京都新宿区¦西新宿2-8-1»\nコーヒー 2',
]);

table('where an address ends', [
  '彼は«東京都新宿区¦西新宿2-8-1»に住んでいる。',
  '住所は«東京都新宿区¦西新宿２丁目８番１号»です',
  '«東京都新宿区¦西新宿2-8-1»から徒歩5分',
  '«東京都新宿区¦西新宿2-8-1»在住',
  '«東京都新宿区¦西新宿2-8-1» TEL 03-0000-0000',
  '«東京都新宿区¦西新宿2-8-1»　電話：03-0000-0000',
  '«東京都新宿区¦西新宿2-8-1» 03-0000-0000',
  '«東京都新宿区¦西新宿2-8-1» 山田太郎',
  '〒000-0000 «東京都新宿区¦西新宿2-8-1»',
  '000-0000«東京都新宿区¦西新宿2-8-1»',
  '«岡山県岡山市北区¦大供一丁目1番1号»、または',
  '{"memo":"«東京都新宿区¦西新宿2-8-1»","n":3}',
  '<td>«岐阜県高山市¦花岡町2丁目18番地»</td><td>5</td>',
  "f('«東京都新宿区¦西新宿2-8-1»', 101)",
]);

table('numbers behind a municipality that are no houses', [
  '東京都第3号様式により申請する。',
  '東京都条例第12号に基づく。',
  '横浜市の人口は377万人である。',
  '大阪市営地下鉄3号線は便利だ。',
  '名古屋市交通局の2000形電車',
  '京都市で3-1で勝利した。',
  '札幌市 3-1 仙台市',
  '新宿区 100件 渋谷区 80件',
  '東京都新宿区 2024-01-02 更新',
  '東京都新宿区 2024-1-2 更新',
  '神奈川県横浜市 03-0000-0000',
  '東京都港区第1回定例会',
  '大阪府大阪市都市計画道路3-1-5号線',
  '川崎市立第1中学校',
  '千葉県千葉市 35.6 140.1',
  '東京都23区',
  '熊本県熊本市中央区役所 5階',
  '長野県松本市 標高592m',
  '東京都千代田区丸の内エリア 3-4件',
  '福岡市博多区では5月3日から',
  '市区町村コード 13104',
  '町内会費 1-3月分',
  '村上春樹 1Q84',
  '市外局番 03-1234',
]);

table('near misses', [
  '東京都新宿区西新宿', // no house number
  '東京都足立区西新井栄町一丁目',
  '北海道美唄市六丁目',
  '大津区¦中央1-2-3', // no such ward
  '新小金井市¦本町1-2-3', // goes over into the name
  '東京都新宿区¦西新宿*-*-*',
  '東京都新宿区****',
  '東京都○○区○○町1-2-3',
]);

// leaklint-ignore-start postal-address, postal-code -- real places, made-up houses
table('Japanese addresses in Latin letters', [
  '«1-2-3 Nishi-Shinjuku,¦ Shinjuku-ku, Tokyo 160-0023», Japan',
  'Address: «2-11-3 Meguro,¦ Meguro-ku, Tokyo 153-0063»',
  '«1-1 Minatomirai,¦ Nishi-ku, Yokohama-shi, Kanagawa 220-0012» Japan',
  '«1-2-3 Uehonmachi,¦ Tennōji-ku, Ōsaka 543-0001»',
  '«Tokyo, Shinjuku-ku,¦ Nishi-Shinjuku 2-8-1»',
  'the do-shi, my-kubernetes and 1-2-3 Foo-ku, Tokyo 160-0023',
]);
// leaklint-ignore-end

table('United States', [
  'send to «12 Example Street,¦ Springfield, IL 62701», please',
  '«12 Example Street\nApt 4\nSpringfield,¦ IL 62701-1234»\nUSA',
  '«2120 E Hill Str¦eet #104 Signal Hill C¦A 90755»',
  '«1600 Pennsylvania Ave NW,¦ Washington DC 20500»',
  '«25050 ALESSANDRO BLVD, STE B,¦ MORENO VALLEY, CA, 92553-4313»',
  'I have 3 apples in Dallas, TX 75201',
  '12 Example Street,¦ Springfield, ZZ 62701', // no such state
  'Free Software Foundation, Inc., 51 Franklin Street,¦ Fifth Floor, Boston, MA 02110-1301 USA',
]);

table('United Kingdom', [
  'He lives at «10 High Street,¦ Oxford OX1 4AA».',
  '«121 Abbotsford Drive\nNottingham\nNG3¦ 1NB»\nUnited Kingdom',
  '«22B Derwent Parade,¦ South Ockendon RM15 5EE», United Kingdom',
  '10 High Street, Oxford OX1¦ 4CA', // C is in no inward code
  '10 High Street, Oxford ZZ1 4AA', // no such area
]);

table('Germany and France', [
  'Er wohnt in der «Beispielstraße 12a,¦ 80331 München» und arbeitet',
  'Anschrift: «Am Markt 5,¦ 99084 Erfurt» Tel. 000',
  '«Bahnhofstraße 18\n53604¦ Bad Honnef»\nGermany',
  'Beispielstraße 12, 00000 Musterstadt', // no such region
  'Version 12 10115 Zeilen',
  "J'habite «12 bis rue de la Paix,¦ 75002 Paris» depuis",
  '«17 Rue François de Mahy,¦ 97420 Le Port», La Réunion',
  '«3 rue des Lilas\n75019¦ Paris Cedex 19»\nFrance',
]);

describe('evidence of an address', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['東京都新宿区¦西新宿2-8-1', 'likely', ['gazetteer', 'house-number']],
    ['住所：東京都新宿区¦西新宿2-8-1', 'certain', ['field-name', 'gazetteer', 'house-number']],
    [
      '160¦-0023 東京都新宿区¦西新宿2-8-1',
      'certain',
      ['gazetteer', 'house-number', 'corroborated'],
    ],
    ['本社 東京都新宿区¦西新宿2-8-1', 'possible', ['gazetteer', 'house-number', 'organisation']],
    [
      '東京都新宿区¦西新宿2-8-1 西新宿小学校',
      'possible',
      ['gazetteer', 'house-number', 'organisation'],
    ],
    ['札幌市手稲区¦謎町3-4', 'possible', ['gazetteer']],
  ];
  for (const [marked, confidence, evidence] of cases) {
    it(`${marked}: ${confidence}`, () => {
      const [found] = find('postal-address', marked.replaceAll('¦', ''));
      assert.equal(found?.confidence, confidence);
      assert.deepEqual(found.evidence, evidence);
      assert.equal(found.region, 'JP');
    });
  }
});

describe('fields that are named after addresses', () => {
  /** Cell, and what is found of it; undefined: nothing. */
  const cases: readonly [cell: string, found: string | undefined][] = [
    ['東京都新宿区¦西新宿2-8-1', '東京都新宿区¦西新宿2-8-1'],
    ['東京都新宿区¦西新宿2-8-1 山田太郎方', '東京都新宿区¦西新宿2-8-1 山田太郎方'],
    ['東京都新宿区', '東京都新宿区'],
    ['〒000-0000 東京都新宿区¦西新宿2-8-1', '東京都新宿区¦西新宿2-8-1'],
    ['東京都新宿区¦西新宿2-8-1 TEL:03-0000-0000', '東京都新宿区¦西新宿2-8-1'],
    ['西新宿2-8-1', '西新宿2-8-1'],
    [
      'トウキョウト シンジュクク ニシシンジュク 2-8-1',
      'トウキョウト シンジュクク ニシシンジュク 2-8-1',
    ],
    ['110 W. Liberty St.', '110 W. Liberty St.'],
    ['Hauptstr. 5', 'Hauptstr. 5'],
    ['P.O. Box 12', 'P.O. Box 12'],
    ['Atrium Mall 640 Arthur Kill Rd', 'Atrium Mall 640 Arthur Kill Rd'],
    ['未定', undefined],
    ['東京都', undefined],
    ['住所1', undefined],
    ['住所を入力してください', undefined],
    ['127.0.0.1', undefined],
    ['0x3f00', undefined],
    ['localhost:8080', undefined],
    ['user@example.com', undefined],
    ['https://example.com/1', undefined],
    ['Address line 1', undefined],
    ['5 minutes', undefined],
    ['eth0', undefined],
    ['getAddress(12)', undefined],
    ['req.body.street 1', undefined],
    ['street + 12', undefined],
    ['東京都新宿区****', undefined],
  ];
  for (const [cell, found] of cases) {
    it(cell, () => {
      const text = `name,address\nx,${cell.replaceAll('¦', '')}\n`;
      const values = find('postal-address', text, { path: 'x.csv' }).map(({ value }) => value);
      assert.deepEqual(values, found === undefined ? [] : [found.replaceAll('¦', '')]);
    });
  }
});

describe("nobody's house numbers", () => {
  const cases = [
    '東京都新宿区西新宿0-8-1',
    '東京都新宿区西新宿０番地',
    'name,address\nx,東京都新宿区西新宿0-0-0\n',
    'name,address\nx,西新宿0-0-0\n',
  ];
  for (const text of cases) {
    it(text.replaceAll('\n', '⏎'), () => {
      assert.deepEqual(find('postal-address', text, { path: 'x.csv' }), []);
      const [found] = find('postal-address', text, { path: 'x.csv', reserved: 'report' });
      assert.ok(found?.evidence.includes('reserved: no block has number 0'));
    });
  }
});
