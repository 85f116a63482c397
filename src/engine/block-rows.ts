import { createCellJudge, type CellJudge } from './cell-judge.ts';
import { createColumnCandidates } from './column-candidates.ts';
import {
  addCell,
  addRecord,
  createCellRecords,
  createCells,
  type CellRecords,
  type Cells,
} from './column-cells.ts';
import { OWN_MEMORY } from './column-memory.ts';
import { createColumns, type Columns, type TableScan } from './column-verdicts.ts';
import type { Table } from './formats/format.ts';
import type { Rows } from './row-list.ts';

/** The rows of a block as they were read last, with their cells and what these are. */
export interface BlockRows {
  readonly rows: Rows;
  readonly cells: Cells;
  readonly records: CellRecords;
  readonly columns: Columns;
  readonly judge: CellJudge;
  /** The byte after the last row of `bytes[from, limit)` as far as the rows' ends show; `from` where none ends. */
  endOf(bytes: Uint8Array, from: number, limit: number): number;
  /**
   * Reads the rows of `bytes[from, to)`, which ends with a row's end.
   *
   * @returns the byte after the last row that was read whole; −1 where something is odd
   */
  read(bytes: Uint8Array, from: number, to: number): number;
}

/** Rows that are read byte after byte. */
export function createPlainRows(scan: TableScan): BlockRows {
  const { ruleset, table } = scan;
  const candidates = createColumnCandidates(ruleset);
  const columns = createColumns(scan, candidates, OWN_MEMORY);
  const judge = createCellJudge(columns, candidates);
  const reader = table.createReader();
  const cells = createCells();
  const records = createCellRecords();
  return {
    rows: reader.rows,
    cells,
    records,
    columns,
    judge,
    endOf: (bytes, from, limit) => reader.endOf(bytes, from, limit),
    read(bytes, from, to) {
      const before = table.records;
      let last = from;
      cells.length = records.length = 0;
      columns.refresh();
      judge.begin(bytes);
      candidates.begin(bytes, from, to);
      const isPlain = reader.read(bytes, from, to, {
        frame(end) {
          candidates.advance(end);
          if (!candidates.areSilent()) judge.frames.push({ start: last, end });
        },
        record() {
          addRecord(records, cells.length);
        },
        cell(column, start, end, plain) {
          if (start === end) return;
          const record = before + records.length;
          candidates.advance(end);
          const kind = judge.judge(column, start, end, plain, record);
          addCell(cells, start, end, record, column, kind);
          last = end;
          if (kind >= 0) records.asks[records.length - 1]! |= columns.verdicts[kind]!.asks;
        },
        end: (count) => isRecord(bytes, table, cells, records.firsts[records.length - 1]!, count),
      });
      return isPlain ? to : -1;
    },
  };
}

/**
 * Is the last row that was read a record of the table, and no footer?
 *
 * @param first index of its first cell
 * @param count of its cells, those that hold nothing too
 */
function isRecord(
  bytes: Uint8Array,
  table: Table,
  cells: Cells,
  first: number,
  count: number,
): boolean {
  const filled = cells.length - first;
  if (table.width < 3 || (count > 1 && filled * 2 > table.width)) return true;
  const spans = Array.from({ length: filled }, (_, i) => ({
    start: cells.starts[first + i]!,
    end: cells.ends[first + i]!,
  }));
  return !table.isFooter(bytes, spans, count);
}
