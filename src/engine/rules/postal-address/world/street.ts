import { isOrdinal, isSmallWord, type Token } from './tokens.ts';

/** A street among tokens: indices of its first and its last token, both included. */
export interface Street {
  readonly first: number;
  readonly last: number;
  /** Has it a house number? */
  readonly numbered: boolean;
  /** Does a word say that it is a street? */
  readonly named: boolean;
}

const MOST_NAMES = 6;
const DIRECTION = /^(?:[nsew]|n[ew]|s[ew]|north|south|east|west|centro|bis|ter)$/;

/** The street whose word stands at `at`, or undefined. */
export function streetAt(tokens: readonly Token[], at: number): Street | undefined {
  const token = tokens[at]!;
  if (!token.isAfterStreet && !token.isBeforeStreet && !token.hasStreetEnding) return undefined;
  const before = tokens[at - FARTHEST_START];
  const behind = tokens[at + MOST_LOOKED_AT];
  if (before === undefined || behind === undefined) return readStreetAt(tokens, at);
  // The same tokens stand around it whatever candidate beside it is judged.
  const known = streets.get(token);
  if (known?.before === before && known.behind === behind) {
    return known.street && movedBy(known.street, at - known.at);
  }
  const street = readStreetAt(tokens, at);
  if (street === undefined || street.last - at < MOST_LOOKED_AT - LONGEST_HOUSE) {
    streets.set(token, { at, street, before, behind });
  }
  return street;
}

/** No street begins so many tokens before its word, and no farther one is looked at. */
export const FARTHEST_START = 12;
/** So many tokens behind its word are looked at for a street, and fewer. */
const MOST_LOOKED_AT = 18;
/** So many tokens behind the last are looked at for a house number. */
const LONGEST_HOUSE = 4;

/** By its word; the tokens farthest from it tell whether those in between are the same. */
const streets = new WeakMap<Token, KnownStreet>();

interface KnownStreet {
  /** Index of the word when the street was read. */
  readonly at: number;
  readonly street: Street | undefined;
  readonly before: Token;
  readonly behind: Token;
}

function movedBy(street: Street, by: number): Street {
  return by === 0 ? street : { ...street, first: street.first + by, last: street.last + by };
}

function readStreetAt(tokens: readonly Token[], at: number): Street | undefined {
  const token = tokens[at]!;
  if (token.hasStreetEnding && token.isName) return endingStreet(tokens, at);
  if (token.isAfterStreet) {
    const found = namedBefore(tokens, at);
    if (found !== undefined) return found;
  }
  return token.isBeforeStreet ? namedBehind(tokens, at) : undefined;
}

/** `Theodor-Heuss-Allee N`, `Große Bergstraße N a` */
function endingStreet(tokens: readonly Token[], at: number): Street {
  let first = at;
  while (at - first < 3 && tokens[first]!.gap === 'blank' && isPlainName(tokens[first - 1]))
    first--;
  return withNumbers(tokens, first, at);
}

/** `N Abovyan street`, `Shahid Minar Rd`, `28th Street`, `Dezső utca N.` */
function namedBefore(tokens: readonly Token[], at: number): Street | undefined {
  let first = at;
  while (at - first < MOST_NAMES && first > 0 && tokens[first]!.gap === 'blank') {
    const before = tokens[first - 1]!;
    const isPart =
      isPlainName(before) || (isSmallWord(before) && (tokens[first - 2] ?? before).isName);
    if (!isPart) break;
    first--;
  }
  // `656 S. Specimen St.`: a point of the compass is no article.
  while (first < at && isSmallWord(tokens[first]!) && !DIRECTION.test(tokens[first]!.key)) first++;
  // Address line 1: a form's field.
  if (first < at && tokens[at - 1]!.key === 'address') return undefined;
  const isNumbered = first > 0 && tokens[first]!.gap === 'blank' && tokens[first - 1]!.isNumber;
  // 28 Street: the number is the name.
  if (first === at && !(isNumbered && tokens[at]!.isName)) return undefined;
  if (!tokens[at]!.isName && first === at) return undefined;
  return withNumbers(tokens, first, at);
}

/** `rue de la Paix N`, `ul. Grochowa N`, `Avenida 4 de Fevereiro N`, `Rue 12.168`, `Calle N # N-N` */
function namedBehind(tokens: readonly Token[], at: number): Street | undefined {
  let last = at;
  let names = 0;
  for (let i = at + 1; i < tokens.length && i - at <= MOST_NAMES + 2; i++) {
    const token = tokens[i]!;
    if (token.gap !== 'blank' || token.isUnit) break;
    if ((token.isNumber && !isOrdinal(token)) || /^\d{1,3}\.\d{1,4}$/.test(token.word)) {
      // Avenida 4 de Fevereiro, Calle 12: a number may be the name or a part of it.
      const goesOn = tokens[i + 1]?.gap === 'blank' && isSmallWord(tokens[i + 1]!);
      if (names > 0 && !goesOn) break;
      names++;
      last = i;
      if (!goesOn) break;
    } else if (token.isName) {
      names++;
      last = i;
    } else if (!isSmallWord(token)) break;
  }
  return names === 0 ? undefined : withNumbers(tokens, boxStart(tokens, at), last);
}

/** `P.O. Box`: the word that stands before a box is a part of it. */
function boxStart(tokens: readonly Token[], at: number): number {
  const isBox = tokens[at]!.key === 'box' && tokens[at]!.gap === 'blank';
  // Behind the end of a sentence nothing stands before it.
  return isBox && /^p\.?o$/.test(tokens[at - 1]?.key ?? '') ? at - 1 : at;
}

/** A word of a name: no number, no part of a building. */
function isPlainName(token: Token | undefined): boolean {
  if (token === undefined || token.isUnit) return false;
  return token.isName && (!token.isNumber || isOrdinal(token));
}

/** Adds the house numbers before and behind the words `[first, last]`. */
function withNumbers(tokens: readonly Token[], first: number, last: number): Street {
  let start = first;
  let end = last;
  const before = tokens[first - 1];
  if (before !== undefined && tokens[first]!.gap !== 'line' && isHouse(before)) start--;
  const bis = tokens[first - 2];
  if (before !== undefined && /^(?:bis|ter)$/.test(before.key) && bis && isHouse(bis)) start -= 2;
  if (start < first && start > 0 && tokens[start]!.gap === 'blank') {
    // The number is a unit's: `Unit N Box N` of the military.
    if (tokens[start - 1]!.isUnit) start--;
  }
  while (tokens[end + 1]?.gap === 'blank' && DIRECTION.test(tokens[end + 1]!.key)) end++;
  const behind = houseBehind(tokens, end);
  const numbered = start < first || behind > end || hasHouseInName(tokens, first, last);
  return { first: start, last: behind, numbered, named: true };
}

/** Colombia's `Cra N#N-N` has the house number in the street's. */
function hasHouseInName(tokens: readonly Token[], first: number, last: number): boolean {
  return tokens.slice(first, last + 1).some(({ word }) => /^\d{1,3}[A-Z]?#\d/i.test(word));
}

/** A house number of at most six digits; more are anything else. */
function isHouse(token: Token): boolean {
  return token.isNumber && /^\D{0,3}\d{1,6}(?!\d)|^s\/n/i.test(token.word);
}

const NUMBER_WORD = /^(?:no|nr|nº|n°|[nд#]|num|número|дом)$/;

/** Index of the house number behind the street, or `at` where none stands there. */
function houseBehind(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  if (next === undefined || next.gap === 'line' || next.gap === 'stop') return at;
  if (NUMBER_WORD.test(next.key)) return houseBehindWord(tokens, at);
  if (!isHouse(next)) return at;
  const after = tokens[at + 2];
  const isBeforePlace = after?.gap === 'blank' && after.isName && after.word.length > 1;
  const digits = /\d+/.exec(next.word)?.[0].length ?? 0;
  const isSolid = /^\d+$/.test(next.word);
  // A number before a place, and one of five digits behind a comma, are postal codes.
  if (isSolid && next.gap === 'comma' && (isBeforePlace || digits > 4)) return at;
  if (isSolid && digits > 4 && isBeforePlace) return at;
  // A letter or a word may belong to the number.
  return after?.gap === 'blank' && /^(?:[A-Za-z]|bis|ter)$/.test(after.word) ? at + 2 : at + 1;
}

function houseBehindWord(tokens: readonly Token[], at: number): number {
  const number = tokens[at + 2];
  return number?.gap === 'blank' && isHouse(number) ? at + 2 : at;
}

/**
 * A street without a word that says so, as a part between commas or line ends: `Kasvu N`,
 * `Zmaja od Bosne N`, `N Aasa N`; undefined where the tokens from `at` on are none.
 */
export function unnamedStreetAt(tokens: readonly Token[], at: number): Street | undefined {
  let i = at;
  const first = tokens[at]!;
  const isFirstNumber = isHouse(first) && !isOrdinal(first);
  if (isFirstNumber) i++;
  let names = 0;
  while (names < 5 && i < tokens.length && (i === at || tokens[i]!.gap === 'blank')) {
    const token = tokens[i]!;
    if (!(isPlainName(token) || (names > 0 && isSmallWord(token)))) break;
    names++;
    i++;
  }
  if (names === 0) return undefined;
  const number = tokens[i];
  const behind =
    number?.gap === 'blank' && isHouse(number) && /^\D?\d{1,4}(?!\d)/.test(number.word);
  if (!isFirstNumber && !behind) return undefined;
  return { first: at, last: behind ? i : i - 1, numbered: true, named: false };
}
