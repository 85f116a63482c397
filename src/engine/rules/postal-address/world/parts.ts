import { beginsCountry, countryOf } from '../../../gazetteer/countries.ts';
import { regionsOfPostalForm } from '../../../gazetteer/postal-forms.ts';
import { stateCode } from '../../../gazetteer/united-states.ts';
import { isSmallWord, type Token } from './tokens.ts';

/** A part of an address: indices of its first and its last token. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

export interface Country extends Part {
  readonly region: string;
}

export interface Code extends Part {
  /** As it stands, in capitals, with one blank at most. */
  readonly code: string;
  readonly regions: ReadonlySet<string>;
}

/** In words. */
export const LONGEST_COUNTRY = 7;

/** The country whose name begins at the token, the longest of them. */
export function countryAt(text: string, tokens: readonly Token[], at: number): Country | undefined {
  const first = tokens[at]!;
  if (!first.beginsCountry) return undefined;
  let found: Country | undefined;
  for (let i = at; i < tokens.length && i - at < LONGEST_COUNTRY; i++) {
    if (i > at && tokens[i]!.gap !== 'blank') break;
    const name = text.slice(first.start, tokens[i]!.end);
    if (!beginsCountry(name)) break;
    const region = countryOf(name) ?? countryOf(name.replace(/\.$/, ''));
    if (region !== undefined) found = { first: at, last: i, region };
  }
  return found;
}

/** The postal code that begins at the token; of one token or two: `301 00`, `L6Y 1Z4`. */
export function codeAt(text: string, tokens: readonly Token[], at: number): Code | undefined {
  const token = tokens[at]!;
  const first = token.code;
  const next = tokens[at + 1];
  if (first === undefined || !/\d/.test(first + (next?.word ?? ''))) return undefined;
  if (isNobodysCode(first) || isBehindNoState(tokens, at)) return undefined;
  if (next?.gap === 'blank' && next.code !== undefined && /^[A-Z\d]{2,4}$/.test(next.code)) {
    const code = `${first} ${next.code}`;
    const isPair = text.slice(token.end, next.start) === ' ' && /\d/.test(code);
    const regions = regionsOfPostalForm(code);
    if (isPair && regions.size > 0 && isWrittenInTwo(code)) {
      return { first: at, last: at + 1, code, regions };
    }
  }
  const regions = regionsOfPostalForm(first);
  return regions.size > 0 && /\d/.test(first)
    ? { first: at, last: at, code: first, regions }
    : undefined;
}

/** No post assigns a code of zeros alone. */
const isNobodysCode = (word: string) => /^0{3,}(?:-0+)?$/.test(word);

/** Five digits right behind two capitals are a ZIP code, if those are a state's. */
function isBehindNoState(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || tokens[at]!.gap === 'line') return false;
  const isZip = /^\d{5}(?:-\d{4})?$/.test(tokens[at]!.word) && /^[A-Z]{2}$/.test(before.word);
  return isZip && stateCode(before.word) === undefined;
}

/** `100 100` or `12 345` are two numbers. */
function isWrittenInTwo(code: string): boolean {
  return (
    /[A-Z]/.test(code.replace(/^[A-Z]{1,3}-/, '')) ||
    /^(?:[A-Z]{2}-)?\d{3} \d{2}$|^\d{4} \d{4}$/.test(code)
  );
}

/** Index of the last word of the place's name that begins at `at`, or `at - 1` where none does. */
export function placeEnd(tokens: readonly Token[], at: number): number {
  let end = at - 1;
  for (let i = at; i < tokens.length && i - at < 6 && tokens[i]!.gap === 'blank'; i++) {
    const token = tokens[i]!;
    if (token.isName) end = i;
    else if (!isSmallWord(token) || end < at) break;
  }
  return end;
}
