import { prefectureAt, prefectureName } from '../../engine/gazetteer/japan.ts';
import { municipalityEnd } from '../../engine/gazetteer/place.ts';
import {
  hasStreetEnding,
  isAfterStreet,
  isBeforeStreet,
} from '../../engine/rules/postal-address/world/street-words.ts';
import { isTelling, starred, unitsOf, type Unit } from '../units.ts';
import { noStandIn, type Masks } from './masks.ts';

/** Down to the municipality: `東京都新宿区***-*-*`, `*** **** **, Springfield, IL *****`. */
export const postalAddress: Masks = {
  placeholder: '[ADDRESS]',
  partial(value) {
    const units = unitsOf(value);
    const kept = /[\p{Script=Han}\p{Script=Hangul}]/u.test(
      units.map(({ character }) => character).join(''),
    )
      ? eastAsianHead(units)
      : westernTail(units);
    return starred(units, (_, index) => kept.has(index));
  },
  // House number 0 is nobody's, but the town would tell more than the partial mask does.
  standIn: noStandIn,
};

/** Cities, counties and districts of Korea and China, which stand first as in Japan. */
const KOREAN_HEAD =
  /^(?:\p{Script=Hangul}{1,8}(?:특별시|광역시|특별자치시|특별자치도|[도시군구]) ?){1,3}(?= |$)/u;
const CHINESE_HEAD =
  /^(?:\p{Script=Han}{1,8}?(?:[省市区县區縣]|自治区|自治州|特别行政区)[ ,，]?){1,3}/u;

/** Prefecture and municipality, as far as the gazetteer or their words tell. */
function eastAsianHead(units: readonly Unit[]): ReadonlySet<number> {
  // One code unit a unit, so that indices agree; what is outside the BMP is in no name.
  const text = units.map(({ character }) => (character.length === 1 ? character : ' ')).join('');
  const end =
    municipalityEnd(text) ||
    (KOREAN_HEAD.exec(text)?.[0].length ?? 0) ||
    (CHINESE_HEAD.exec(text)?.[0].length ?? 0) ||
    prefectureEnd(text);
  // Digits before the place are a postal code, which tells the town.
  const head = Array.from({ length: end }, (_, index) => index);
  return new Set(head.filter((index) => !/\p{N}/u.test(text[index]!)));
}

/** A prefecture whose municipality nobody knows. */
function prefectureEnd(text: string): number {
  const prefecture = prefectureAt(text, 0);
  return prefecture < 0 ? 0 : prefectureName(prefecture).length;
}

/**
 * The town: the words of the last part between commas or lines that is no street. Words with a
 * digit are house numbers and postal codes, two or three capitals behind them belong to the code;
 * the part before the last counts where the last is but a state.
 */
function westernTail(units: readonly Unit[]): ReadonlySet<number> {
  const kept = new Set<number>();
  const parts = partsOf(units);
  // The first part is the street, unless a later one is: postal code and town may stand first.
  const isTurned = !isStreet(parts[0] ?? [], units) && parts.some((part) => isStreet(part, units));
  let isTown = false;
  for (const part of parts.slice(isTurned ? 0 : 1).reverse()) {
    if (isTown && !isRomajiMunicipality(part, units)) break;
    if (isStreet(part, units)) continue;
    const words = part.filter((_, at) => !isOfNumbers(part, at, units));
    words.flat().forEach((index) => kept.add(index));
    isTown ||= words.some((word) => word.filter((index) => isTelling(units[index]!)).length > 2);
  }
  return kept;
}

const wordAt = (word: readonly number[], units: readonly Unit[]) =>
  word.map((index) => units[index]!.character).join('');

function isStreet(part: readonly (readonly number[])[], units: readonly Unit[]): boolean {
  return part.some((word) => {
    const key = wordAt(word, units).replace(/[.,]$/, '').toLowerCase();
    return isAfterStreet(key) || isBeforeStreet(key) || hasStreetEnding(key);
  });
}

/** Has the word a digit, or is it the letters of a postal code, as `NNNN AA` has them? */
function isOfNumbers(
  part: readonly (readonly number[])[],
  at: number,
  units: readonly Unit[],
): boolean {
  const hasDigit = (word: readonly number[] | undefined) =>
    word?.some((index) => /^\d/.test(units[index]!.character)) === true;
  const isShort = /^[A-Z]{2,3}$/.test(wordAt(part[at]!, units));
  return hasDigit(part[at]) || (isShort && hasDigit(part[at - 1]));
}

/** `Shinjuku-ku` before `Tokyo`: the municipality is the last part but one in Japan. */
function isRomajiMunicipality(part: readonly number[][], units: readonly Unit[]): boolean {
  const text = part
    .flat()
    .map((index) => units[index]!.character)
    .join('');
  return /^[a-z]{2,20}-(?:ku|shi|gun|machi|cho|mura|son)$/i.test(text);
}

/** Indices of the units of each word of each part. */
function partsOf(units: readonly Unit[]): number[][][] {
  const parts: number[][][] = [[[]]];
  units.forEach(({ character }, index) => {
    if (/^[,\n\r、，]$/.test(character)) parts.push([[]]);
    else if (/^\s$/.test(character)) parts.at(-1)!.push([]);
    else parts.at(-1)!.at(-1)!.push(index);
  });
  return parts.map((words) => words.filter((word) => word.length > 0));
}
