import { starred, unitsOf } from '../units.ts';
import { noStandIn, type Masks } from './masks.ts';

/** `TK*******`: up to two letters at the begin stay, they name the series. */
export const passportNumber: Masks = {
  placeholder: '[PASSPORT]',
  partial(value) {
    const units = unitsOf(value);
    const letters = units.findIndex(({ character }) => !/^[A-Z\uff21-\uff3a]$/i.test(character));
    return starred(units, (_, index) => index < Math.min(letters, 2));
  },
  // No country keeps numbers that it never issues, Japan neither.
  standIn: noStandIn,
};
