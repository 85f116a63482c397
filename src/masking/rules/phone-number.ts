import {
  kindOf,
  layoutOf,
  nationalNumber,
  planOf,
  worldNumber,
  type NumberingPlan,
  type WorldNumber,
} from '../../engine/gazetteer/phone-metadata.ts';
import { reservedPhone } from '../../engine/gazetteer/reserved-phones.ts';
import { choiceOf } from '../number-hash.ts';
import type { Place } from '../strategy.ts';
import { starred, unitsOf, type Unit } from '../units.ts';
import { digitOf, digitsOf, likeDigit } from './digits.ts';
import type { Masks } from './masks.ts';
import { nobodysNumber } from './nobodys-phones.ts';

/** `090-****-5678`: the first groups and the last digits stay, at least four digits are hidden. */
export const phoneNumber: Masks = {
  placeholder: '[PHONE]',
  partial(value) {
    const units = unitsOf(value);
    const { head, tail } = keptDigits(units);
    let seen = 0;
    const total = digitsOf(units).length;
    return starred(units, (unit) => {
      if (digitOf(unit) === undefined) return false;
      const index = seen++;
      return index < head || index >= total - tail;
    });
  },
  standIn(value, where) {
    const units = unitsOf(value);
    const digits = digitsOf(units);
    const number = nationalOf(units, digits, where);
    if (number === undefined) return undefined;
    const { nsn } = number;
    const { callingCode } = number.plan;
    if (isNobodys(number)) return value;
    const choice = choiceOf('phone-number', `+${callingCode}${nsn}`);
    const other = nobodysNumber(number.plan, nsn, choice);
    if (other === undefined || reservedPhone(callingCode, other) === undefined) return undefined;
    return regrouped(units, digits.length - nsn.length, other, layoutOf(number.plan, other)?.sizes);
  },
};

const LEAST_HIDDEN = 4;

/** How many digits stay at the begin and at the end. */
function keptDigits(units: readonly Unit[]): { readonly head: number; readonly tail: number } {
  const groups = groupsOf(units);
  const total = groups.reduce((sum, size) => sum + size, 0);
  const tail = total >= 10 ? 4 : total >= 8 ? 2 : 0;
  const most = total - tail - LEAST_HIDDEN;
  // Written in one piece: 090****5678.
  if (groups.length === 1) return { head: Math.max(0, Math.min(3, most)), tail };
  let head = 0;
  for (const size of groups.slice(0, -1)) {
    if (head + size > Math.min(most, 6)) break;
    head += size;
  }
  return { head, tail };
}

function groupsOf(units: readonly Unit[]): number[] {
  const sizes = [0];
  for (const unit of units) {
    if (digitOf(unit) !== undefined) sizes[sizes.length - 1]! += 1;
    else if (sizes.at(-1) !== 0) sizes.push(0);
  }
  return sizes.filter((size) => size > 0);
}

interface NationalNumber {
  readonly plan: NumberingPlan;
  /** National significant number (ITU-T E.164): the last digits of what is written. */
  readonly nsn: string;
}

function nationalOf(
  units: readonly Unit[],
  digits: string,
  { region = 'JP' }: Place,
): NationalNumber | undefined {
  const isInternational = units.some(({ character }) => character === '+' || character === '＋');
  // International prefixes of Europe, Japan and North America.
  const dialled = /^(?:00|010|011)(?=[1-9])/.exec(digits)?.[0].length ?? 0;
  if (isInternational || dialled > 0) {
    const world = worldNumber(isInternational ? digits : digits.slice(dialled));
    if (world !== undefined && (isInternational || isSomething(world))) {
      return nationalIn(world.plan, world.nsn, digits);
    }
  }
  const plan = planOf(region);
  const number = plan && nationalIn(plan, digits, digits);
  // Without its trunk prefix a number is written in one piece, where a spreadsheet took the zero.
  const lacksTrunk = number?.nsn === digits && layoutOf(number.plan, digits)?.trunk === true;
  return lacksTrunk && groupsOf(units).length > 1 ? undefined : number;
}

function isNobodys({ plan, nsn }: NationalNumber): boolean {
  return reservedPhone(plan.callingCode, nsn) !== undefined && kindOf(plan, nsn) !== 'service';
}

/** A number that there is, or one that is kept from being: not just any digits after 010. */
function isSomething({ kind, nsn, plan }: WorldNumber): boolean {
  return kind !== undefined || reservedPhone(plan.callingCode, nsn) !== undefined;
}

function nationalIn(plan: NumberingPlan, rest: string, digits: string): NationalNumber | undefined {
  const nsn = nationalNumber(plan, rest);
  // Some plans add digits that are not written; then there is no place for a stand-in's digits.
  return digits.endsWith(nsn) ? { plan, nsn } : undefined;
}

/**
 * Writes another number with the separators of the old one, at the cuts of its own plan: 0467-12-…
 * becomes 03-0000-…. Undefined where the old one has more groups than the plan.
 *
 * @param prefix how many digits stand before the national significant number
 * @param nsn as many digits as are left
 * @param sizes groups of the plan, if it has any for the number
 */
function regrouped(
  units: readonly Unit[],
  prefix: number,
  nsn: string,
  sizes: readonly number[] = [],
): string | undefined {
  const places = units.flatMap((unit, index) => (digitOf(unit) === undefined ? [] : [index]));
  const begin = places[prefix]!;
  const end = places.at(-1)! + 1;
  const separators: string[] = [];
  const text = (from: number, to: number) =>
    units
      .slice(from, to)
      .map((unit) => unit.text)
      .join('');
  for (let index = prefix + 1; index < places.length; index++) {
    if (places[index]! > places[index - 1]! + 1) {
      separators.push(text(places[index - 1]! + 1, places[index]!));
    }
  }
  if (separators.length >= Math.max(sizes.length, 1)) return undefined;
  let written = text(0, begin);
  let cut = 0;
  separators.push('');
  separators.forEach((separator, index) => {
    const next = separator === '' ? nsn.length : cut + sizes[index]!;
    for (; cut < next; cut++) written += likeDigit(units[places[prefix + cut]!]!, nsn[cut]!);
    written += separator;
  });
  return written + text(end, units.length);
}
