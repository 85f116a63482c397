import {
  allRegions,
  kindOf,
  nationalNumber,
  planOf,
  type NumberingPlan,
} from '../../gazetteer/phone-metadata.ts';
import { groupsBetween, isDigit } from './groups.ts';
import { readNational } from './reading.ts';
import type { Shaped } from './shape.ts';

/** More calling codes than these have digits of almost any form: their plans say nothing. */
const MOST_CODES = 6;

/** What national plans beyond the policy's say of a number. */
export interface Abroad {
  /** The only country whose plan has it. */
  readonly region: string | undefined;
}

/**
 * The plans that have a number just as it is written: trunk prefix, groups, first digits. Undefined
 * where no plan has it, or too many.
 */
export function numberAbroad(folded: string, { start, end, digits }: Shaped): Abroad | undefined {
  const first = isDigit(folded.charCodeAt(start)) ? start : start + 1;
  const candidate = { folded, groups: groupsBetween(folded, first, end) };
  const { length } = candidate.groups;
  if (length < 2 || candidate.groups[length - 1]!.end !== end) return undefined;
  const regions = new Map<string, string>();
  for (const plan of plansOf(digits.length)) {
    if (regions.has(plan.callingCode) || !isPersonal(plan, digits)) continue;
    const reading = readNational(candidate, [0, length - 1, digits.length], plan.region);
    if (reading?.cut !== 'as-planned') continue;
    regions.set(plan.callingCode, plan.region);
    if (regions.size > MOST_CODES) return undefined;
  }
  if (regions.size === 0) return undefined;
  const [region] = regions.values();
  return { region: regions.size === 1 ? region : undefined };
}

const plansByLength = new Map<number, readonly NumberingPlan[]>();

/** The plans of countries that have numbers of so many digits, a trunk prefix included. */
function plansOf(length: number): readonly NumberingPlan[] {
  let known = plansByLength.get(length);
  if (!known) {
    const plans = allRegions().flatMap((region) => planOf(region) ?? []);
    known = plans.filter(
      ({ lengths, nationalPrefix }) =>
        lengths.includes(length) || lengths.includes(length - nationalPrefix.length),
    );
    plansByLength.set(length, known);
  }
  return known;
}

/** Is it somebody's? Most plans have no such number: the quick look before the writing counts. */
function isPersonal(plan: NumberingPlan, digits: string): boolean {
  const kind = kindOf(plan, nationalNumber(plan, digits));
  return kind !== undefined && kind !== 'service';
}
