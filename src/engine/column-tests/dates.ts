import type { ColumnSample } from '../rule.ts';
import { dateAt } from '../text/calendar.ts';

/** The days that a column's cells name. */
export interface Days {
  /** Days by their record, as numbers that grow by 372 a year and by 31 a month. */
  readonly byRecord: ReadonlyMap<number, number>;
  /** The same in order. */
  readonly sorted: readonly number[];
}

const YEAR = 372;
const TIME = /^(?:[T ]00:00[\d:.Z +-]{0,20})?$/;

/**
 * The day that a folded cell names, with nothing else in the cell: a time of day is that of an
 * event, but for midnight, which databases add to days.
 */
export function dayOf(cell: string): number | undefined {
  const date = dateAt(cell, 0);
  if (!date?.exists || !TIME.test(cell.slice(date.end))) return undefined;
  return date.year * YEAR + (date.month - 1) * 31 + date.day - 1;
}

const known = new WeakMap<ColumnSample, Days | undefined>();

/** The days of a column; undefined where one cell in ten is none. */
export function daysOf(column: ColumnSample): Days | undefined {
  if (known.has(column)) return known.get(column);
  const days = readDays(column);
  known.set(column, days);
  return days;
}

function readDays({ cells, records }: ColumnSample): Days | undefined {
  const byRecord = new Map<number, number>();
  let others = 0;
  for (let i = 0; i < cells.length && others <= cells.length / 10; i++) {
    const day = dayOf(cells[i]!);
    if (day === undefined) others++;
    else byRecord.set(records[i]!, day);
  }
  if (others > cells.length / 10) return undefined;
  return { byRecord, sorted: [...byRecord.values()].sort((a, b) => a - b) };
}

/** Years between the days that one cell in twenty is before, and after. */
export function spreadOf({ sorted }: Days): number {
  const edge = Math.floor(sorted.length / 20);
  return (sorted[sorted.length - 1 - edge]! - sorted[edge]!) / YEAR;
}

/** Year of the first day and of the last. */
export function yearsOf({ sorted }: Days): readonly [number, number] {
  return [Math.floor(sorted[0]! / YEAR), Math.floor(sorted.at(-1)! / YEAR)];
}

/** Does one column's day come before the other's in nearly every record that has both? */
export function isEarlier(days: Days, other: Days): boolean {
  let both = 0;
  let earlier = 0;
  for (const [record, day] of days.byRecord) {
    const second = other.byRecord.get(record);
    if (second === undefined) continue;
    both++;
    if (day < second) earlier++;
  }
  return both > 0 && earlier >= both * 0.95;
}

/** Share of the cells that are like another. */
export function repeated({ sorted }: Days): number {
  return 1 - new Set(sorted).size / sorted.length;
}

/** Share of the steps from record to record that go on in time: a log's, a ledger's. */
export function inOrder({ byRecord }: Days): number {
  const days = [...byRecord.values()];
  let up = 0;
  let down = 0;
  for (let i = 1; i < days.length; i++) {
    if (days[i]! >= days[i - 1]!) up++;
    if (days[i]! <= days[i - 1]!) down++;
  }
  return days.length < 2 ? 0 : Math.max(up, down) / (days.length - 1);
}
