import {
  kindOf,
  layoutOf,
  nationalNumber,
  planOf,
  regionsOf,
  worldNumber,
  type NumberingPlan,
  type PhoneKind,
} from '../../gazetteer/phone-metadata.ts';
import { reservedPhone } from '../../gazetteer/reserved-phones.ts';
import type { Group } from './groups.ts';

/** What the digits of some groups say, read as a telephone number. */
export interface Reading {
  /** First index of the number, `+` and `(` included. */
  readonly start: number;
  /** Index after its last digit. */
  readonly end: number;
  readonly plan: NumberingPlan;
  /** National significant number (E.164). */
  readonly nsn: string;
  /** Undefined for a number that the plan sets aside or cannot assign. */
  readonly kind: PhoneKind | undefined;
  /** Written with its country code: after a `+`, or after an international prefix as it is dialled. */
  readonly international: 'plus' | 'dialled' | undefined;
  /** Does the writing cut the digits where the plan does? */
  readonly cut: 'as-planned' | 'otherwise' | 'nowhere';
  /** Has blanks between groups, and nothing else. */
  readonly blanks: boolean;
}

/** The groups of one candidate and the text they stand in. */
export interface Candidate {
  readonly folded: string;
  readonly groups: readonly Group[];
}

/** Longest number as written: 15 digits and an international prefix. */
const MOST_DIGITS = 18;
/** Least digits of a number that is written with a trunk prefix and a separator. */
const LEAST_DIGITS = 9;

/**
 * Digits of the international prefix: ITU-T's 00, Japan's 010 and North America's 011 where people
 * dial so. It is written in one piece, or with the tilde that stands for a wait (0~0).
 */
function internationalPrefix(digits: string, cut: number, regions: readonly string[]): number {
  if (digits.startsWith('00') && cut > 1) return 2;
  if (cut < 3) return 0;
  if (digits.startsWith('010') && regions.includes('JP')) return 3;
  if (digits.startsWith('011') && regions.some((region) => planOf(region)?.callingCode === '1')) {
    return 3;
  }
  return 0;
}

/** Index of the `+` before the group, where there is one: `+81`, `+(81)`, `(+81)`. */
function plusBefore(folded: string, start: number): number {
  if (folded[start - 1] === '+') return start - 1;
  return folded[start - 1] === '(' && folded[start - 2] === '+' ? start - 2 : -1;
}

/** Takes in the `(` whose `)` stands inside the number. */
function openingBracket(folded: string, start: number, end: number): number {
  if (folded[start - 1] !== '(') return start;
  const close = folded.indexOf(')', start);
  const open = folded.indexOf('(', start);
  return close > 0 && close < end && (open < 0 || close < open) ? start - 1 : start;
}

/** The digits of groups, and where the writing cuts them. A `(0)` after a country code is left out. */
interface Written {
  readonly digits: string;
  /** Indices of the digits before which the writing cuts. */
  readonly cuts: readonly number[];
  /** Index of the `+` in the text, or -1. */
  readonly plus: number;
}

function written({ folded, groups }: Candidate, from: number, to: number, plus = -1): Written {
  let digits = '';
  const cuts: number[] = [];
  for (let i = from; i <= to; i++) {
    const { start, end } = groups[i] as Group;
    if (i > from) cuts.push(digits.length);
    const trunk = i > from && i < to && end - start === 1 && folded[start] === '0';
    if (!(trunk && folded[start - 1] === '(' && folded[end] === ')')) {
      digits += folded.slice(start, end);
    }
  }
  return { digits, cuts, plus };
}

/**
 * Strict grouping in libphonenumber's sense: the writing cuts only where the plan cuts, and after
 * the area code when it cuts at all. A long last group may be cut again (030 123 45 67). Undefined
 * when a national number is cut more often than the plan does it: 060-270-26-31 is something else.
 */
function cutOf(plan: NumberingPlan, nsn: string, text: Written): Reading['cut'] | undefined {
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

function reading(
  candidate: Candidate,
  [from, to]: readonly [number, number],
  { plan, nsn, kind }: Pick<Reading, 'plan' | 'nsn' | 'kind'>,
  text: Written & { readonly skip: number },
): Reading | undefined {
  if (!kind && reservedPhone(plan.callingCode, nsn) === undefined) return undefined;
  const { folded, groups } = candidate;
  const first = (groups[from] as Group).start;
  const { end } = groups[to] as Group;
  const international = text.plus >= 0 ? 'plus' : text.skip > 0 ? 'dialled' : undefined;
  const start = openingBracket(folded, text.plus < 0 ? first : text.plus, end);
  const weak = !international && folded[start] !== '(' && isWeak(plan, text);
  const cut = weak ? 'nowhere' : cutOf(plan, nsn, text);
  // Nobody's numbers are known by their form: any digits might look like them.
  if (cut === undefined || (cut === 'otherwise' && !kind)) return undefined;
  return {
    start,
    end,
    plan,
    nsn,
    kind,
    international,
    cut,
    blanks: /^[\d ]+$/.test(folded.slice(first, end)),
  };
}

/** Two groups without a trunk prefix or a bracket look like anything: 2012-2013, 6123 4567. */
function isWeak(plan: NumberingPlan, { digits, cuts }: Written): boolean {
  const trunk = plan.nationalPrefix !== '' && digits.startsWith(plan.nationalPrefix);
  return digits.length < LEAST_DIGITS || (!trunk && cuts.length < 2);
}

/** Reads groups as a number with its country code: `+81 …`, `0081 …`, `010 81 …`. */
export function readInternational(
  candidate: Candidate,
  from: number,
  to: number,
  regions: readonly string[],
): Reading | undefined {
  const { folded, groups } = candidate;
  const plus = plusBefore(folded, (groups[from] as Group).start);
  const text = written(candidate, from, to, plus);
  const tilde = folded[(groups[from] as Group).end] === '~';
  const cut = (tilde ? text.cuts[1] : text.cuts[0]) ?? text.digits.length;
  const skip = plus < 0 ? internationalPrefix(text.digits, cut, regions) : 0;
  if ((plus < 0 && skip === 0) || text.digits.length > MOST_DIGITS) return undefined;
  const number = worldNumber(text.digits.slice(skip));
  return number && reading(candidate, [from, to], number, { ...text, skip });
}

/** Reads groups as people in the region write them. */
export function readNational(
  candidate: Candidate,
  from: number,
  to: number,
  region: string,
): Reading | undefined {
  const plan = planOf(region);
  const text = written(candidate, from, to);
  if (!plan || text.digits.length > MOST_DIGITS) return undefined;
  const nsn = nationalNumber(plan, text.digits);
  if (nsn === text.digits && layoutOf(plan, nsn)?.trunk) return undefined;
  return reading(
    candidate,
    [from, to],
    { plan, nsn, kind: kindIn(plan, nsn) },
    {
      ...text,
      plus: -1,
      skip: 0,
    },
  );
}

/** The regions of a calling code share their numbers: a Canadian number is dialled from the US. */
function kindIn(plan: NumberingPlan, nsn: string): PhoneKind | undefined {
  const own = kindOf(plan, nsn);
  if (own || plan.callingCode !== '1') return own;
  for (const region of regionsOf('1')) {
    const other = planOf(region);
    const kind = other && kindOf(other, nsn);
    if (kind) return kind;
  }
  return undefined;
}
