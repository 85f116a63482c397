import { daysOf } from './calendar.ts';

const HYPHEN = 0x2d;
const SLASH = 0x2f;
const DOT = 0x2e;

/**
 * The day that a cell of digits says, as yyyymmdd: `1990-01-02` with `-`, `/` or `.`, or `19900102`.
 * 0 where it is written otherwise, or the calendar has no such day.
 */
export function dateOfCell(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length !== 10 && length !== 8) return 0;
  const gap = length === 10 ? 1 : 0;
  if (gap === 1) {
    const sign = bytes[start + 4];
    if (sign !== HYPHEN && sign !== SLASH && sign !== DOT) return 0;
    if (bytes[start + 7] !== sign) return 0;
  }
  const century = digits(bytes, start);
  const rest = digits(bytes, start + 2);
  const month = digits(bytes, start + 4 + gap);
  const day = digits(bytes, start + 6 + 2 * gap);
  if (century < 0 || rest < 0 || month < 1 || month > 12 || day < 1) return 0;
  // Eight digits are a date from 1800 to 2099 only.
  if (gap === 0 && (century < 18 || century > 20)) return 0;
  const year = century * 100 + rest;
  return day <= daysOf(year, month) ? year * 10_000 + month * 100 + day : 0;
}

/** Two digits as a number, −1 where there are none. */
function digits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30;
  const ones = bytes[at + 1]! - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
