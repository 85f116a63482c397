import { starred, unitsOf } from '../units.ts';
import { digitOf } from './digits.ts';
import { noStandIn, type Masks } from './masks.ts';

/** Letters that belong to the form, not to the date. */
const FORM = /^[年月日]$/u;
/** The year, with its era, before a sign or 年: `1990`, `昭和50`, `S50`, `令和元`. */
const YEAR_FIRST = /^[^\d元]{0,2} ?(?:\d{1,4}|元)(?=[年./ -])/u;
const YEAR_LAST = /(?<!\d)\d{4}$/;
const SOLID = /^\d{8}$/;

/** `1990-**-**`, `昭和50年*月*日`: the year stays. */
function partial(value: string): string {
  const units = unitsOf(value);
  const folded = units.map((unit) => digitOf(unit) ?? unit.character).join('');
  const [from, to] = yearIn(folded);
  return starred(
    units,
    ({ character }, index) => (index >= from && index < to) || FORM.test(character),
  );
}

function yearIn(folded: string): readonly [from: number, to: number] {
  if (SOLID.test(folded)) return [0, 4];
  const first = YEAR_FIRST.exec(folded)?.[0];
  // A day or a month of two digits is no year.
  if (first !== undefined && !/^\d{1,3}$/.test(first)) return [0, first.length];
  return YEAR_LAST.test(folded) ? [folded.length - 4, folded.length] : [0, 0];
}

// Every day is somebody's birthday.
export const birthDate: Masks = { placeholder: '[BIRTH-DATE]', partial, standIn: noStandIn };

export const passportIssueDate: Masks = {
  placeholder: '[PASSPORT-DATE]',
  partial,
  standIn: noStandIn,
};
