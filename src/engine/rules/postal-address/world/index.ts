import type { Evidence } from '../../../evidence.ts';
import { isFinePostalForm } from '../../../gazetteer/postal-forms.ts';
import type { Context, Judgement, Slice } from '../../../rule.ts';
import { judgeWestern, namesOrganisation, withOrganisation } from '../western.ts';
import { judgeEastAsia } from './east-asia.ts';
import { extend, FARTHEST, type Extent } from './extent.ts';
import { createReadings, movedBy, type Read, type Reading } from './readings.ts';
import { countryAt, type Code } from './parts.ts';
import { FARTHEST_START, streetAt, unnamedStreetAt, type Street } from './street.ts';
import { isSmallWord, isStopSign, tokensOf, type Token } from './tokens.ts';

/** How far an address may reach before and behind a candidate, in UTF-16 units and in lines. */
const REACH = 200;
const LINES = 4;

/**
 * An address of any country around a number, a postal code or a country: a street by the words of
 * its language or by its house number, then city, postal code, country as they are there.
 */
export function judgeWorld(slice: Slice, context: Context): Judgement | undefined {
  const { folded: text, start, end } = slice;
  // A field that is but the candidate has been read from the words before it.
  const { field } = context;
  const isMore = field !== undefined && (field.start < start || field.end > end);
  const within = isMore && field.start <= start && field.end >= end;
  const eastAsia = judgeEastAsia(text, start, within ? field.start : 0);
  if (eastAsia !== undefined) return eastAsia;
  const bounds = {
    from: lineBound(text, start, within ? field.start : 0, -1),
    to: lineBound(text, end, within ? field.end : text.length, 1),
  };
  const { tokens, own } = runAround(tokensBetweenSigns(text, bounds, start, end), start, end);
  if (tokens.length < 2 || tokens.some(isJapanese)) return undefined;
  const readings = readingsOf(text, tokens, own, { start, end });
  let best: Reading | undefined;
  for (const reading of readings) {
    if (best === undefined || reading.weight > best.weight) best = reading;
  }
  if (best === undefined) return undefined;
  return (
    western(slice, tokens, best.extent, bounds.from) ?? judgementOf(text, tokens, best, context)
  );
}

/** `Shinjuku-ku`: Japan's addresses in Latin letters have a judge of their own. */
const isJapanese = (token: Token): boolean => token.isJapanese;

/** Countries that have rules of their own, which know states and districts. */
const WESTERN = new Set(['US', 'GB', 'DE', 'FR']);

function western(
  slice: Slice,
  tokens: readonly Token[],
  { first, code, country }: Extent,
  lowest: number,
): Judgement | undefined {
  if (code === undefined || (country !== undefined && !WESTERN.has(country.region)))
    return undefined;
  const { start } = tokens[code.first]!;
  const { end } = tokens[code.last]!;
  const judgement = judgeWestern({ ...slice, start, end }, lowest);
  const unit = tokens[first]!;
  return judgement === undefined || unit.start > judgement.start || !unit.isUnit
    ? judgement
    : { ...judgement, start: unit.start };
}

/** Index at most {@link REACH} units and {@link LINES} lines away, not beyond `limit`. */
function lineBound(text: string, at: number, limit: number, step: -1 | 1): number {
  const last = step < 0 ? Math.max(limit, at - REACH) : Math.min(limit, at + REACH);
  let lines = 0;
  for (let i = at; i !== last; i += step) {
    const unit = text.charCodeAt(step < 0 ? i - 1 : i);
    if (unit === 10 && ++lines > LINES) return i;
  }
  return last;
}

/**
 * Some signs stand in no word and are always a stop, and code is full of them: what lies beyond need
 * not be cut into words.
 */
function tokensBetweenSigns(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  start: number,
  end: number,
): Token[] {
  let first = start;
  while (first > from && !isStopSign(text.charCodeAt(first - 1))) first--;
  let last = end;
  while (last < to && !isStopSign(text.charCodeAt(last))) last++;
  return tokensOf(text, first, last);
}

/** Tokens without a stop between them, and the index of the candidate's first. */
interface Run {
  readonly tokens: readonly Token[];
  readonly own: number;
}

/** The tokens around the candidate up to the next stops: what an address cannot go over. */
function runAround(tokens: readonly Token[], start: number, end: number): Run {
  const own = tokens.findIndex((token) => token.end > start);
  if (own < 0 || tokens[own]!.start >= end) return { tokens: [], own: -1 };
  let first = own;
  while (first > 0 && !isStop(tokens, first)) first--;
  let last = own;
  while (last + 1 < tokens.length && !isStop(tokens, last + 1)) last++;
  return { tokens: tokens.slice(first, last + 1), own: own - first };
}

function isStop(tokens: readonly Token[], at: number): boolean {
  const { gap } = tokens[at]!;
  if (gap === 'stop') return true;
  const before = tokens[at - 1]!;
  return gap === 'blank' && before.endsSentence;
}

/** @param own index of the candidate's first token */
function readingsOf(
  text: string,
  tokens: readonly Token[],
  own: number,
  { start, end }: { readonly start: number; readonly end: number },
): Reading[] {
  const readings: Reading[] = [];
  const add = (street: Street): void => {
    if (isOutOfReach(tokens, street, own)) return;
    const read = readStreet(text, tokens, street);
    if (read.start >= end || read.end <= start || read.reading === undefined) return;
    readings.push(movedBy(read.reading, street.first - read.at));
  };
  const last = lastToStart(tokens, own) + FARTHEST_START;
  for (let i = 0; i < tokens.length && i <= last; i++) {
    const street = streetAt(tokens, i);
    if (street === undefined) continue;
    add(street);
    i = Math.max(i, street.last);
  }
  if (readings.length > 0) return readings;
  for (let i = 0; i < tokens.length; i++) {
    if (i > 0 && tokens[i]!.gap === 'blank' && !tokens[i]!.isNumber) continue;
    const street = unnamedStreetAt(tokens, i);
    if (street !== undefined) add(street);
  }
  const places = placesOf(text, tokens, start);
  return places === undefined ? readings : [...readings, places];
}

/** Streets that what belongs to them cannot join with the token at `own`. */
function isOutOfReach(tokens: readonly Token[], { first, last }: Street, own: number): boolean {
  return first > own ? tokens[first]!.gap !== 'comma' : last + FARTHEST < own;
}

/** The last token that a street may begin with, and be in reach of the token at `own`. */
function lastToStart(tokens: readonly Token[], own: number): number {
  let last = tokens.length - 1;
  while (last > own && tokens[last]!.gap !== 'comma') last--;
  return last;
}

/** Index of the last token, a country's at the end included. */
const lastOf = ({ last, country }: Extent) => Math.max(last, country?.last ?? 0);

const COUNTRY: Evidence = { code: 'gazetteer', note: 'country' };
const STREET: Evidence = { code: 'street-type' };
const HOUSE: Evidence = { code: 'house-number' };
const CODE: Evidence = { code: 'grouping', note: 'postal code' };

const readStreet = createReadings((text, tokens, street): Read => {
  const extent = extend(text, tokens, street);
  const first = tokens[extent.first]!;
  // What stands before a comma may belong to it.
  let isSeen = tokens[street.first]!.gap === 'comma';
  const reading = weigh(first, street, extent, () => {
    isSeen = true;
    return isWholeLine(text, tokens, extent);
  });
  const seen = isSeen ? undefined : extent.seen;
  return { reading, at: street.first, start: first.start, end: tokens[lastOf(extent)]!.end, seen };
});

function weigh(
  first: Token,
  street: Street,
  extent: Extent,
  isWhole: () => boolean,
): Reading | undefined {
  if (isYear(first) && !extent.code && !extent.country) return undefined;
  const evidence = evidenceOf(street, extent, isWhole);
  if (evidence.length === 0) return undefined;
  const weight = evidence.length + (extent.code ? 0.5 : 0) + (street.numbered ? 0.25 : 0);
  return { street, extent, evidence, weight };
}

/** The year of a copyright stands before names too. */
const isYear = ({ word }: Token) => /^(?:19|20)\d\d(?:-\d{2,4})?$/.test(word);

/** Which parts, together, are an address, and how sure that is. */
function evidenceOf(street: Street, extent: Extent, isWhole: () => boolean): readonly Evidence[] {
  const { code, country, hasUnit } = extent;
  if (street.named && street.numbered) {
    if (country && code) return [COUNTRY, STREET, HOUSE, CODE];
    if (country) return [STREET, HOUSE, COUNTRY];
    return code ? [STREET, HOUSE, CODE] : [STREET];
  }
  if (street.named) {
    if (!code && !country) return [];
    if (!isWhole()) return [STREET];
    return code ? [STREET, CODE] : [STREET, COUNTRY];
  }
  if (country && code) return [HOUSE, COUNTRY];
  if (country) return isWhole() ? [COUNTRY] : [];
  return hasUnit || (code && isWhole()) ? [HOUSE] : [];
}

/**
 * Is nothing else on the line, from its beginning (or a quotation mark) to its end? Names of
 * houses may stand before the street.
 */
function isWholeLine(text: string, tokens: readonly Token[], extent: Extent): boolean {
  const first = lineFirst(tokens, Math.min(extent.first, extent.country?.first ?? Infinity));
  if (!isPartsOnly(tokens, first, extent.first)) return false;
  const last = lastOf(extent);
  const next = tokens[last + 1];
  const behind = next === undefined ? text.slice(tokens[last]!.end, tokens[last]!.end + 2) : '';
  return (
    isLineStart(text, tokens[first]!.start) &&
    (next === undefined ? /^[.,;]?(?:["'<\r\n\\]|$)/.test(behind) : next.gap === 'line')
  );
}

/** The first token of the line of the token at `at`. */
function lineFirst(tokens: readonly Token[], at: number): number {
  let first = at;
  while (first > 0 && tokens[first]!.gap !== 'line') first--;
  return first;
}

/** Are the tokens `[from, to)` short parts between commas, each with a capital first? */
function isPartsOnly(tokens: readonly Token[], from: number, to: number): boolean {
  if (to > from && tokens[to]!.gap === 'blank') {
    return tokens.slice(from, to).every((token) => token.isName || token.isNumber);
  }
  let words = 0;
  for (let i = from; i < to; i++) {
    const isFirst = i === from || tokens[i]!.gap === 'comma';
    words = isFirst ? 1 : words + 1;
    if (words > 7 || (isFirst && !tokens[i]!.isName && !tokens[i]!.isNumber)) return false;
  }
  return true;
}

/** Quotation mark, colon or line begin, with the mark of a comment or a list. */
const LINE_START = /(?:^|["'>\n:])[ \t]*(?:(?:[*#>|-]|\/\/)[ \t]+)?\(?$/;

function isLineStart(text: string, at: number): boolean {
  const from = Math.max(0, at - 16);
  // In the midst of a line the slice begins with anything.
  return LINE_START.test((from > 0 ? '.' : '') + text.slice(from, at));
}

/** Words of the longest line of places. */
const MOST_PLACES = 22;

/** A line of nothing but places and a country: no street, but who lives in a village lives there. */
function placesOf(text: string, tokens: readonly Token[], start: number): Reading | undefined {
  const at = tokens.findIndex((token) => token.start === start);
  const country = at < 1 || tokens[at]!.gap !== 'comma' ? undefined : countryAt(text, tokens, at);
  if (country === undefined) return undefined;
  const first = lineFirst(tokens, at);
  const areNames = tokens
    .slice(first, at)
    .every((it) => it.isName || isCodeLike(it) || isSmallWord(it));
  if (!areNames) return undefined;
  if (at - first > MOST_PLACES) return undefined;
  const extent = extend(text, tokens, { first, last: first, numbered: false, named: false });
  if (extent.country === undefined || !isWholeLine(text, tokens, extent)) return undefined;
  if (countryAt(text, tokens, first) !== undefined) return undefined;
  const evidence = placesEvidence(text.slice(tokens[first]!.start, tokens[at]!.end), extent);
  return { street: undefined, extent, evidence, weight: evidence.length };
}

/** House, street, city and postal code between commas, where no word says what is what. */
function placesEvidence(written: string, { code }: Extent): readonly Evidence[] {
  const parts = written.split(/[,،]/);
  if (code !== undefined) {
    const isFull = parts.length > 4 || isFinePostalForm(code.code);
    if (isFull || (isCityPart(parts, code) && !namesOrganisation(written))) return [COUNTRY, CODE];
  }
  const isPlot = PLOT.test(written) && parts.filter((part) => !/\d/.test(part)).length > 2;
  return isPlot ? [HOUSE, COUNTRY] : [COUNTRY];
}

/** Plot 7, Block 12: parts of a town that has no streets; the town and more must follow. */
const PLOT = /^(?:plot|house|lot|stand|block|blk|flat)\.? (?:no\.? ?)?\d{1,5}[a-z]?,/i;

/** House, street, `20000 Maldonado`, country: the code stands before the city's name. */
function isCityPart(parts: readonly string[], { code }: Code): boolean {
  const city = (parts[2] ?? '').trim();
  return (
    parts.length === 4 && code.length > 4 && city.startsWith(code) && city.length > code.length
  );
}

const isCodeLike = (token: Token) => token.isNumber || /^[A-Z\d-]{2,9}$/.test(token.word);

function judgementOf(
  text: string,
  tokens: readonly Token[],
  { extent, evidence, street }: Reading,
  context: Context,
): Judgement {
  const isLoose = evidence.length === 1 && street?.numbered === true && !context.typed;
  const hotword: Evidence[] = isLoose && context.hotword() ? [{ code: 'hotword' }] : [];
  const region = extent.country?.region;
  const judgement: Judgement = {
    start: tokens[extent.first]!.start,
    end: trimmedEnd(text, tokens[extent.last]!),
    evidence: [...evidence, ...hotword],
    ...(region !== undefined && { region }),
  };
  // Where no street is told, the organisation is inside: its house's name is all that there is.
  return street === undefined ? judgement : withOrganisation(text, judgement);
}

/** A point at the end is the sentence's, unless the word is an abbreviation. */
function trimmedEnd(text: string, { end, word }: Token): number {
  return text[end - 1] === '.' && word.length > 5 ? end - 1 : end;
}
