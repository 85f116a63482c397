import { fold } from '../text/fold.ts';
import {
  municipalityAt,
  municipalityBefore,
  prefectureAt,
  prefectureBefore,
  prefectureName,
  type Municipality,
} from './japan.ts';

/** The beginning of a Japanese address: where its prefecture and municipality stand in a text. */
export interface Place {
  readonly start: number;
  /** Index after the municipality. */
  readonly end: number;
  /** Number of the prefecture, -1 where none is written. */
  readonly prefecture: number;
  /** Undefined where the gazetteer lacks the municipality (浦和市, gone in 2001). */
  readonly municipality: Municipality | undefined;
}

const WARD = 0x533a; // 区
const COUNTY = 0x90e1; // 郡
const HOKKAIDO = '北海道';

/** The place whose prefecture or municipality stands at `at` of a folded text. */
export function placeAt(text: string, at: number): Place | undefined {
  const prefecture = prefectureAt(text, at);
  if (prefecture < 0) return placeWithoutPrefecture(text, at);
  const start = afterBlank(text, at + prefectureName(prefecture).length);
  const found = municipalityFrom(text, start, prefecture);
  if (found !== undefined) return { start: at, prefecture, ...found };
  const end = unknownMunicipalityEnd(text, start);
  return end < 0 ? undefined : { start: at, end, prefecture, municipality: undefined };
}

function placeWithoutPrefecture(text: string, at: number): Place | undefined {
  const found = municipalityFrom(text, at);
  return found === undefined ? undefined : { start: at, prefecture: -1, ...found };
}

/**
 * The place whose municipality ends before `end` of a folded text, or begins before it and goes on
 * (東村 of 東村山市); the prefecture before it belongs to it.
 */
export function placeBefore(text: string, end: number): Place | undefined {
  const ending = municipalityBefore(text, end);
  if (ending === undefined) return unknownBefore(text, end);
  const at = end - ending.name.length;
  const county = countyStart(text, at, ending);
  const before = beforeBlank(text, county);
  const prefecture = prefectureBefore(text, before);
  const found = municipalityFrom(text, county, prefecture < 0 ? undefined : prefecture);
  if (found === undefined) return undefined;
  if (prefecture >= 0) {
    return { start: before - prefectureName(prefecture).length, prefecture, ...found };
  }
  const short = shortPrefectureBefore(text, before, found.municipality);
  if (short >= 0) {
    return { start: before - prefectureName(short).length + 1, prefecture: short, ...found };
  }
  return { start: county, prefecture, ...found };
}

interface Found {
  readonly end: number;
  readonly municipality: Municipality;
}

/** The longest municipality at `at`; a ward may stand behind its city's name and a blank. */
function municipalityFrom(text: string, at: number, prefecture?: number): Found | undefined {
  const municipality = municipalityAt(text, at, prefecture);
  if (municipality === undefined) return spacedCountyAt(text, at);
  const end = at + municipality.name.length;
  const next = afterBlank(text, end);
  if (next === end) return { end, municipality };
  const ward = municipalityAt(text, next, prefecture);
  if (ward === undefined || ward.name.charCodeAt(ward.name.length - 1) !== WARD) {
    return { end, municipality };
  }
  const full = municipalityAt(municipality.name + ward.name, 0, prefecture);
  if (full === undefined || full.name === municipality.name) return { end, municipality };
  return { end: next + ward.name.length, municipality: full };
}

/** 夕張郡 栗山町: county and municipality with a blank between. */
function spacedCountyAt(text: string, at: number): Found | undefined {
  for (let end = at + 3; end < at + 7; end++) {
    if (text.charCodeAt(end) !== 32 || text.charCodeAt(end - 1) !== COUNTY) continue;
    const municipality = municipalityAt(text.slice(at, end) + text.slice(end + 1, end + 9), 0);
    return municipality && { end: at + municipality.name.length + 1, municipality };
  }
  return undefined;
}

/** Start of the county that stands with a blank before the town at `at`, else `at`. */
function countyStart(text: string, at: number, town: Municipality): number {
  const before = beforeBlank(text, at);
  if (before === at || text.charCodeAt(before - 1) !== COUNTY) return at;
  for (let length = 2; length < 6; length++) {
    const name = text.slice(before - length, before) + town.name;
    if (municipalityAt(name, 0)?.name.length === name.length) return before - length;
  }
  return at;
}

/** 岩手 of 岩手花巻市: prefectures are written without their suffix too. */
function shortPrefectureBefore(text: string, end: number, { prefectures }: Municipality): number {
  for (const prefecture of prefectures) {
    const name = prefectureName(prefecture);
    if (name !== HOKKAIDO && text.endsWith(name.slice(0, -1), end)) return prefecture;
  }
  return -1;
}

/** A municipality that the gazetteer lacks, right behind its prefecture. */
function unknownBefore(text: string, end: number): Place | undefined {
  for (let at = end - 2; at > end - 8 && at > 2; at--) {
    const prefecture = prefectureBefore(text, beforeBlank(text, at));
    if (prefecture < 0) continue;
    if (unknownMunicipalityEnd(text, at) !== end) return undefined;
    const start = beforeBlank(text, at) - prefectureName(prefecture).length;
    return { start, end, prefecture, municipality: undefined };
  }
  return undefined;
}

/** Municipalities are merged and renamed; 区 is left out, which ends other words too (地区). */
const UNKNOWN_MUNICIPALITY = /[一-龠ぁ-んァ-ヶー]{1,4}?市|[一-龠]{1,4}郡[一-龠]{1,4}?[町村]/y;

function unknownMunicipalityEnd(text: string, at: number): number {
  UNKNOWN_MUNICIPALITY.lastIndex = at;
  return UNKNOWN_MUNICIPALITY.test(text) ? UNKNOWN_MUNICIPALITY.lastIndex : -1;
}

function afterBlank(text: string, at: number): number {
  return text.charCodeAt(at) === 32 ? at + 1 : at;
}

function beforeBlank(text: string, at: number): number {
  return text.charCodeAt(at - 1) === 32 ? at - 1 : at;
}

/**
 * How much of a Japanese address tells the municipality only: the index after prefecture and
 * municipality, past a postal code before them; 0 where the text does not begin with a place. A
 * mask that keeps this much keeps no house.
 */
export function municipalityEnd(text: string): number {
  const folded = fold(text);
  const start = POSTAL_CODE.exec(folded)?.[0].length ?? 0;
  return placeAt(folded, start)?.end ?? 0;
}

const POSTAL_CODE = /^\s{0,4}(?:〒?\s?\d{3}-?\d{4}[\s,]{0,4})?/;
