import { isMunicipalityRomaji, prefectureOfRomaji } from '../../gazetteer/japan-romaji.ts';
import type { MunicipalSuffix } from '../../gazetteer/municipal-suffixes.ts';
import { prefecturesOfPostalCode } from '../../gazetteer/postal-codes.ts';
import type { Evidence } from '../../evidence.ts';
import type { Context, Judgement, Slice } from '../../rule.ts';

const NAME_BEFORE = /(?<![\p{L}-])\p{Lu}[\p{L}'’]{1,14}(?:-\p{L}{2,10})?$/u;
/** 1-2-3, 1-2 and the town (Nishi-Shinjuku, 2-chome) before the ward. */
const NUMBER_AND_TOWN =
  /(?<![\w-])\d{1,4}(?:-\d{1,4}){1,3}(?:[ ,]{1,2}[\p{Lu}\d][\p{L}'’-]{1,24}){0,4}[ ,]{1,2}$/u;
/** Another municipality (Kawasaki-shi), the prefecture, the postal code behind the ward. */
const BEHIND =
  /^(?:[, ]{1,2}\p{Lu}[\p{L}'’]{1,14}-(?:shi|gun))?[, ]{1,2}(\p{Lu}[\p{L}-]{2,12}?)(?:-to|-fu|-ken| Prefecture| Pref\.?)?(?:[, ]{1,2}(?:〒 ?)?(\d{3})-?(\d{4}))?(?![\p{L}\d])/u;
const PREFECTURE_BEFORE = /(?<![\p{L}-])(\p{Lu}\p{L}{2,12})(?:-to|-fu|-ken)?[, ]{1,2}$/u;
const TOWN_AND_NUMBER =
  /^[, ]{1,2}(?:\p{Lu}[\p{L}'’-]{1,24}[, ]{1,2}){1,4}\d{1,4}(?:-\d{1,4}){1,3}(?![\w-])/u;

/**
 * A Japanese address in Latin letters around `-ku`, `-shi` or `-gun`, written from the house number
 * to the postal code (`1-2-3 Nishi-X, X-ku, Tokyo 000-0000`) or from the prefecture
 * to the house number.
 */
export function judgeRomaji(slice: Slice, context: Context): Judgement | undefined {
  const { folded: text, start, end } = slice;
  const suffix = text.slice(start, end).toLowerCase() as MunicipalSuffix;
  if (/[\p{L}\d-]/u.test(text[end] ?? ' ')) return undefined;
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, start - 26), start))?.[0];
  if (name === undefined || !isMunicipalityRomaji(name, suffix)) return undefined;
  const found =
    ascending(text, start - name.length, end) ?? descending(text, start - name.length, end);
  if (found === undefined) return undefined;
  const hotword: Evidence[] = !context.typed && context.hotword() ? [{ code: 'hotword' }] : [];
  return { ...found, evidence: [...found.evidence, ...hotword] };
}

const EVIDENCE: readonly Evidence[] = [{ code: 'gazetteer' }, { code: 'house-number' }];

function ascending(text: string, at: number, end: number): Judgement | undefined {
  const lowest = Math.max(0, at - 80);
  const number = NUMBER_AND_TOWN.exec(text.slice(lowest, at));
  const behind = BEHIND.exec(text.slice(end, end + 60));
  if (number === null || behind === null) return undefined;
  const prefecture = prefectureOfRomaji(behind[1]!);
  if (prefecture < 0) return undefined;
  const served = prefecturesOfPostalCode(Number(`${behind[2]}${behind[3]}`));
  const agrees: Evidence[] = served.includes(prefecture) ? [{ code: 'corroborated' }] : [];
  return {
    start: lowest + number.index,
    end: end + behind[0].length,
    evidence: [...EVIDENCE, ...agrees],
    region: 'JP',
  };
}

function descending(text: string, at: number, end: number): Judgement | undefined {
  const lowest = Math.max(0, at - 40);
  const town = TOWN_AND_NUMBER.exec(text.slice(end, end + 80));
  if (town === null) return undefined;
  const before = PREFECTURE_BEFORE.exec(text.slice(lowest, at));
  const prefecture = before === null ? -1 : prefectureOfRomaji(before[1]!);
  return {
    start: before !== null && prefecture >= 0 ? lowest + before.index : at,
    end: end + town[0].length,
    evidence: EVIDENCE,
    region: 'JP',
  };
}
