import { at } from '../bytes';
import { CLOSER_LOOK, parameter } from '../column';
import { placeAt } from '../place-name';

/** cells.ts of the addresses, step by step. Parameters: the table of signs, and a memo of places' names. */

const HOUSE: i32 = 0;
const LONGEST: usize = 200;
/** Of signs. */
const PLAIN: u32 = 0;

function isDash(place: usize): bool {
  const third = at(place + 2);
  if (at(place + 1) === 0x88) return third === 0x92;
  return at(place + 1) === 0x80 && third - 0x90 < 6;
}

function isWordy(place: usize): bool {
  const second = at(place + 1);
  const third = at(place + 2);
  switch (at(place)) {
    case 0xe3:
      if (second === 0x80) return third === 0x87;
      return second === 0x83 && third === 0xa1 && at(place + 5) === 0xbc;
    case 0xe6:
      return second === 0x90 && third === 0xba;
    case 0xe9:
      return second === 0x9b && third === 0xbb;
    default:
      return false;
  }
}

/** Has it a number, and neither what a contact or a mask begins with nor a number that begins with zero? */
function isPlain(signs: usize, start: usize, end: usize): bool {
  let numbers = false;
  let inNumber = false;
  for (let place = start; place < end;) {
    const byte = at(place);
    if (byte - 0xe3 < 7) {
      if (isWordy(place)) return false;
      inNumber = false;
      place += 3;
    } else if (byte < 0x80) {
      if (byte === 0x2d) inNumber = true;
      else {
        if (at(signs + byte) !== PLAIN || (byte === 0x30 && !inNumber)) return false;
        inNumber = byte - 0x30 < 10;
        if (inNumber) numbers = true;
      }
      place++;
    } else if (byte === 0xef && at(place + 1) === 0xbc) {
      const third = at(place + 2);
      if ((third === 0x90 && !inNumber) || at(signs + third - 0x60) !== PLAIN) return false;
      const digit = third - 0x90 < 10;
      if (digit) numbers = true;
      inNumber = digit || third === 0x8d;
      place += 3;
    } else if (byte === 0xe2 && isDash(place)) {
      inNumber = true;
      place += 3;
    } else return false;
  }
  return numbers && at(end - 1) > 0x20 && !(at(end - 1) === 0x80 && at(end - 2) === 0x80);
}

export function testAddress(column: usize, start: usize, end: usize): i32 {
  const lead = at(start);
  if (end - start > LONGEST || lead - 0xe4 > 5) return CLOSER_LOOK;
  if (lead === 0xe4 && at(start + 1) < 0xb8) return CLOSER_LOOK;
  if (!isPlain(parameter(column, 0), start, end)) return CLOSER_LOOK;
  return placeAt(parameter(column, 1), start, end) < -1 ? CLOSER_LOOK : HOUSE;
}
