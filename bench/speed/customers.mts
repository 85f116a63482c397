/**
 * A made-up table of customers, seeded: row n is the same whatever the table's length. Nobody is
 * in it, and the values are put together when it is made, so that this file holds none.
 */
const HEADER =
  '会員番号,氏名,フリガナ,ローマ字,性別,生年月日,メール,郵便番号,住所,電話番号,パスポート番号,パスポート取得日,備考';

/** Kanji, kana, romaji. */
const SURNAMES = words(`
  佐藤 サトウ Sato|鈴木 スズキ Suzuki|高橋 タカハシ Takahashi|田中 タナカ Tanaka|伊藤 イトウ Ito|渡辺 ワタナベ Watanabe
  |中村 ナカムラ Nakamura|小林 コバヤシ Kobayashi|加藤 カトウ Kato|吉田 ヨシダ Yoshida|山口 ヤマグチ Yamaguchi
  |松本 マツモト Matsumoto|井上 イノウエ Inoue|木村 キムラ Kimura|林 ハヤシ Hayashi|清水 シミズ Shimizu|市川 イチカワ Ichikawa
  |町田 マチダ Machida|五十嵐 イガラシ Igarashi|村上 ムラカミ Murakami|東 アズマ Azuma|三浦 ミウラ Miura|山田 ヤマダ Yamada`);
const GIVENS = words(`
  誠 マコト Makoto|翔 ショウ Sho|陽子 ヨウコ Yoko|恵子 ケイコ Keiko|健一 ケンイチ Kenichi|大輔 ダイスケ Daisuke
  |真由美 マユミ Mayumi|さくら サクラ Sakura|美咲 ミサキ Misaki|拓也 タクヤ Takuya|直樹 ナオキ Naoki|優子 ユウコ Yuko
  |千尋 チヒロ Chihiro|結衣 ユイ Yui|太郎 タロウ Taro|三郎 サブロウ Saburo|学 マナブ Manabu|芽依 メイ Mei`);
/** Postal prefix, place, towns. */
const PLACES = words(`
  150 東京都渋谷区 神宮前 恵比寿 富ヶ谷|194 東京都町田市 原町田 森野 金森|220 神奈川県横浜市西区 北幸 高島 みなとみらい
  |530 大阪府大阪市北区 梅田 中之島 天満|460 愛知県名古屋市中区 栄 錦 大須|060 北海道札幌市中央区 大通西 北一条西 南三条西
  |812 福岡県福岡市博多区 博多駅前 中洲 千代|980 宮城県仙台市青葉区 中央 一番町 本町|604 京都府京都市中京区 烏丸 壬生 西ノ京
  |870 大分県大分市 府内町 都町 長浜町|515 三重県松阪市 中央町 京町 日野町|031 青森県八戸市 三日町 十三日町 内丸`);
const BUILDINGS = ['コーポ', 'メゾン', 'グリーンハイツ', 'パークサイド', 'ハイム', 'レジデンス'];
const DOMAINS = ['hoshizora', 'tsukiyo', 'asagiri', 'mizube', 'komorebi', 'yukidoke'];
const ENDS = ['co.jp', 'ne.jp', 'com', 'net', 'jp', 'org'];
const NOTES = ['', '', '', '', '要連絡', 'DM 不可', 'VIP', '平日 10:00 以降', '再送', 'id=7'];

function words(list: string): readonly (readonly string[])[] {
  return list
    .trim()
    .split('|')
    .map((entry) => entry.trim().split(/\s+/));
}

/** How it is written. */
export interface Form {
  readonly delimiter?: string;
  readonly eol?: string;
  /** Share of cells in quotes. */
  readonly quoted?: number;
  /** Share of odd cells: another kind's value, a slip, a mask, nothing at all. */
  readonly odd?: number;
  /** Do odd cells hold line ends and quotes too? */
  readonly rough?: boolean;
  readonly seed?: number;
  /** Does a member's number stand first? The dump that Leaklint exists for had none. */
  readonly numbered?: boolean;
}

type Random = (below: number) => number;

/** mulberry32 of Tommy Ettinger (public domain): a step and a mix of 32 bits. */
function randomOf(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The table's text, row by row, the header first. */
export function* customers(rows: number, form: Form = {}): Generator<string, void> {
  const {
    delimiter = ',',
    eol = '\n',
    quoted = 0,
    odd = 0,
    rough = false,
    seed = 1,
    numbered = true,
  } = form;
  const first = numbered ? 0 : 1;
  yield HEADER.split(',').slice(first).join(delimiter) + eol;
  for (let n = 0; n < rows; n++) {
    const random = randomOf(seed * 1_000_003 + n);
    random(2);
    const cells = customer(n, random)
      .slice(first)
      .map((cell) => {
        const value = random(1000) < odd * 1000 ? oddCell(cell, random, rough) : cell;
        const needs = value.includes(delimiter) || value.includes('"') || value.includes('\n');
        if (!needs && random(1000) >= quoted * 1000) return value;
        return `"${value.replaceAll('"', '""')}"`;
      });
    yield cells.join(delimiter) + eol;
  }
}

function customer(n: number, random: Random): string[] {
  const pick = <T,>(list: readonly T[]): T => list[random(list.length)]!;
  const two = (below: number, from: number) => String(from + random(below)).padStart(2, '0');
  const [family = '', familyKana = '', familyRoman = ''] = pick(SURNAMES);
  const [given = '', givenKana = '', givenRoman = ''] = pick(GIVENS);
  const gap = pick([' ', '\u3000', '']);
  const [prefix = '', place = '', ...towns] = pick(PLACES);
  const born = [1940 + random(68), two(12, 1), two(28, 1)];
  const passport = random(50) === 0;
  return [
    `C${String(n + 1).padStart(6, '0')}`,
    family + gap + given,
    `${familyKana}${gap || ' '}${givenKana}`,
    pick([
      `${familyRoman} ${givenRoman}`,
      `${givenRoman} ${familyRoman}`,
      `${familyRoman}/${givenRoman}`.toUpperCase(),
    ]),
    pick(['男', '女', '男性', '女性', 'M', 'F', '1', '2']),
    born.join(pick(['-', '/', '-'])),
    mailbox(`${familyRoman}.${givenRoman}`.toLowerCase(), random),
    prefix + pick(['-', '-', '']) + `000${String(1 + random(4))}`,
    place + pick(towns) + house(random),
    phone(random),
    passport ? `T${pick([...'KZHR'])}${String(random(10_000_000)).padStart(7, '0')}` : '',
    passport ? `${2007 + random(9)}-${two(12, 1)}-${two(28, 1)}` : '',
    pick(NOTES),
  ];
}

function mailbox(name: string, random: Random): string {
  const local = [name, name.replace('.', '_'), name.split('.')[0]!, `${name}${random(90)}`];
  const domain = `${DOMAINS[random(DOMAINS.length)]!}.${ENDS[random(ENDS.length)]!}`;
  return `${local[random(local.length)]!}@${domain}`;
}

function house(random: Random): string {
  const numbers = [1 + random(5), 1 + random(30), 1 + random(20)];
  const forms = [
    numbers.join('-'),
    wide(numbers.join('−')),
    `${numbers[0]!}丁目${numbers[1]!}番${numbers[2]!}号`,
  ];
  const building = ` ${BUILDINGS[random(BUILDINGS.length)]!}${100 + random(900)}号室`;
  return forms[random(forms.length)]! + (random(3) === 0 ? building : '');
}

function phone(random: Random): string {
  const four = () => String(random(10_000)).padStart(4, '0');
  const mobile = [`0${'789'[random(3)]!}0`, `${2 + random(8)}${four().slice(1)}`, four()];
  const fixed = [['03', '06', '052', '011'][random(4)]!, '', four()];
  fixed[1] = `${3 + random(6)}${four().slice(fixed[0]!.length - 1)}`;
  const groups = random(3) > 0 ? mobile : fixed;
  return groups.join(['-', '-', '-', '', ' '][random(5)]);
}

const wide = (text: string) =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** What people put into a cell of a kind. */
function oddCell(cell: string, random: Random, rough: boolean): string {
  const odd = [
    '',
    '-',
    'N/A',
    '***',
    `${cell} 様`,
    `〒${cell}`,
    wide(cell),
    cell.toUpperCase(),
    `${cell}, ${cell}`,
    ...(rough ? [`"${cell}"`, `${cell}\n${cell}`, `${cell}\r\n-`, `${cell}\r`] : []),
    cell.slice(0, -1),
    `0${cell}`,
    cell.replaceAll('-', ''),
    cell.split('').reverse().join(''),
    `${cell} ${phone(random)}`,
    `${cell} ${mailbox('box', random)}`,
    mailbox('info', random),
    phone(random),
    '電話 03',
    'passport no',
    '4111 1111 1111 1111',
    'https://web.invalid/a@b',
    'Message-ID: x',
    '山田太郎',
    '東村 三千代',
    '石川県',
    '株式会社さくら',
    '1990-02-30',
    '2000/01/01',
    '19890107',
    '0000000',
    '東京都千代田区0-0-0',
    'leaklint-ignore-line',
    '\ud842\udfb7野家 \u{1f600}',
    String(random(1_000_000_000)),
    String(random(100_000)).padStart(12, '4'),
  ];
  return odd[random(odd.length)]!;
}
