import type { Context, Slice } from '../../rule.ts';
import { JAPANESE, regionsOf, unmistakable } from './formats.ts';
import { isAnyNumber, isOtherAspect, isOtherNumber } from './field-name.ts';
import { hotwordAfter, hotwordBefore, type Hotword } from './hotword.ts';
import { OTHER_NUMBERS, STEMS } from './names.ts';
import { reservedNote } from './specimens.ts';
import { tokenAt, tokenOfDigits, type Token } from './tokens.ts';

/** A token that is taken for a passport number. */
export interface Place extends Token {
  /** Is it so because a hotword stands beside it? */
  readonly hotword: boolean;
}

/** Longest value of a field that is looked at, in UTF-16 units. */
const LONGEST_VALUE = 200;

/** Numbers in a field that is the rule's own by name or by its column's values. */
export function* tokensInField(slice: Slice, context: Context): Generator<Place> {
  const { folded } = slice;
  const { start, end } = context.field ?? slice;
  if (context.field !== undefined && isOtherAspect(context.field.name)) return;
  const last = Math.min(end, start + LONGEST_VALUE);
  for (let at = start; at < last; at++) {
    const token = isTokenStart(folded, at, start) ? tokenAt(folded, at) : undefined;
    if (token === undefined || token.end > end || isJoined(folded, token.start)) continue;
    const whole = isWhole(folded, token, start, end);
    if (!isNumber(token) && !(whole && isOdd(token))) continue;
    if (!whole && (!isPlain(token.number) || isGroupOfMore(folded, token))) continue;
    yield { ...token, hotword: false };
    at = token.end;
  }
}

/** Is the token all that the field holds, but for blanks? */
const isWhole = (text: string, token: Token, start: number, end: number) =>
  text.slice(start, token.start).trim() === '' && text.slice(token.end, end).trim() === '';

/** Of no known form, but no name and no date either: what a passport's field may hold all the same. */
const isOdd = ({ number }: Token) => /^(?=(?:\D*\d){5})[A-Z\d]{6,10}$/.test(number);

/** Do other digits or letters with digits stand beside it, a blank between? `A1 nnnnnnn` */
const isGroupOfMore = (text: string, { start, end }: Token) =>
  /\d[ -]$/.test(text.slice(Math.max(0, start - 2), start)) ||
  /^[ -]\d/.test(text.slice(end, end + 2));

/** May it be a number among other words? The mixed forms look like any other word. */
const isPlain = (number: string) => isStrong(number) || /^\d+$/.test(number);

/** Signs that make a name of another kind of what follows: a tag, a handle, a variable. */
const SIGN = /[@#$%&^*]/;

/** Does a sign join it to a word before it, as in `G.nnnnnnn` and `a/TKnnnnnnn`? */
const isJoined = (text: string, start: number) =>
  /[\w.)\]][-./\\+~]$/.test(text.slice(Math.max(0, start - 2), start));

/** Numbers in running text and code, in or beside a candidate. */
export function* tokensInText(slice: Slice, context: Context): Generator<Place> {
  if (isStem(slice)) yield* besideStem(slice, context);
  else {
    for (const token of inCandidate(slice)) {
      if (!isNumber(token)) continue;
      const hotword = isBehindHotword(slice.folded, token, hotwordFloor(context, token));
      if (!hotword && !(standsAlone(slice.folded, token, context) && !isNamedOtherwise(context)))
        continue;
      yield { ...token, hotword };
    }
  }
}

/**
 * Digits are asked about very often, so they count only behind two capitals: whatever stands
 * beside a hotword is found from the hotword, which is a candidate itself.
 */
function* inCandidate({ folded, start, end }: Slice): Generator<Token> {
  // Of the words of letters and digits only France's numbers have two digits first.
  if (isDigit(folded.charCodeAt(start)) && !isLetter(folded.charCodeAt(start + 2))) {
    const token = tokenOfDigits(folded, start);
    if (token !== undefined) yield token;
  } else yield* tokensBetween(folded, start, Math.min(end, start + REACH));
}

/** Numbers on the line of a hotword: behind it, or before it as in `… is my passport number`. */
function* besideStem({ folded, start, end }: Slice, context: Context): Generator<Place> {
  for (const token of tokensBetween(folded, end, end + REACH)) {
    if (isNumber(token) && isBehindHotword(folded, token, hotwordFloor(context, token))) {
      yield { ...token, hotword: true };
    }
  }
  const line = folded.lastIndexOf('\n', start) + 1;
  for (const token of tokensBetween(folded, Math.max(line, start - REACH), start)) {
    if (isNumber(token) && isBeforeHotword(folded, token)) yield { ...token, hotword: true };
  }
}

/**
 * Where hotwords count from. In a field with a name of its own the words of other fields do not;
 * but `{"type": "passport", "number": …}` is one phrase.
 */
function hotwordFloor({ field }: Context, token: Token): number {
  if (field === undefined || isAnyNumber(field.name)) return 0;
  // Of an assignment's value only the digits are known, not where it begins.
  return Math.min(field.start, token.start);
}

/** Of a known format; the formats that are any letters and digits only where few others do. */
function isNumber({ number, plain }: Token): boolean {
  if (JAPANESE.test(number) || reservedNote(number) !== undefined) return true;
  return regionsOf(number).length > 0 && (plain || isStrong(number) || /^\d+$/.test(number));
}

/** Series letters with six or more digits, or the mixtures of France and Korea. */
const isStrong = (number: string) =>
  /^(?:[A-Z]{1,3}\d{6,8}[A-Z]{0,2}|\d{2}[A-Z]{2}\d{5}|[MSROD]\d{3}[A-Z]\d{4})$/.test(number);

const isDigit = (unit: number) => unit >= 48 && unit <= 57;

const STEM_SET = new Set(STEMS.map((stem) => stem.toLowerCase()));

const isStem = ({ folded, start, end }: Slice) =>
  STEM_SET.has(folded.slice(start, end).toLowerCase());

/** How far from a hotword numbers are looked for, in UTF-16 units. */
const REACH = 40;

function* tokensBetween(text: string, from: number, to: number): Generator<Token> {
  for (let at = from; at < Math.min(to, text.length) && text[at] !== '\n'; at++) {
    const token = isTokenStart(text, at, from) ? tokenAt(text, at) : undefined;
    if (token === undefined) continue;
    yield token;
    at = token.end;
  }
}

const isTokenStart = (text: string, at: number, from: number) =>
  isAlphanumeric(text.charCodeAt(at)) && (at === from || !/\w/.test(text.charAt(at - 1)));

const isLetter = (unit: number) => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
const isAlphanumeric = (unit: number) => isDigit(unit) || isLetter(unit);

function isBehindHotword(text: string, token: Token, floor: number): boolean {
  if (isJoined(text, token.start)) return false;
  if (!isStrong(token.number) && SIGN.test(text.charAt(token.start - 1))) return false;
  const hotword = hotwordBefore(text, token.start, floor);
  return hotword !== undefined && speaksFor(hotword, token);
}

function isBeforeHotword(text: string, token: Token): boolean {
  if (isJoined(text, token.start) || !isStrong(token.number)) return false;
  const hotword = hotwordAfter(text, token.end);
  return hotword !== undefined && !hotword.apart && (hotword.tight || token.plain);
}

/**
 * Close by, a hotword speaks for any format; across other words only for one that is not a date,
 * an amount or a version by itself.
 */
function speaksFor({ tight, apart }: Hotword, { number, plain }: Token): boolean {
  if (/^\d+$/.test(number)) return tight && !apart && !isDate(number);
  return tight || (!apart && plain && number.length >= 8 && isStrong(number));
}

/** YYYYMMDD of the last or this century. */
const isDate = (digits: string) =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);

/** Of a form that needs no hotword: Japan's, and others' where the policy names them. */
function standsAlone(text: string, token: Token, { options }: Context): boolean {
  if (!token.plain) return false;
  const { number } = token;
  const isForm = JAPANESE.test(number) || unmistakable(number, options.regions) !== undefined;
  return isForm && isApart(text, token);
}

/** Alone in its place: no part of a path, a compound, a file name, a call or an assignment. */
function isApart(text: string, { start, end }: Token): boolean {
  const after = text.slice(end, end + 2);
  return (
    !isJoined(text, start) &&
    !SIGN.test(text.charAt(start - 1)) &&
    !/^(?:[-./+~:][\w*]|\\[^nrt"']|[@(=[{^*])/.test(after)
  );
}

function isNamedOtherwise(context: Context): boolean {
  if (context.field !== undefined && isOtherNumber(context.field.name)) return true;
  return context.hotword(OTHER_NUMBERS);
}
