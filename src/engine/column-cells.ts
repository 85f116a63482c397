import { grown } from './kernel/grown.ts';

/** The cells of a block that hold something, in order, as columns of numbers. */
export interface Cells {
  length: number;
  starts: Int32Array;
  ends: Int32Array;
  records: Int32Array;
  columns: Int32Array;
  /** Index of the verdict of those that their columns' tests settled; negative otherwise. */
  kinds: Int32Array;
}

/** Kinds of cells without a verdict. */
export const QUIET = -1;
export const SURPRISE = -2;
/** Settled, but told with its record. */
export const TAKEN = -3;

/** The records of a block: the first cell of each, and the groups of findings that are to be compared. */
export interface CellRecords {
  length: number;
  firsts: Int32Array;
  asks: Int32Array;
  /** Findings of its surprises. */
  found: Int32Array;
}

const numbers = () => new Int32Array(16_384);

export function createCells(): Cells {
  return {
    length: 0,
    starts: numbers(),
    ends: numbers(),
    records: numbers(),
    columns: numbers(),
    kinds: numbers(),
  };
}

export function createCellRecords(): CellRecords {
  return { length: 0, firsts: numbers(), asks: numbers(), found: numbers() };
}

export function addCell(
  cells: Cells,
  start: number,
  end: number,
  record: number,
  column: number,
  kind: number,
): void {
  const at = cells.length++;
  if (at === cells.starts.length) {
    cells.starts = grown(cells.starts);
    cells.ends = grown(cells.ends);
    cells.records = grown(cells.records);
    cells.columns = grown(cells.columns);
    cells.kinds = grown(cells.kinds);
  }
  cells.starts[at] = start;
  cells.ends[at] = end;
  cells.records[at] = record;
  cells.columns[at] = column;
  cells.kinds[at] = kind;
}

/** @param first index of the cell that comes next */
export function addRecord(records: CellRecords, first: number): void {
  const at = records.length++;
  if (at === records.firsts.length) {
    records.firsts = grown(records.firsts);
    records.asks = grown(records.asks);
    records.found = grown(records.found);
  }
  records.firsts[at] = first;
  records.asks[at] = 0;
  records.found[at] = 0;
}
