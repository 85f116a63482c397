import type { Evidence } from '../../evidence.ts';
import { prefectureOfRomaji } from '../../gazetteer/japan-romaji.ts';
import { placeAt } from '../../gazetteer/place.ts';
import { postalCodeUse, prefecturesOfPostalCode } from '../../gazetteer/postal-codes.ts';
import type { Context, Judgement } from '../../rule.ts';

/** A Japanese postal code in a text, with its 〒. */
export interface JapaneseCode {
  readonly start: number;
  readonly end: number;
  readonly marked: boolean;
  /** The seven digits as a number. */
  readonly value: number;
}

const CODE = /(?:〒[ :]{0,2})?(\d{3})-?(\d{4})(?![\dA-Z]|-\d|\.\d)/iy;
const NOBODYS: ReadonlySet<number> = new Set([0, 9_999_999]);

/** The code `123-4567`, `1234567` or `〒123-4567` that stands at `at` of a folded text. */
export function japaneseCodeAt(text: string, at: number): JapaneseCode | undefined {
  CODE.lastIndex = at;
  const found = CODE.exec(text);
  if (found === null || isGlued(text, at)) return undefined;
  return {
    start: at,
    end: at + found[0].length,
    marked: text[at] === '〒',
    value: Number(found[1]! + found[2]!),
  };
}

/** Words that stand before a code; `zip` alone says a file more often. Seven solid digits need more. */
const CLEAR_WORDS = ['郵便番号'];
const WORDS = [...CLEAR_WORDS, 'postal code', 'postcode', 'post code', 'zip code', 'zipcode'];

const isSolid = (text: string, { end }: JapaneseCode) => text[end - 5] !== '-';

/** A digit, a letter or a hyphen before the code makes it a part of something longer. */
function isGlued(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  if (text[at] === '〒') return false;
  const letter = (unit | 32) >= 97 && (unit | 32) <= 122 && unit < 128;
  return letter || (unit >= 48 && unit <= 57) || unit === 45 || unit === 46 || unit === 95;
}

/**
 * Is the code in use, and what says that it is a postal code: 〒, its field, a word before it, the
 * address beside it? A code out of use counts only in a field of its name.
 */
export function judgeJapanese(
  text: string,
  code: JapaneseCode,
  context: Context,
): Judgement | undefined {
  const { start, end, marked, value } = code;
  const evidence: Evidence[] = marked ? [{ code: 'mark' }] : [];
  const use = NOBODYS.has(value) ? 'reserved' : postalCodeUse(value);
  if (use === undefined && !context.typed) return undefined;
  const office = use === 'office' && !context.typed;
  if (use !== 'reserved' && !office && isBesideItsAddress(text, code)) {
    evidence.push({ code: 'corroborated' });
  }
  if (evidence.length === 0 && !context.typed) {
    if (!context.hotword(isSolid(text, code) ? CLEAR_WORDS : WORDS)) return undefined;
    evidence.push({ code: 'hotword' });
  }
  evidence.push(useEvidence(use));
  if (office) evidence.push({ code: 'organisation' });
  return { start, end, evidence, region: 'JP' };
}

function useEvidence(use: 'town' | 'office' | 'reserved' | undefined): Evidence {
  if (use === 'reserved') return { code: 'reserved', note: 'Japan Post assigns no such code' };
  return { code: use === undefined ? 'refuted' : 'allocated' };
}

const SEPARATORS = /["',\s|]{0,4}/y;
const ROMAJI_BEFORE = /(?<![\p{L}-])(\p{Lu}\p{L}{2,12})(?:-to|-fu|-ken)?[, ]{1,2}$/u;

/** Does an address of the code's prefecture follow, in the next field too; or 〜, Tokyo before? */
function isBesideItsAddress(text: string, { start, end, value }: JapaneseCode): boolean {
  SEPARATORS.lastIndex = end;
  SEPARATORS.test(text);
  const at = SEPARATORS.lastIndex;
  if (text.charCodeAt(at) >= 0x3041) {
    const place = placeAt(text, at);
    if (place === undefined) return false;
    const { prefecture, municipality } = place;
    const prefectures = prefecture >= 0 ? [prefecture] : (municipality?.prefectures ?? []);
    return prefectures.some((it) => prefecturesOfPostalCode(value).includes(it));
  }
  const before = ROMAJI_BEFORE.exec(text.slice(Math.max(0, start - 22), start));
  if (before === null) return false;
  return prefecturesOfPostalCode(value).includes(prefectureOfRomaji(before[1]!));
}
