import { isNameReading, isWrittenName, type NamePart } from '../../gazetteer/names.ts';

/** A value as a name written in kanji or kana. */
export interface JapaneseName {
  /** Does the gazetteer have both, surname and given name? */
  readonly known: boolean;
  /** Is it written in kana alone, as one word? Nearly any such word can be cut into two names. */
  readonly solidKana: boolean;
  /** Does a blank part surname and given name? */
  readonly separated: boolean;
  /** Does the gazetteer have one of the two? */
  readonly part: boolean;
  readonly dummy: boolean;
}

const LETTERS = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー\\uff70\\uff9e\\uff9f〆';
/** One to three words of kanji or kana; `ジョン・スミス` too. */
const SHAPE = new RegExp(`^[${LETTERS}]{1,12}(?:(?: {1,3}|[・･])[${LETTERS}]{1,12}){0,2}$`, 'u');
const KANA = /^[\p{sc=Hiragana}\p{sc=Katakana}ー\uff70\uff9e\uff9f]+$/u;

/** Ends of names of places: 石川 + 県 is no person. */
const PLACE = /^[市町村県区郡駅島山川湖港線寺州]$/u;
/** Words of forms and sentences, and circles that hide a name. */
const NO_NAME =
  /^(?:お?名前|氏名|姓名?|名字?|苗字|フリガナ|ふりがな|カナ|カタカナ|かな|ひらがな|漢字|ローマ字|セイ|メイ|不明|未定|未入力|未登録|未設定|なし|無し|該当なし|非公開|匿名|名無し|退会済み?|本人|同上|管理者|担当者?|文字列|全角|半角|全角カナ|テスト|サンプル|見本|ダミー|必須|任意)$|ください|です|ます|でき|する|入力|必須|任意|以内|[を〇○]/u;
const ORGANISATION =
  /株式|有限|合同|会社|法人|病院|医院|大学|学校|銀行|信金|組合|協会|支店|営業所|本社|事務所|センター|委員会|省$|庁$|部$|課$|係$|室$|店$/u;

/** Surnames and given names of specimens: 外務 of passports, 年金 and 国保 of cards, and the forms'. */
const DUMMY_SURNAMES =
  /^(?:山田|日本|外務|旅券|年金|国保|特許|見本|試験|テスト|ヤマダ|ニホン|ガイム)$/u;
const DUMMY_GIVENS = /^(?:太郎|花子|タロウ|ハナコ|たろう|はなこ)$/u;

/** Does it make a place's name of a surname before it? */
export const isPlaceEnd = (word: string): boolean => PLACE.test(word);

/** The words above, optional letters included: what may come up where two parts of a name meet. */
export const SPOILERS: readonly string[] = [NO_NAME, ORGANISATION].flatMap(({ source }) =>
  source.replaceAll('?', '').split(/\P{L}+/u),
);

/** Is it the surname or the given name of specimens? */
export const isDummyPart = (word: string): boolean =>
  DUMMY_SURNAMES.test(word) || DUMMY_GIVENS.test(word);

export function isOrganisation(value: string): boolean {
  return ORGANISATION.test(value);
}

/** Has a folded value the shape of a name in Japanese script, and does not say that there is none? */
export const isShaped = (value: string): boolean => SHAPE.test(value) && !NO_NAME.test(value);

/**
 * Reads a folded value as a name in Japanese script.
 *
 * @returns undefined where it has another shape, or says that there is no name.
 */
export function readJapanese(value: string): JapaneseName | undefined {
  if (!isShaped(value)) return undefined;
  const words = value.split(/[ ・･]+/u);
  const kana = words.every((word) => KANA.test(word));
  const pairs = words.length === 1 ? cuts(value) : [[words[0]!, words.at(-1)!] as const];
  const known = words.length < 3 && pairs.some((pair) => isPair(...pair));
  return {
    known,
    solidKana: kana && words.length === 1,
    separated: words.length > 1,
    part: pairs.some(([surname, given]) => isName('surname', surname) || isName('given', given)),
    dummy: pairs.some(([a, b]) => DUMMY_SURNAMES.test(a) && DUMMY_GIVENS.test(b)),
  };
}

/** Every way to cut a word in two, with surnames of up to five characters. */
function cuts(word: string): (readonly [string, string])[] {
  const characters = Array.from(word);
  const pairs: (readonly [string, string])[] = [];
  const longest = KANA.test(word) ? 8 : 5;
  for (let i = 1; i < characters.length && i <= longest; i++) {
    const pair = [characters.slice(0, i).join(''), characters.slice(i).join('')] as const;
    if (!PLACE.test(pair[1])) pairs.push(pair);
  }
  return pairs;
}

function isPair(surname: string, given: string): boolean {
  return isName('surname', surname) && isName('given', given);
}

/** Is it such a name as it is written, or its reading? */
export function isName(part: NamePart, word: string): boolean {
  if (isWrittenName(part, word)) return true;
  return KANA.test(word) && isNameReading(part, katakanaOf(word));
}

function katakanaOf(kana: string): string {
  return kana
    .normalize('NFKC')
    .replace(/[\u3041-\u3096]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}
