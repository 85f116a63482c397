import type { Slice } from '../../rule.ts';
import { openingBracket } from './writing.ts';

/** Any way of writing 4 to 15 digits that a person takes for a telephone number. */
const SHAPE =
  /^\s*(?:tel: ?)?([+(]{0,2}\d(?:[-./() ]{0,3}\d){3,14})(?: ?(?:x|ext\.?|内線) ?\d{1,6})?\s*$/i;
/** 2016-06-14, 20160614: a date in a field that is named after a telephone. */
const DATE = /^(?:19|20)\d\d([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])$/;

/** A number found by its shape. */
export interface Shaped {
  readonly start: number;
  readonly end: number;
  /** As it stands, folded. */
  readonly number: string;
  readonly digits: string;
}

/** The slice as a whole, when it looks like a telephone number. A `+` or `(` before it belongs to it. */
export function shapeIn({ folded, start, end }: Slice): Shaped | undefined {
  const value = folded.slice(start, end);
  const number = SHAPE.exec(value)?.[1];
  if (number === undefined || DATE.test(number)) return undefined;
  const digits = number.replaceAll(/\D/g, '');
  const from = start + value.indexOf(number);
  const to = from + number.length;
  const first = folded[from - 1] === '+' ? from - 1 : openingBracket(folded, from, to);
  return { start: first, end: to, number: folded.slice(first, to), digits };
}

const LEAST_DIGITS = 7;
/** Least digits of a bare run: 1234567 is as often a size or an id. */
const LEAST_BARE = 8;

/** Has it enough digits to be a number that no plan at hand has? */
export function isLongEnough({ number, digits }: Shaped): boolean {
  return digits.length >= (digits === number ? LEAST_BARE : LEAST_DIGITS);
}
