import { isInRecord, KIND, numberAt, type FindingRows } from '../wire/finding-rows.ts';
import type { Glossary } from '../wire/glossary.ts';

/** Rows from one on, up to another. */
export interface RowSpan {
  readonly rows: FindingRows;
  readonly from: number;
  readonly to: number;
}

/** How many findings there are, column by column of the glossary. */
export interface ColumnTally {
  readonly all: Int32Array;
  /** Those of them that are fields of a record. */
  readonly inRecords: Int32Array;
}

const NOTHING: ColumnTally = { all: new Int32Array(0), inRecords: new Int32Array(0) };

/** What is left of a tally without some findings and with others. */
export function tallyAfter(
  { all, inRecords }: ColumnTally = NOTHING,
  without: readonly RowSpan[],
  spans: readonly RowSpan[],
  glossary: Glossary,
): ColumnTally {
  const tally = { all: grown(all, glossary), inRecords: grown(inRecords, glossary) };
  for (const span of without) count(tally, span, -1, glossary);
  for (const span of spans) count(tally, span, 1, glossary);
  return tally;
}

function count(
  { all, inRecords }: ColumnTally,
  { rows, from, to }: RowSpan,
  by: 1 | -1,
  glossary: Glossary,
): void {
  for (let row = from; row < to; row++) {
    const column = glossary.columnOf(numberAt(rows, row, KIND));
    all[column]! += by;
    if (isInRecord(rows, row)) inRecords[column]! += by;
  }
}

/** The glossary may have got more columns since. */
function grown(counts: Int32Array, { columns }: Glossary): Int32Array {
  const copy = new Int32Array(columns.length);
  copy.set(counts);
  return copy;
}
