import { at } from './bytes';
import { remembered } from './memo';

/** place-cell.ts, step by step. */

const NONE: i32 = 255;
const WITHOUT_PREFECTURE: i32 = 254;
const LONGEST: usize = 48;

/** What `placeAt` says where no place is found, and where that is not known. */
export const NO_PLACE: i32 = -2;
export const UNKNOWN_PLACE: i32 = -3;

function endsMunicipality(place: usize): bool {
  const second = at(place + 1);
  const third = at(place + 2);
  switch (at(place)) {
    case 0xe5:
      return (second === 0xb8 && third === 0x82) || (second === 0x8c && third === 0xba);
    case 0xe7:
      return second === 0x94 && third === 0xba;
    case 0xe6:
      return second === 0x9d && third === 0x91;
    default:
      return false;
  }
}

/**
 * The number of the prefecture in which a place lies whose name begins here, or −1 where it is a municipality
 * without one.
 *
 * @param places a memo of places' names
 */
export function placeAt(places: usize, start: usize, end: usize): i32 {
  const limit = min(end, start + LONGEST);
  for (let place = start; place + 2 < limit; place += 3) {
    const lead = at(place);
    if (lead - 0xe3 > 6 || (lead === 0xe3 && at(place + 1) === 0x80)) break;
    if (!endsMunicipality(place)) continue;
    const found = remembered(places, start, place + 3);
    if (found === NONE) continue;
    if (found < 0) return UNKNOWN_PLACE;
    return found === WITHOUT_PREFECTURE ? -1 : found;
  }
  return NO_PLACE;
}
