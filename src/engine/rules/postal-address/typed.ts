import type { Evidence } from '../../evidence.ts';
import { isNumeral } from '../../gazetteer/canonical.ts';
import { placeAt, type Place } from '../../gazetteer/place.ts';
import type { Judgement, Slice } from '../../rule.ts';
import { isNobodysHouse, NOBODYS_HOUSE } from './nobody.ts';
import { contactStart } from './building.ts';

const POSTAL_CODE = /^(?:〒 ?)?\d{3}-?\d{4}[ ,\n]{1,3}|^〒 ?\d{3}-?\d{4}/;
const LONGEST = 200;

/**
 * A value that its field says is an address: the whole of it counts, without a postal code before
 * and a telephone number behind, and needs no house number where the municipality is known.
 */
export function judgeTyped(slice: Slice): Judgement | undefined {
  const { folded, text } = slice;
  const end = trimmedEnd(folded, slice.start, slice.end);
  let start = trimmedStart(folded, slice.start, end);
  if (end - start < 3 || end - start > LONGEST) return undefined;
  // The common case of a table: a cell that begins with its prefecture or municipality.
  if (isKanji(folded.charCodeAt(start))) {
    const place = placeAt(folded, start);
    if (place !== undefined) return japanese(folded, start, end, place);
  }
  start += POSTAL_CODE.exec(folded.slice(start, Math.min(end, start + 14)))?.[0].length ?? 0;
  const place = placeAt(folded, start);
  if (place !== undefined) return japanese(folded, start, end, place);
  return isJapanese(folded, start, end)
    ? japanesePart(folded, start, end)
    : latin(text, start, end);
}

function trimmedStart(text: string, at: number, end: number): number {
  let start = at;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  return start;
}

function trimmedEnd(text: string, start: number, at: number): number {
  let end = at;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

const isBlank = (unit: number) => unit <= 32;
const isKanji = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff;

function japanese(text: string, start: number, end: number, place: Place): Judgement {
  const evidence: Evidence[] = [{ code: 'gazetteer' }];
  if (hasNumeral(text, place.end, end)) evidence.push({ code: 'house-number' });
  if (isNobodysHouse(text.slice(place.end, end))) evidence.push(NOBODYS_HOUSE);
  return { start, end: withoutContact(text, place.end, end), evidence, region: 'JP' };
}

function hasNumeral(text: string, at: number, end: number): boolean {
  for (let i = at; i < end; i++) if (isNumeral(text.charCodeAt(i))) return true;
  return false;
}

/** End of the value, or of the part before a telephone number or a mail address in it. */
function withoutContact(text: string, at: number, end: number): number {
  const contact = contactStart(text, at, end);
  if (contact < 0) return end;
  const before = trimmedEnd(text, at, contact);
  return text[before - 1] === '(' ? trimmedEnd(text, at, before - 1) : before;
}

function isJapanese(text: string, at: number, end: number): boolean {
  for (let i = at; i < end; i++) if (text.charCodeAt(i) >= 0x3041) return true;
  return false;
}

/** Kanji or kana, then a number that is no count of days, times or people. */
const PART = /[\u3041-\u30ff\u4e00-\u9fff々]{1,30}.{0,20}?(?:\d|[一二三四五六七八九十][丁番条の])/;
const NO_ADDRESS =
  /^住所|[。!?=;{}<>桁@]|です|ます|ください|入力|必須|文字|項目|番目|例[:：)]|https?:|\d[年月日時分秒人件個円%]/;

/** Street and house without a municipality: 西新宿2-8-1, ビル名 101号室 in a column of its own. */
function japanesePart(text: string, start: number, end: number): Judgement | undefined {
  const value = text.slice(start, end);
  if (!PART.test(value) || NO_ADDRESS.test(value)) return undefined;
  return {
    start,
    end: withoutContact(text, start, end),
    evidence: isNobodysHouse(value)
      ? [{ code: 'house-number' }, NOBODYS_HOUSE]
      : [{ code: 'house-number' }],
    region: 'JP',
  };
}

const NUMBER_FIRST =
  /^#?\d{1,6}(?:[-/]\d{1,5})?[a-z]?(?: bis| ter| 1\/2|½)?,? (?:[nsew]{1,2}\.? )?(?:\p{L}[\p{L}.'’-]+|\d{1,3}(?:st|nd|rd|th))(?: |,|$)/iu;
/** Streets, boxes and units in the languages of western Europe, as whole words or their ends. */
const STREET =
  /(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|gatan|vägen)(?!\p{L})|(?<!\p{L})(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|way|square|sq|terrace|hill|close|crescent|highway|hwy|rue|quai|chemin|impasse|via|viale|piazza|calle|rua|p\.? ?o\.? box|postfach|bp|apt|suite|flat)(?!\p{L})/iu;
const POSTAL_PLACE =
  /(?<![\w-])(?:[A-Z]{2},? \d{5}(?:-\d{4})?|\d{5} \p{Lu}\p{L}+|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?!\w)/u;
const MEASURE =
  /^\d+ (?:[kmgt]?b(?:ytes?|its?)?|[nµm]?s|sec\w*|min\w*|hours?|days?|px|char\w*|items?|lines?)\b/i;
/** Code, paths, mail and network addresses. */
const NO_LATIN =
  /[@{}<>=;$|\\_[\]!?"`]|:\/\/|\w\(|[a-z\d]\.[a-z\d]|(?:^|\s)(?:0x|\/)|&&|\s[+*%^~]\s/;
const NUMBER = /(?:^|[\s,#])\d{1,6}(?:[-/]\d{1,5})?[a-z]?(?:$|[\s,.])/i;
/** Labels and placeholders of forms: Address line 1, Street name (1) */
const FORM_TEXT = /\b(?:address|enter|your|optional|required|e\.g|example|name)\b/i;
const COUNTRY =
  /(?:,|\n)\s{0,3}(?:Deutschland|Germany|France|United Kingdom|UK|GB|England|United States(?: of America)?|USA?|Japan|Österreich|Austria|Schweiz|Switzerland)$/i;

/** Addresses in Latin letters: number and street, street and number, a box, a postal code and city. */
function latin(text: string, start: number, end: number): Judgement | undefined {
  const value = text.slice(start, end);
  if (!NUMBER.test(value) || NO_LATIN.test(value) || FORM_TEXT.test(value)) return undefined;
  // A state or a city with its postal code alone says where many live.
  if (!/\p{L}{3}/u.test(value.replace(POSTAL_PLACE, ''))) return undefined;
  const known = STREET.test(value) || POSTAL_PLACE.test(value);
  if (!known && (!NUMBER_FIRST.test(value) || MEASURE.test(value))) return undefined;
  const country = COUNTRY.exec(value)?.[0].length ?? 0;
  return { start, end: end - country, evidence: [{ code: 'house-number' }] };
}
