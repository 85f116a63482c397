import { grown } from './kernel/grown.ts';

/**
 * Rows of a source: where each begins, how many bytes more than UTF-16 units and how many line ends
 * stand before it. Past the last row stands the end.
 */
export interface Rows {
  length: number;
  starts: Int32Array;
  surplus: Int32Array;
  lines: Int32Array;
}

export interface RowList {
  readonly rows: Rows;
  add(start: number, surplus: number, line: number): void;
  /** Notes the end. */
  close(end: number, surplus: number, line: number): void;
}

export function createRowList(): RowList {
  const numbers = () => new Int32Array(4096);
  const rows: Rows = { length: 0, starts: numbers(), surplus: numbers(), lines: numbers() };
  const add = (start: number, surplus: number, line: number): void => {
    if (rows.length === rows.starts.length) {
      rows.starts = grown(rows.starts);
      rows.surplus = grown(rows.surplus);
      rows.lines = grown(rows.lines);
    }
    rows.starts[rows.length] = start;
    rows.lines[rows.length] = line;
    rows.surplus[rows.length++] = surplus;
  };
  return {
    rows,
    add,
    close(end, surplus, line) {
      add(end, surplus, line);
      rows.length--;
    },
  };
}
