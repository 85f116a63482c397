import type { Evidence } from '../../evidence.ts';
import { isNumeral } from '../../gazetteer/canonical.ts';
import { isTownAt, type Municipality } from '../../gazetteer/japan.ts';
import { placeBefore, type Place } from '../../gazetteer/place.ts';
import { prefecturesOfPostalCode } from '../../gazetteer/postal-codes.ts';
import type { Context, Judgement, Slice } from '../../rule.ts';
import { buildingEnd, isBuildingLine } from './building.ts';
import type { HouseNumber } from './house-number.ts';
import { isOrganisationBefore, isOrganisationBehind } from './organisation.ts';
import { isNobodysHouse, NOBODYS_HOUSE } from './nobody.ts';
import { townAt, type Town } from './town.ts';

/** Longest address looked at, from the municipality on. */
const LONGEST = 120;

/** An address whose municipality ends with the candidate (市, 区, 町, 村). */
export function judgeMunicipality(slice: Slice, context: Context): Judgement | undefined {
  const { folded, end } = slice;
  if (!mayHaveHouse(folded, end)) return undefined;
  const place = placeBefore(folded, end);
  if (place === undefined || place.end < end) return undefined;
  const { field } = context;
  const within = field !== undefined && field.start <= place.start && field.end >= place.end;
  return judgePlace(slice, context, place, within ? field : undefined);
}

/** Is there a numeral behind a municipality, near enough and on its line? Most words end here. */
function mayHaveHouse(text: string, at: number): boolean {
  const last = Math.min(text.length, at + 48);
  for (let i = at; i < last; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10) return false;
    if (isNumeral(unit) || (unit === 0x756a && i > at)) return true; // 番地不詳, 無番地
  }
  return false;
}

interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** The address that begins with a place, in running text or in a field that names nothing. */
export function judgePlace(
  { folded }: Slice,
  context: Context,
  place: Place,
  field: Bounds | undefined,
): Judgement | undefined {
  const limit = Math.min(field?.end ?? lineEnd(folded, place.end), place.end + LONGEST);
  const town = townAt(folded, place.end, limit);
  if (town === undefined || !isAddress(folded, place, town, limit)) return undefined;
  const known = isKnownTown(folded, place, town);
  let end = buildingEnd(folded, town.house.end, limit);
  if (field === undefined) end = withSecondLine(folded, end, limit);
  const evidence = [...placeEvidence(place, known), ...houseEvidence(folded, place, town, known)];
  if (isNobodysHouse(folded.slice(town.start, town.house.end))) evidence.push(NOBODYS_HOUSE);
  if (
    isOrganisationBefore(folded, place.start, field?.start ?? 0) ||
    isOrganisationBehind(folded, town.house.end, limit)
  ) {
    evidence.push({ code: 'organisation' });
  } else if (!context.typed) {
    if (hasItsPostalCode(folded, place)) evidence.push({ code: 'corroborated' });
    if (context.hotword()) evidence.push({ code: 'hotword' });
  }
  return { start: place.start, end, evidence, region: 'JP' };
}

/** The end of the line, or of the quotes or the tag that the place stands in. */
function lineEnd(text: string, at: number): number {
  const last = Math.min(text.length, at + LONGEST);
  for (let i = at; i < last; i++) if ('\n\r\t"<>|\\'.includes(text[i]!)) return i;
  return last;
}

/** May the place be the beginning of an address, and the number its house? */
function isAddress(text: string, place: Place, town: Town, limit: number): boolean {
  const { house } = town;
  if (place.prefecture < 0 && !isWordStart(text, place.start)) return false;
  if (house.strength === 'part') return false;
  if (/[A-Z]/i.test(text.slice(town.start, town.end)) && !isKnownTown(text, place, town))
    return false;
  if (house.strength === 'number') {
    if (town.end === town.start || isYear(text, house)) return false;
    const named = text[town.end - 1] === '町' && house.start === town.end;
    return (named || isKnownTown(text, place, town)) && isBreak(text, house.end, limit);
  }
  // 大阪市 3-1 神戸市: without a town only units speak of a house.
  return town.end > town.start || house.strength === 'unit' || place.prefecture >= 0;
}

/** Labels that stand right before an address without a break. */
const LABEL = /(?:住所|所在地|本籍地?|居所|自宅|実家|届け?先|送付先|宛先|勤務先)$/;

/** Does no word of kanji, katakana, Latin letters go over into the place's name? */
function isWordStart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  const letter = (unit | 32) >= 97 && (unit | 32) <= 122 && unit < 128;
  const kanji = unit >= 0x3400 && unit <= 0x9fff;
  const katakana = unit >= 0x30a1 && unit <= 0x30fc && unit !== 0x30fb;
  return !(letter || kanji || katakana) || LABEL.test(text.slice(Math.max(0, at - 6), at));
}

/** 丸の内 2024: behind a blank it is a year. */
function isYear(text: string, { start, end }: HouseNumber): boolean {
  return text[start - 1] === ' ' && /^(?:19|20)\d\d$/.test(text.slice(start, end));
}

/** Is the single number the last of its words, or followed by a building? */
function isBreak(text: string, at: number, limit: number): boolean {
  if (at >= limit || /[\s、。,)(」』"'<|;]/.test(text[at]!)) return true;
  return buildingEnd(text, at, limit) > at;
}

/** Kyoto tells the crossing and the way from it before the town: 室町通上立売上る, 一条下ル, 千本東入. */
const KYOTO_STREET = /通|[上下](?:が?る|ル)|[東西]入/;
const KYOTO = 25;

const isInKyoto = ({ prefectures }: Municipality) => prefectures.includes(KYOTO);

/** 大字 and 字 stand before names that the gazetteer has without them. */
const SECTION = /^(?:大字|字|小字)/;

function isKnownTown(text: string, { municipality }: Place, town: Town): boolean {
  if (municipality === undefined) return false;
  if (KYOTO_STREET.test(text.slice(town.start, town.end))) return isInKyoto(municipality);
  const skip = SECTION.exec(text.slice(town.start, town.start + 2))?.[0].length ?? 0;
  return isTownAt(municipality, text, town.start + skip, town.house.end);
}

function placeEvidence(place: Place, known: boolean): Evidence[] {
  const clear = place.prefecture >= 0 || place.municipality?.unmistakable === true || known;
  return clear ? [{ code: 'gazetteer' }] : [];
}

/** Two numbers behind a town that nobody knows may be a score or a range. */
function houseEvidence(
  text: string,
  place: Place,
  { start, end, house }: Town,
  known: boolean,
): Evidence[] {
  const sure =
    house.strength === 'unit' ||
    known ||
    house.parts > 2 ||
    (place.prefecture >= 0 && end > start) ||
    // 某区某町428: a town right before its number, in a municipality that is the only one of its name.
    (house.strength === 'number' &&
      place.municipality?.unmistakable === true &&
      text[end - 1] === '町');
  return sure ? [{ code: 'house-number' }] : [];
}

const POSTAL_CODE = /(?<!\d)(\d{3})-?(\d{4})["',\s]{0,4}$/;

/** Does a postal code of the same prefecture stand right before the place? */
function hasItsPostalCode(text: string, { start, prefecture, municipality }: Place): boolean {
  const [, first, last] = POSTAL_CODE.exec(text.slice(Math.max(0, start - 13), start)) ?? [];
  if (first === undefined || last === undefined) return false;
  const prefectures = prefecture >= 0 ? [prefecture] : (municipality?.prefectures ?? []);
  const served = prefecturesOfPostalCode(Number(first + last));
  return prefectures.some((it) => served.includes(it));
}

/** Building and room stand on a line of their own in letters. */
function withSecondLine(text: string, end: number, limit: number): number {
  const start = text.startsWith('\r\n', limit) ? limit + 2 : limit + 1;
  if (end !== limit || text[start - 1] !== '\n') return end;
  const next = text.indexOf('\n', start);
  const line = text.slice(start, next < 0 ? start + 60 : next).trimEnd();
  const indent = line.length - line.trimStart().length;
  return isBuildingLine(line.slice(indent)) ? start + line.length : end;
}
