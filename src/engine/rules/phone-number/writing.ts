import { layoutOf, type NumberingPlan } from '../../gazetteer/phone-metadata.ts';
import type { Group } from './groups.ts';

/** The groups of one candidate and the text they stand in. */
export interface Candidate {
  readonly folded: string;
  readonly groups: readonly Group[];
}

/** Index of the `+` before the group, where there is one: `+81`, `+(81)`, `(+81)`. */
export function plusBefore(folded: string, start: number): number {
  if (folded[start - 1] === '+') return start - 1;
  return folded[start - 1] === '(' && folded[start - 2] === '+' ? start - 2 : -1;
}

/** Takes in the `(` or `( ` whose `)` stands inside the number. */
export function openingBracket(folded: string, start: number, end: number): number {
  const at = folded[start - 1] === ' ' ? start - 2 : start - 1;
  if (folded[at] !== '(') return start;
  const close = folded.indexOf(')', start);
  const open = folded.indexOf('(', start);
  return close > 0 && close < end && (open < 0 || close < open) ? at : start;
}

/**
 * The digits of groups, and where the writing cuts them. A `(0)` after a country code is left out;
 * digits that are spaced out are cut where more than one blank stands.
 */
export interface Written {
  readonly digits: string;
  /** Indices of the digits before which the writing cuts. */
  readonly cuts: readonly number[];
  /** Index of the `+` in the text, or -1. */
  readonly plus: number;
  /** `0 3   3 3 1   6 0 0 5`: each digit stands alone. */
  readonly spaced: boolean;
}

/** Fewest digits that are spaced out rather than numbers of one digit. */
const LEAST_SPACED = 7;

function isSpacedOut({ folded, groups }: Candidate, from: number, to: number): boolean {
  if (to - from + 1 < LEAST_SPACED) return false;
  let wide = false;
  for (let i = from; i <= to; i++) {
    const { start, end } = groups[i] as Group;
    if (end - start > 1) return false;
    if (i === from) continue;
    const gap = (groups[i - 1] as Group).end;
    for (let at = gap; at < start; at++) if (folded[at] !== ' ') return false;
    wide ||= start - gap > 1;
  }
  return wide;
}

export function written(candidate: Candidate, from: number, to: number, plus = -1): Written {
  const { folded, groups } = candidate;
  const spaced = isSpacedOut(candidate, from, to);
  let digits = '';
  const cuts: number[] = [];
  for (let i = from; i <= to; i++) {
    const { start, end } = groups[i] as Group;
    if (i > from && !(spaced && folded[start - 2] !== ' ')) cuts.push(digits.length);
    const trunk = i > from && i < to && end - start === 1 && folded[start] === '0';
    if (!(trunk && folded[start - 1] === '(' && folded[end] === ')')) {
      digits += folded.slice(start, end);
    }
  }
  return { digits, cuts, plus, spaced };
}

/** Where a writing cuts the digits: where the plan does, elsewhere, or not at all. */
export type Cut = 'as-planned' | 'otherwise' | 'nowhere';

/**
 * Strict grouping in libphonenumber's sense: the writing cuts only where the plan cuts, and after
 * the area code when it cuts at all. A long last group may be cut again (030 123 45 67). Undefined
 * when a national number is cut more often than the plan does it: 060-270-26-31 is something else.
 */
export function cutOf(plan: NumberingPlan, nsn: string, text: Written): Cut | undefined {
  const { digits, cuts, plus } = text;
  const offset = digits.length - nsn.length;
  const inside = cuts.filter((at) => at > offset).map((at) => at - offset);
  if (inside.length === 0) return 'nowhere';
  // A prefix that stands inside the number (Argentina's 15) moves the digits.
  if (!digits.endsWith(nsn)) return 'as-planned';
  const sizes = layoutOf(plan, nsn)?.sizes;
  if (!sizes) return 'otherwise';
  let sum = 0;
  const ends = sizes.map((size) => (sum += size));
  const tail = (sizes.at(-1) ?? 0) >= 6 ? (ends.at(-2) ?? 0) + 1 : nsn.length;
  const planned = inside.every((at) => ends.includes(at) || (at > tail && at < nsn.length - 1));
  if (planned && inside[0] === ends[0]) return 'as-planned';
  return inside.length < sizes.length || plus >= 0 ? 'otherwise' : undefined;
}

/** Least digits of a number that is written with a trunk prefix and a separator. */
const LEAST_DIGITS = 9;

/**
 * Two groups without a trunk prefix or a bracket look like anything: 2012-2013, 6123 4567. So does
 * a trunk prefix that stands apart: 0 2850-2062.
 */
export function isWeak(plan: NumberingPlan, { digits, cuts, spaced }: Written): boolean {
  const prefix = plan.nationalPrefix;
  if (digits.length < LEAST_DIGITS || isLikePension(plan, digits, cuts)) return true;
  if (prefix === '' || !digits.startsWith(prefix)) return spaced || cuts.length < 2;
  return cuts[0] === prefix.length && cuts.length < 3;
}

/** Japan's basic pension numbers are four digits and six: 0467-235678 may be one. */
function isLikePension(
  { region }: NumberingPlan,
  { length }: string,
  cuts: readonly number[],
): boolean {
  return region === 'JP' && length === 10 && cuts.length === 1 && cuts[0] === 4;
}

const LEADING_BRACKET = /\d{0,2} ?\(/y;

/** Is a bracket around the area code: `(03)`, `0 (532)`? */
export function hasLeadingBracket(folded: string, start: number): boolean {
  LEADING_BRACKET.lastIndex = start;
  return LEADING_BRACKET.test(folded);
}
