import { starred, unitsOf } from '../units.ts';
import { noStandIn, type Masks } from './masks.ts';

/** One star, whatever stood there: 男 and 女性 must not differ. */
export const sex: Masks = {
  placeholder: '[SEX]',
  partial: (value) => starred(unitsOf(value).slice(0, 1)),
  standIn: noStandIn,
};
