import { at, isDigit } from '../bytes';
import { CLOSER_LOOK, parameter } from '../column';

/** date-cell.ts, step by step. Parameters: the first year and the last. */

/** Two digits as a number, or 100. */
function digits(place: usize): u32 {
  const tens = at(place);
  const ones = at(place + 1);
  return isDigit(tens) && isDigit(ones) ? tens * 10 + ones - 528 : 100;
}

function daysOf(year: u32, month: u32): u32 {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isSign(byte: u32): bool {
  return byte - 0x2d < 3;
}

/** Days that stand for no date are New Year's Day or its eve. */
function mayBeNobodys(month: u32, day: u32): bool {
  return (month === 1 && day === 1) || (month === 12 && day === 31);
}

/** Says 0 of a day of these years. */
export function testDate(column: usize, start: usize, end: usize): i32 {
  const length = end - start;
  if (length !== 10 && length !== 8) return CLOSER_LOOK;
  const gap: usize = length === 10 ? 1 : 0;
  if (gap === 1 && (!isSign(at(start + 4)) || at(start + 7) !== at(start + 4))) return CLOSER_LOOK;
  const century = digits(start);
  const rest = digits(start + 2);
  const month = digits(start + 4 + gap);
  const day = digits(start + 6 + 2 * gap);
  if (century > 99 || rest > 99 || month - 1 > 11 || day - 1 > 30) return CLOSER_LOOK;
  if (gap === 0 && century - 18 > 2) return CLOSER_LOOK;
  const year = century * 100 + rest;
  if (day > daysOf(year, month)) return CLOSER_LOOK;
  if (<i32>year < parameter(column, 0) || <i32>year > parameter(column, 1)) return CLOSER_LOOK;
  return mayBeNobodys(month, day) ? CLOSER_LOOK : 0;
}
