/**
 * Spellings of Japanese place names that differ in one character and mean the same place: small
 * and large kana (龍ヶ崎, 龍ケ崎), old and new forms (竜, 龍), compatibility ideographs (U+FA10), ノ
 * and の. Keyed by UTF-16 unit.
 */
const SAME = new Map(
  (
    'ケヶｹ ツッﾂｯ ノのﾉ之 カヵ 竜龍 沢澤 島嶋嶌 淵渕 薮藪 桧檜 条條 塚\ufa10 崎﨑 辺邊邉 広廣 国國 桜櫻 横橫 黒黑 徳德 豊豐 恵惠 高髙 瀬瀨 ' +
    '福\ufa1b 都\ufa26 猪\ufa16 滝瀧 斉齊 浜濱 鉄鐵 塩鹽 万萬'
  )
    .split(' ')
    .flatMap(([first, ...others]) =>
      others.map((other) => [other.charCodeAt(0), first!.charCodeAt(0)]),
    ),
);

const HIGHEST = Math.max(...SAME.keys());
const LOWEST = Math.min(...SAME.keys());

/** The UTF-16 unit in the spelling that the gazetteer is written in. */
export function canonicalUnit(unit: number): number {
  return unit < LOWEST || unit > HIGHEST ? unit : (SAME.get(unit) ?? unit);
}

/** The name in the spelling that the gazetteer is written in; as long as before. */
export function canonicalName(name: string): string {
  let text = '';
  for (let i = 0; i < name.length; i++)
    text += String.fromCharCode(canonicalUnit(name.charCodeAt(i)));
  return text;
}

const NUMERALS = '0123456789〇一二三四五六七八九十百千壱弐参拾';
const NUMERAL_UNITS = new Set([...NUMERALS].map((numeral) => numeral.charCodeAt(0)));

/** Is the unit a digit or a kanji numeral as town names and house numbers have them? */
export function isNumeral(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 0x3007 && NUMERAL_UNITS.has(unit));
}
