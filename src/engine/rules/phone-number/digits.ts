import {
  layoutOf,
  nationalNumber,
  planOf,
  worldNumber,
  type NumberingPlan,
  type PhoneKind,
  type WorldNumber,
} from '../../gazetteer/phone-metadata.ts';
import { reservedPhone } from '../../gazetteer/reserved-phones.ts';
import { kindIn } from './reading.ts';

/** What digits alone say, however they are grouped. */
export interface Dialled {
  readonly plan: NumberingPlan;
  /** National significant number (E.164). */
  readonly nsn: string;
  /** Undefined for a number that is set aside for nobody. */
  readonly kind: PhoneKind | undefined;
  /** How it differs from what a person dials. */
  readonly note?: string;
}

/** International prefixes of ITU-T, Japan and North America. */
const DIALLED = /^(?:00|010|011)(?=[1-9])/;

/** Reads digits after a `+`. */
export function readWorld(digits: string): Dialled | undefined {
  return known(worldNumber(digits));
}

/**
 * Reads the digits of a field of telephone numbers in all the ways in which they are kept: as
 * dialled in a region of the policy, without the trunk prefix that a spreadsheet took away, with an
 * international prefix, with the country code alone (MSISDN: ITU-T E.164 without the plus).
 */
export function readDigits(digits: string, regions: readonly string[]): Dialled | undefined {
  for (const region of regions) {
    const plan = planOf(region);
    if (!plan) continue;
    const number = inPlan(plan, digits);
    if (number) return number;
  }
  const prefix = DIALLED.exec(digits);
  if (prefix) return readWorld(digits.slice(prefix[0].length));
  const isOurs = regions.some((region) => digits.startsWith(planOf(region)?.callingCode ?? '+'));
  const world = isOurs ? readWorld(digits) : undefined;
  return world && { ...world, note: 'country code without +' };
}

/** Japan's longer numbers are routing codes. */
const JAPANESE_DIGITS = 10;

function inPlan(plan: NumberingPlan, digits: string): Dialled | undefined {
  const dialled = nationalNumber(plan, digits);
  for (const nsn of dialled === digits ? [digits] : [dialled, digits]) {
    if (plan.region === 'JP' && nsn.length > JAPANESE_DIGITS) continue;
    const number = known({ plan, nsn, kind: kindIn(plan, nsn) });
    // Spreadsheets read 09012345678 as a number and drop its zero.
    const isLost = nsn === digits && layoutOf(plan, nsn)?.trunk === true;
    if (number) return isLost ? { ...number, note: 'trunk prefix lost' } : number;
  }
  return undefined;
}

/** A number that the plan has, or that it keeps for nobody. */
function known(number: WorldNumber | undefined): Dialled | undefined {
  if (!number) return undefined;
  const { plan, nsn, kind } = number;
  return kind || reservedPhone(plan.callingCode, nsn) !== undefined ? number : undefined;
}
