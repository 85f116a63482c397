import { starred, unitsOf } from '../units.ts';
import { noStandIn, type Masks } from './masks.ts';

/** Numbers of which nothing may stay and none is nobody's: `****-****-****`. */
export function hiddenAs(placeholder: string): Masks {
  return { placeholder, partial: (value) => starred(unitsOf(value)), standIn: noStandIn };
}
