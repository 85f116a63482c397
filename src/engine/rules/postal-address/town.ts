import { isNumeral } from '../../gazetteer/canonical.ts';
import { houseNumberAt, type HouseNumber } from './house-number.ts';

/** What stands between municipality and house number: the town, and the numbers behind it. */
export interface Town {
  readonly start: number;
  /** Index after the town's words; `start` where none stand there. */
  readonly end: number;
  readonly house: HouseNumber;
}

/** Longest town that occurs: Kyoto's streets (上京区寺之内通千本東入1丁目下る姥ケ寺之前町) have 30. */
const LONGEST = 40;
/** Words in hiragana alone between other words are grammar, not names. */
const GRAMMAR =
  /^(?:[にではとへもやを]|から|まで|より|では|には|での|にて|とは|への|との|など|また|または|および|ならびに|かつ|ある|あった|いる|した|する|して|です|だった|である|にある|における|において|による|によ|という|といった|ほか|のみ|だけ|ごと)$/;
/** Words of laws, statistics and works, which numbers follow too. */
const OTHER_MATTER =
  /計画|条例|規則|告示|議会|議案|選挙|予算|道路|鉄道|路線|地下鉄|法律|省令|通達|年度|人口|面積|電話|会議|大会|事業|協定|通知|平均|市長|知事|職員|公報|営バス|試合/;

/**
 * Reads a town and its house number behind a municipality in a folded text.
 *
 * @param at index behind the municipality.
 * @param limit index that the address does not pass.
 * @returns undefined where no number follows, or what stands between is no town.
 */
export function townAt(text: string, at: number, limit: number): Town | undefined {
  const start = text[at] === ' ' ? at + 1 : at;
  const last = Math.min(limit, start + LONGEST);
  let part: Town | undefined;
  for (let i = start; i < last;) {
    const house = mayBeginNumber(text, i) ? houseNumberAt(text, i, limit) : undefined;
    if (house !== undefined) {
      const town = { start, end: townEnd(text, start, i), house };
      if (!goesOn(text, house, limit)) return isTownName(text, town) ? town : undefined;
      part = { ...town, house: { ...house, strength: 'part' } };
      i = house.end;
      continue;
    }
    const next = bracketEnd(text, i, start) ?? wordEnd(text, i, start, part !== undefined);
    if (next === i) break;
    i = next;
  }
  return part !== undefined && isTownName(text, part) ? part : undefined;
}

/**
 * Is the number a part of the town's name? 南2条西1丁目5, 太田5の通り23番地, 北16西2-1, 十四号北1番地
 */
function goesOn(text: string, house: HouseNumber, limit: number): boolean {
  const { end, strength, parts } = house;
  if (strength === 'part') return true;
  if (parts > 1) return false;
  if (strength === 'unit') {
    const isSide = /[東西南北]/.test(text[end] ?? '');
    return isSide && houseNumberAt(text, end + 1, limit) !== undefined;
  }
  return strength === 'number' && (isTownUnit(text.charCodeAt(end)) || text[end] === 'の');
}

function mayBeginNumber(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isNumeral(unit)) return true;
  return '無番第'.includes(text[at]!) || (unit >= 65 && unit <= 90);
}

function townEnd(text: string, start: number, end: number): number {
  return text[end - 1] === ' ' ? Math.max(start, end - 1) : end;
}

/** Kyoto's way to a town may have the town in brackets behind it: …通…下ル(某町) */
const BRACKETED = /\([\u4e00-\u9fff々ノのケヶ]{1,12}町\)(?=\d)/y;

function bracketEnd(text: string, at: number, start: number): number | undefined {
  if (text[at] !== '(' || at === start) return undefined;
  BRACKETED.lastIndex = at;
  return BRACKETED.test(text) ? BRACKETED.lastIndex : undefined;
}

/** Index after the next character or run of hiragana that may stand in a town's name, else `at`. */
function wordEnd(text: string, at: number, start: number, afterPart: boolean): number {
  const unit = text.charCodeAt(at);
  if (isHiragana(unit)) {
    const end = hiraganaEnd(text, at);
    if (end - at > 7 || (afterPart && !'のりきけ'.includes(text[at]!) && !isDirection(text, at)))
      return at;
    const run = text.slice(at, end);
    if (GRAMMAR.test(run) && !isDirection(text, at)) return at;
    return (run === 'の' || run === 'が') && at === start ? at : end;
  }
  if (unit === 32) return text[at + 1] === ' ' || at === start ? at : at + 1;
  // ＮＳビル: letters stand in the names of towers, which have postal codes like towns.
  const letter = (unit | 32) >= 97 && (unit | 32) <= 122 && at > start;
  return isTownUnit(unit) || unit === 0x3007 || letter ? at + 1 : at;
}

/** Kyoto: 上る, 下ル, 西入る */
function isDirection(text: string, at: number): boolean {
  return 'るり'.includes(text[at]!) && '上下入ルル'.includes(text[at - 1] ?? ' ');
}

const isHiragana = (unit: number) => unit >= 0x3041 && unit <= 0x3096;

function hiraganaEnd(text: string, at: number): number {
  let end = at;
  while (isHiragana(text.charCodeAt(end))) end++;
  return end;
}

/** Kanji with 々 and 〆, katakana of both widths. */
function isTownUnit(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x30a1 && unit <= 0x30fc && unit !== 0x30fb) ||
    (unit >= 0xff66 && unit <= 0xff9f) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xd800 && unit <= 0xdfff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    unit === 0x3005 ||
    unit === 0x3006 ||
    unit === 0xfffd // broken UTF-8
  );
}

function isTownName(text: string, { start, end }: Town): boolean {
  return start === end || !OTHER_MATTER.test(text.slice(start, end));
}
