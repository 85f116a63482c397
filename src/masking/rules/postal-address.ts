import { municipalityAt, prefectureAt, prefectureName } from '../../engine/gazetteer/japan.ts';
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
      ? japaneseHead(units)
      : westernTail(units);
    return starred(units, (_, index) => kept.has(index));
  },
  // House number 0 is nobody's, but the town would tell more than the partial mask does.
  standIn: noStandIn,
};

/** Prefecture and municipality, as far as the gazetteer knows them. */
function japaneseHead(units: readonly Unit[]): ReadonlySet<number> {
  // One code unit a unit, so that indices agree; what is outside the BMP is in no name.
  const text = units.map(({ character }) => (character.length === 1 ? character : ' ')).join('');
  let end = 0;
  const begin = blanksAfter(text, 0);
  const prefecture = prefectureAt(text, begin);
  if (prefecture >= 0) end = begin + prefectureName(prefecture).length;
  const next = blanksAfter(text, end);
  const municipality = municipalityAt(text, next, prefecture < 0 ? undefined : prefecture);
  if (municipality !== undefined) end = next + municipality.name.length;
  return new Set(Array.from({ length: end }, (_, index) => index));
}

function blanksAfter(text: string, at: number): number {
  return at + /^\s*/.exec(text.slice(at, at + 10))![0].length;
}

/**
 * The town at the end: the words of the last part between commas or lines. Words with a digit are
 * house numbers and postal codes; the part before the last counts where the last is but a state.
 */
function westernTail(units: readonly Unit[]): ReadonlySet<number> {
  const kept = new Set<number>();
  const parts = partsOf(units);
  // The first part is the street.
  let isTown = false;
  for (const part of parts.slice(1).reverse()) {
    if (isTown && !isRomajiMunicipality(part, units)) break;
    const words = part.filter((word) => !word.some((index) => /^\d/.test(units[index]!.character)));
    words.flat().forEach((index) => kept.add(index));
    isTown ||= words.some((word) => word.filter((index) => isTelling(units[index]!)).length > 2);
  }
  return kept;
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
