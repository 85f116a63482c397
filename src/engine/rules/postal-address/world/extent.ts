import { stateCode } from '../../../gazetteer/united-states.ts';
import { codeAt, countryAt, LONGEST_COUNTRY, placeEnd, type Code, type Country } from './parts.ts';
import type { Street } from './street.ts';
import { isAreaWord, isSmallWord, type Token } from './tokens.ts';

/** What belongs to a street: first and last token of the address, the country left out. */
export interface Extent {
  readonly first: number;
  readonly last: number;
  readonly code: Code | undefined;
  readonly country: Country | undefined;
  /** Stands a part of a building (Suite 5) behind the street? */
  readonly hasUnit: boolean;
  /** Tokens from this one on were not looked at behind the street. */
  readonly seen: number;
}

/** Most words between a street and what ends its address. */
const MOST = 24;

/** Most words between a street and the last of its address: a country in a country may end it. */
export const FARTHEST = MOST + 2 * LONGEST_COUNTRY;

/** A look at a token takes so many behind it into account: a country, and one behind it. */
const LOOK = 2 * LONGEST_COUNTRY + 2;

/** Goes on from a street to postal code and country, and back to them where they stand before. */
export function extend(text: string, tokens: readonly Token[], street: Street): Extent {
  const forward = goForward(text, tokens, street);
  return goBack(text, tokens, street, forward);
}

function goForward(text: string, tokens: readonly Token[], street: Street): Extent {
  let last = street.last;
  let code: Code | undefined;
  let country: Country | undefined;
  let hasUnit = false;
  const limit = Math.min(tokens.length, street.last + MOST);
  let i = street.last + 1;
  while (i < limit) {
    const token = tokens[i]!;
    country = countryAt(text, tokens, i);
    if (country !== undefined) {
      country = withCountryOf(text, tokens, country);
      code ??= codeBehind(text, tokens, country);
      break;
    }
    if (code !== undefined && token.gap === 'line') break;
    if (isState(tokens, i, street)) {
      country = { first: i + 1, last: i, region: 'US' };
      break;
    }
    const found = code === undefined ? codeAt(text, tokens, i) : undefined;
    if (found !== undefined && isBesidePlace(tokens, found)) {
      code = found;
      // 06164 Republic of Korea: the country is no part of the city's name.
      const next = found.last + 1;
      const isCountry = next < tokens.length && countryAt(text, tokens, next) !== undefined;
      last = isCountry ? found.last : placeEnd(tokens, next);
      i = last + 1;
    } else if (token.isUnit && isUnitName(tokens[i + 1])) {
      hasUnit ||= tokens[i + 1]!.isNumber;
      if (code === undefined && tokens[i + 1]!.isNumber) last = i + 1;
      i += 2;
    } else if (token.isName || token.isNumber || isInName(tokens, i)) i++;
    else break;
  }
  if (country !== undefined) last = Math.max(street.last, country.first - 1);
  if (code !== undefined && country !== undefined && code.first > country.last) last = code.last;
  const seen = i + LOOK;
  return { first: street.first, last, code: fitting(code, country), country, hasUnit, seen };
}

/** `Wilbraham, MA`: a state that nothing follows, behind the name of a city. */
function isState(tokens: readonly Token[], at: number, street: Street): boolean {
  const { word, gap } = tokens[at]!;
  const next = tokens[at + 1];
  const isLast = next === undefined || next.gap !== 'blank';
  if (!isLast || gap === 'line' || !/^[A-Z]{2}$/.test(word)) return false;
  return at > street.last + 1 && tokens[at - 1]!.isName && stateCode(word) !== undefined;
}

/** The postal code behind the country, as Uzbekistan has it. */
function codeBehind(text: string, tokens: readonly Token[], { last }: Country): Code | undefined {
  const next = tokens[last + 1];
  if (next === undefined || next.gap === 'line' || next.gap === 'stop') return undefined;
  const code = codeAt(text, tokens, last + 1);
  return code !== undefined && code.code.length > 4 ? code : undefined;
}

/** England, United Kingdom: the country and its part are one. */
function withCountryOf(text: string, tokens: readonly Token[], part: Country): Country {
  const next = tokens[part.last + 1];
  if (next === undefined || next.gap === 'stop') return part;
  const whole = countryAt(text, tokens, part.last + 1);
  return whole === undefined ? part : { ...part, last: whole.last };
}

/** What stands behind a unit's word; five digits are a postal code (AP is a state of the forces). */
function isUnitName(token: Token | undefined): boolean {
  return token?.gap === 'blank' && !/^\d{5}/.test(token.word);
}

/** A small word between two words of a name: `Rio de Janeiro`. */
function isInName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (next === undefined || !isSmallWord(token)) return false;
  return next.isName || isSmallWord(next) || (isAreaWord(token) && next.isNumber);
}

/** Is a place beside the code, or is the code a part between commas? A bare year is no code. */
function isBesidePlace(tokens: readonly Token[], { first, last, code }: Code): boolean {
  const before = tokens[first - 1];
  const next = tokens[last + 1];
  if (/^\d{3}$/.test(code)) {
    return tokens[first]!.gap === 'blank' && before!.isName && next?.gap !== 'blank';
  }
  if (next?.gap === 'blank' && next.isName) return true;
  const isYear = /^(?:19|20)\d\d$/.test(code);
  if (next?.gap === 'blank' && !next.isNumber) return !isYear && code.length > 4;
  if (tokens[first]!.gap === 'blank') {
    return before !== undefined && (before.isName || isSmallWord(before));
  }
  return !isYear && code.length > 3;
}

/** The code, where the country has codes of its form. */
function fitting(code: Code | undefined, country: Country | undefined): Code | undefined {
  if (code === undefined || country === undefined) return code;
  return code.regions.has(country.region) || code.first > country.last ? code : undefined;
}

/** Country, postal code and city stand before the street in Hungary and in Russia. */
function goBack(text: string, tokens: readonly Token[], street: Street, extent: Extent): Extent {
  let { first, code, country } = extent;
  let at = street.first;
  for (let parts = 0; parts < 4 && at > 0 && tokens[at]!.gap === 'comma'; parts++) {
    const begin = partStart(tokens, at - 1);
    if (!isNamesOnly(tokens, begin, at)) break;
    const before = code === undefined ? codeIn(text, tokens, begin, at) : undefined;
    const name = country === undefined ? countryAt(text, tokens, begin) : undefined;
    if (tokens[begin]!.isUnit && at === street.first) first = begin;
    else if (before !== undefined) {
      code = before;
      first = begin;
    } else if (name !== undefined && name.last === at - 1) {
      country = name;
      break;
    }
    at = begin;
  }
  return { ...extent, first, code, country };
}

function partStart(tokens: readonly Token[], at: number): number {
  let begin = at;
  while (begin > 0 && tokens[begin]!.gap === 'blank') begin--;
  return begin;
}

function isNamesOnly(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every((token) => token.isName || token.isNumber || isSmallWord(token) || token.isUnit);
}

/** A code at the beginning of a part, with a place beside it; alone where Russian lines begin. */
function codeIn(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): Code | undefined {
  const found = codeAt(text, tokens, from);
  if (found === undefined) return undefined;
  const isAlone = to === found.last + 1;
  if (isAlone) return found.code.length === 6 && tokens[from]!.gap !== 'comma' ? found : undefined;
  return found.code.length > 3 ? found : undefined;
}
