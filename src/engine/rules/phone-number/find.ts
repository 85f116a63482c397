import { isCrowded, leftBorder, rightBorder, type Border } from './borders.ts';
import { groupsBetween, groupsStart, isDigit, type Group } from './groups.ts';
import { beginsNational, readInternational, readNational, type Reading } from './reading.ts';
import { nextPlace } from '../../text/next-place.ts';
import { plusBefore, type Candidate } from './writing.ts';

/** A reading and how it stands in the text. */
export interface Standing {
  readonly reading: Reading;
  /** A letter sticks to it. */
  readonly glued: boolean;
  /** Read as the national form of a region that the policy does not name. */
  readonly foreign: boolean;
}

/** Least and most digits that are worth reading as a number, prefixes included. */
const LEAST_DIGITS = 7;
const MOST_DIGITS = 18;

const nextDigitOf = nextPlace(nextDigit);

/**
 * May a number begin in `[start, end)`, or a little before it? Nothing is allocated for the many
 * candidates that are dates, postal codes and prices.
 */
export function mayHoldNumber(
  folded: string,
  [start, end]: readonly [number, number],
  floor: number,
  regions: readonly string[],
): boolean {
  const first = groupsStart(folded, start, floor);
  let left = 0;
  const digit = nextDigitOf(folded, first, end);
  for (let at = digit; at < end; at++) if (isDigit(folded.charCodeAt(at))) left++;
  let wasDigit = false;
  // In 1999-05-14 too few digits follow the zero.
  for (let at = digit; at < end && left >= LEAST_DIGITS; at++) {
    const isOne = isDigit(folded.charCodeAt(at));
    if (isOne && !wasDigit && isBeginning(folded, at, regions)) return true;
    if (isOne) left--;
    wasDigit = isOne;
  }
  return false;
}

/**
 * Reads the numbers in `[start, end)` of a folded text, from left to right. A number may begin
 * before `start`, but not before `floor`: `+1 (650) ` before the digits that the kernel saw.
 */
export function* findNumbers(
  folded: string,
  [start, end]: readonly [number, number],
  floor: number,
  regions: readonly string[],
): Generator<Standing> {
  for (let at = nextDigit(folded, start, end); at < end; at = nextDigit(folded, at, end)) {
    const groups = groupsBetween(folded, groupsStart(folded, at, floor), end);
    const candidate = { folded, groups };
    for (let i = 0, joined = false; i < groups.length;) {
      const found = longestFrom(candidate, i, joined, regions);
      if (found) yield found.standing;
      joined = found !== undefined;
      i = found ? found.next : i + 1;
    }
    at = groups.at(-1)?.end ?? end;
    floor = at;
  }
}

function nextDigit(folded: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isDigit(folded.charCodeAt(at))) at++;
  return at;
}

/** The longest number that begins at a group. */
function longestFrom(
  candidate: Candidate,
  from: number,
  joined: boolean,
  regions: readonly string[],
): { readonly standing: Standing; readonly next: number } | undefined {
  const { folded, groups } = candidate;
  const first = groups[from]?.start ?? 0;
  if (!mayBegin(folded, first, joined) || !isBeginning(folded, first, regions)) return undefined;
  let to = from;
  let digits = 0;
  for (; to < groups.length && digits + sizeOf(groups[to]) <= MOST_DIGITS; to++) {
    digits += sizeOf(groups[to]);
  }
  for (to--; to >= from && digits >= LEAST_DIGITS; digits -= sizeOf(groups[to--])) {
    const right = rightBorder(folded, groups[to]?.end ?? 0);
    if (right === 'closed') continue;
    const read = readGroups(candidate, [from, to, digits], regions);
    const standing = read && stand(folded, read, right, joined);
    if (standing) return { standing, next: to + 1 };
  }
  return undefined;
}

const sizeOf = (group: Group | undefined) => (group ? group.end - group.start : 0);

/** A quick no for the digits of decimals, UUIDs and versions. */
function mayBegin(folded: string, start: number, joined: boolean): boolean {
  const before = folded[start - 1];
  return before === '+' || before === '(' || leftBorder(folded, start, joined) !== 'closed';
}

/** Does a number begin so: with a plus, a trunk prefix, or in a country that writes none? */
function isBeginning(folded: string, start: number, regions: readonly string[]): boolean {
  if (folded.charCodeAt(start) === ZERO || plusBefore(folded, start) >= 0) return true;
  return beginsNational(folded, start, regions) || isNorthAmerican(folded, start);
}

const ZERO = 0x30;
const HYPHEN = 0x2d;
const CLOSE = 0x29;

/** `(415) 555-0100`, `415-555-0100`: North America's form, which nobody else has. */
const NORTH_AMERICAN = /(?:\d{3}\) ?|1?-?\d{3}-)\d{3}-\d{4}(?!\d)/y;

function isNorthAmerican(folded: string, start: number): boolean {
  const third = folded.charCodeAt(start + 3);
  const isLikely =
    third === HYPHEN ||
    third === CLOSE ||
    folded.charCodeAt(start + 1) === HYPHEN ||
    folded.charCodeAt(start + 4) === HYPHEN;
  if (!isLikely) return false;
  NORTH_AMERICAN.lastIndex = start;
  return NORTH_AMERICAN.test(folded) && (third !== CLOSE || folded[start - 1] === '(');
}

interface Read {
  readonly reading: Reading;
  readonly foreign: boolean;
}

/** @param extent first and last group, and how many digits they have */
function readGroups(
  candidate: Candidate,
  extent: readonly [from: number, to: number, digits: number],
  regions: readonly string[],
): Read | undefined {
  const [from, to] = extent;
  const international = readInternational(candidate, from, to, regions);
  if (international) return { reading: international, foreign: false };
  for (const region of regions) {
    const reading = readNational(candidate, extent, region);
    if (reading) return { reading, foreign: false };
  }
  if (!isNorthAmerican(candidate.folded, candidate.groups[from]?.start ?? 0)) return undefined;
  const reading = readNational(candidate, extent, 'US');
  return reading && { reading, foreign: true };
}

function stand(
  folded: string,
  { reading, foreign }: Read,
  right: Border,
  joined: boolean,
): Standing | undefined {
  const left = leftBorder(folded, reading.start, joined);
  if (left === 'closed') return undefined;
  const glued = left === 'glued' || right === 'glued';
  // A letter at bare digits makes them an identifier.
  if (glued && reading.cut === 'nowhere' && !reading.international) return undefined;
  if (reading.blanks && isCrowded(folded, reading.start, reading.end)) return undefined;
  return { reading, glued, foreign };
}
