import { allRegions, planOf, type NumberingPlan } from '../../gazetteer/phone-metadata.ts';
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
  for (const region of allRegions()) {
    const plan = planOf(region);
    if (!plan || regions.has(plan.callingCode) || !isOfLength(plan, digits)) continue;
    const reading = readNational(candidate, [0, length - 1, digits.length], region);
    if (reading?.cut !== 'as-planned' || !reading.kind || reading.kind === 'service') continue;
    regions.set(plan.callingCode, region);
    if (regions.size > MOST_CODES) return undefined;
  }
  if (regions.size === 0) return undefined;
  const [region] = regions.values();
  return { region: regions.size === 1 ? region : undefined };
}

/** Has the plan numbers of so many digits, behind its trunk prefix where one is written? */
function isOfLength({ lengths, nationalPrefix }: NumberingPlan, digits: string): boolean {
  if (lengths.includes(digits.length)) return true;
  return (
    nationalPrefix !== '' &&
    digits.startsWith(nationalPrefix) &&
    lengths.includes(digits.length - nationalPrefix.length)
  );
}
