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
import {
  cutOf,
  hasLeadingBracket,
  isWeak,
  openingBracket,
  plusBefore,
  written,
  type Candidate,
  type Cut,
  type Written,
} from './writing.ts';

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
  readonly cut: Cut;
  /** Cut as planned, but into so few groups that it could be anything. */
  readonly weak: boolean;
  /** Has blanks between groups, and nothing else. */
  readonly blanks: boolean;
}

/** Longest number as written: 15 digits and an international prefix. */
const MOST_DIGITS = 18;
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
  const planned = cutOf(plan, nsn, text);
  const weak = !international && !hasLeadingBracket(folded, start) && isWeak(plan, text);
  const cut = weak ? 'nowhere' : planned;
  // Nobody's numbers are known by their form: any digits might look like them.
  if (cut === undefined || (cut === 'otherwise' && !kind && !international)) return undefined;
  return {
    start,
    end,
    plan,
    nsn,
    kind,
    international,
    cut,
    weak: weak && planned === 'as-planned',
    blanks: /^[\d ]+$/.test(folded.slice(first, end)),
  };
}

/** Reads groups as a number with its country code: `+81 …`, `0081 …`, `010 81 …`. */
export function readInternational(
  candidate: Candidate,
  from: number,
  to: number,
  regions: readonly string[],
): Reading | undefined {
  const { folded, groups } = candidate;
  const { start, end } = groups[from] as Group;
  const plus = plusBefore(folded, start);
  if (plus < 0 && !/^0[01~]/.test(folded.slice(start, start + 2))) return undefined;
  const text = written(candidate, from, to, plus);
  const tilde = folded[end] === '~';
  const cut = (tilde ? text.cuts[1] : text.cuts[0]) ?? text.digits.length;
  const skip = plus < 0 ? internationalPrefix(text.digits, cut, regions) : 0;
  if ((plus < 0 && skip === 0) || text.digits.length > MOST_DIGITS) return undefined;
  const number = worldNumber(text.digits.slice(skip));
  return number && reading(candidate, [from, to], number, { ...text, skip });
}

/** How national numbers begin in some regions. */
interface Beginnings {
  /** Is there a region that does not always write its trunk prefix? */
  readonly free: boolean;
  readonly prefixes: readonly string[];
}

const beginnings = new WeakMap<readonly string[], Beginnings>();

function beginningsOf(regions: readonly string[]): Beginnings {
  let known = beginnings.get(regions);
  if (!known) {
    const plans = regions.flatMap((region) => planOf(region) ?? []);
    const isFree = ({ formats }: NumberingPlan) =>
      formats.length === 0 || formats.some(({ trunk }) => !trunk);
    known = {
      free: plans.some(isFree),
      prefixes: [...new Set(plans.map(({ nationalPrefix }) => nationalPrefix))],
    };
    beginnings.set(regions, known);
  }
  return known;
}

/** May a national number begin so? Where the trunk prefix is always written it must stand there. */
export function beginsNational(folded: string, start: number, regions: readonly string[]): boolean {
  const { free, prefixes } = beginningsOf(regions);
  if (free) return true;
  for (const prefix of prefixes) if (folded.startsWith(prefix, start)) return true;
  return false;
}

/** Digits of Japan's national numbers; the longer ones of its plan are routing codes. */
const JAPANESE_DIGITS = [10, 11];
/** Most digits of trunk and carrier prefixes, and of Argentina's 15. */
const MOST_PREFIX = 6;

/** May a national number have so many digits, prefixes included? */
function mayHave({ region, lengths, transform }: NumberingPlan, digits: number): boolean {
  if (region === 'JP') return JAPANESE_DIGITS.includes(digits);
  // Where the plan adds digits, local numbers are short.
  const least = transform === '' ? (lengths[0] ?? 0) : 0;
  return digits >= least && digits <= (lengths.at(-1) ?? 0) + MOST_PREFIX;
}

/**
 * Reads groups as people in the region write them.
 *
 * @param extent first and last group, and how many digits they have
 */
export function readNational(
  candidate: Candidate,
  [from, to, digits]: readonly [from: number, to: number, digits: number],
  region: string,
): Reading | undefined {
  const plan = planOf(region);
  if (!plan || !mayHave(plan, digits)) return undefined;
  const text = written(candidate, from, to);
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

/** NPA-NXX-XXXX: area code and exchange begin with 2 to 9. */
const NORTH_AMERICAN = /^[2-9]\d{2}[2-9]\d{6}$/;

/** The regions of a calling code share their numbers: a Canadian number is dialled from the US. */
export function kindIn(plan: NumberingPlan, nsn: string): PhoneKind | undefined {
  const own = kindOf(plan, nsn);
  if (own || plan.callingCode !== '1' || !NORTH_AMERICAN.test(nsn)) return own;
  for (const region of regionsOf('1')) {
    const other = planOf(region);
    const kind = other && kindOf(other, nsn);
    if (kind) return kind;
  }
  return undefined;
}
