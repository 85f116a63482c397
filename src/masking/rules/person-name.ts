import { starred, unitsOf } from '../units.ts';
import { noStandIn, type Masks } from './masks.ts';

const BLANK = /^[\s/,・･]$/u;

/** `佐* **`, `H***** S***`: the first letter of a longer first word stays. */
export const personName: Masks = {
  placeholder: '[NAME]',
  partial(value) {
    const units = unitsOf(value);
    const blank = units.findIndex(({ character }) => BLANK.test(character));
    const isLong = (blank < 0 ? units.length : blank) > 1;
    return starred(units, (_, index) => isLong && index === 0);
  },
  // Any name that can be made up is somebody's.
  standIn: noStandIn,
};
