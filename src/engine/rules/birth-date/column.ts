import {
  dayOf,
  daysOf,
  inOrder,
  isEarlier,
  repeated,
  spreadOf,
  yearsOf,
} from '../../column-tests/dates.ts';
import { OF_PEOPLE } from '../../column-tests/people.ts';
import type { ColumnSample, ColumnTest } from '../../rule.ts';

/** Years that births are spread over at least: those of events and contracts are closer together. */
const SPREAD = 10;
const FIRST_YEAR = 1890;
const LAST_YEAR = 2035;

/** A column of dates beside people: births are the earliest date of a record, over many years. */
export const BIRTH_DATES: ColumnTest = {
  chance: 0.2,
  beside: OF_PEOPLE,
  passes: (cell) => dayOf(cell) !== undefined,
  fits(column, table) {
    const days = daysOf(column);
    if (days === undefined || spreadOf(days) < SPREAD) return false;
    const [first, last] = yearsOf(days);
    if (first < FIRST_YEAR || last > LAST_YEAR) return false;
    if (repeated(days) > 0.6 || inOrder(days) > 0.9) return false;
    return !table.some((other) => other !== column && isEarlierThan(other, column));
  },
};

function isEarlierThan(other: ColumnSample, column: ColumnSample): boolean {
  const days = daysOf(other);
  return days !== undefined && isEarlier(days, daysOf(column)!);
}
