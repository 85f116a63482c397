import type { FieldName, FieldNames } from '../field-names.ts';
import { createRowReader } from '../rows.ts';
import { addField, type Fields, type Format, type Table } from './format.ts';
import { headerOf, isBetterHeader, isFooter, isLikeNextRows, unnamed } from './header.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Of tables whose rows are read without the format: comma, semicolon, tab, bar. */
const DELIMITERS = new Set([0x2c, 0x3b, 0x09, 0x7c]);

/** Longest record: a quote that never closes must not swallow the source. */
const LONGEST_RECORD = 256 * 1024;

/** How a table is written. */
export interface Dialect {
  readonly delimiter: number;
  /** What opens and closes a cell: `"`, where nothing else is said. */
  readonly quote?: number;
  /** Does a backslash escape the quote in a cell? Doubled quotes are read in any case. */
  readonly backslash?: boolean;
  /** Bytes before the header, or the first row: titles, comments, `sep=;`. */
  readonly preamble?: number;
}

/** A value in a row; `end` is exclusive, quotes are outside. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** Byte after the cell and its quotes: a delimiter, a line end or the end. */
  readonly next: number;
}

/**
 * CSV, TSV and their relatives (RFC 4180): quoted cells with line ends inside, ragged rows, lines
 * before the header and behind the last row.
 */
export function delimited(dialect: Dialect): (names: FieldNames) => Format {
  return (names) => {
    let header: FieldName[] | undefined;
    /** Rows that were read, the header too. */
    let rows = 0;
    let record = 0;
    /** Bytes of the preamble that are still to come. */
    let preamble = dialect.preamble ?? 0;

    const nameOf = (column: number): FieldName => {
      header ??= [];
      while (header.length <= column) header.push(unnamed(header.length));
      return header[column]!;
    };

    /** Takes the first row, or the second under names that say nothing, for the header. */
    const isHeader = (bytes: Uint8Array, cells: readonly Cell[], next: number): boolean => {
      if (header === undefined) {
        header = headerOf(bytes, cells, names);
        // A list of names has neither digits nor a header.
        if (isLikeNextRows(bytes, cells, header, next, dialect)) header = [];
        return header.length > 0;
      }
      if (rows > 2 || !isBetterHeader(bytes, cells, header, names)) return false;
      header = headerOf(bytes, cells, names);
      return true;
    };

    const readRow = (
      bytes: Uint8Array,
      cells: readonly Cell[],
      fields: Fields,
      next: number,
    ): void => {
      rows++;
      if (rows <= 2 && isHeader(bytes, cells, next)) return;
      if (isFooter(bytes, cells, header!.length)) return;
      record++;
      for (let i = 0; i < cells.length; i++) {
        const { start, end } = cells[i]!;
        if (end > start) addField(fields, start, end, nameOf(i), record);
      }
    };

    const { delimiter, quote = QUOTE, backslash = false } = dialect;
    const isUsual = quote === QUOTE && !backslash && DELIMITERS.has(delimiter);
    const table: Table = {
      createReader: () => createRowReader(delimiter),
      delimiter,
      get records() {
        return record;
      },
      get width() {
        return header?.length ?? 0;
      },
      isBetween: true,
      nameOf,
      namesOf: () => Array.from({ length: header?.length ?? 0 }, (_, column) => nameOf(column)),
      isFooter(bytes, cells, count) {
        const filled = cells.map(({ start, end }) => ({ start, end, next: end }));
        const empty = { start: 0, end: 0, next: 0 };
        return isFooter(bytes, count > 1 ? [...filled, empty] : filled, header?.length ?? 0);
      },
      skip(records) {
        record += records;
      },
    };

    return {
      labels: 'none',
      columns: true,
      frame: 'head',
      get table() {
        return rows > 2 && isUsual ? table : undefined;
      },
      read(bytes, from, to, final, fields) {
        let at = Math.min(to, from + preamble);
        preamble -= at - from;
        const cells: Cell[] = [];
        while (at < to) {
          cells.length = 0;
          const end = rowAt(bytes, at, dialect, final, cells);
          if (end < 0 || end > to) break;
          if (cells.length > 1 || (cells[0] && cells[0].end > cells[0].start)) {
            readRow(bytes, cells, fields, end);
          }
          at = end;
        }
        return at;
      },
    };
  };
}

/** Reads one row. Returns the byte after its line end, or −1 when it is not complete. */
export function rowAt(
  bytes: Uint8Array,
  from: number,
  dialect: Dialect,
  final: boolean,
  cells: Cell[],
): number {
  const { delimiter } = dialect;
  const limit = Math.min(bytes.length, from + LONGEST_RECORD);
  let at = from;
  for (;;) {
    const cell = cellAt(bytes, at, dialect, limit, final);
    if (cell.next >= bytes.length && !final) return -1;
    cells.push(cell);
    const stop = bytes[cell.next];
    if (stop === delimiter && cell.next < limit) {
      at = cell.next + 1;
      continue;
    }
    if (stop === CR && bytes[cell.next + 1] === LF) return cell.next + 2;
    return Math.min(cell.next + 1, bytes.length);
  }
}

function cellAt(
  bytes: Uint8Array,
  from: number,
  { delimiter, quote = QUOTE, backslash = false }: Dialect,
  limit: number,
  final: boolean,
): Cell {
  if (bytes[from] === quote) {
    const close = closingQuote(bytes, from + 1, limit, quote, backslash);
    if (close > 0) {
      // Anything between the quote and the delimiter is somebody's mistake; it is passed over.
      return { start: from + 1, end: close, next: cellEnd(bytes, close + 1, delimiter, limit) };
    }
    // It may close in what is still to come.
    if (limit === bytes.length && !final) return { start: from + 1, end: limit, next: limit };
  }
  const end = cellEnd(bytes, from, delimiter, limit);
  return { start: from, end, next: end };
}

function closingQuote(
  bytes: Uint8Array,
  from: number,
  limit: number,
  quote: number,
  backslash: boolean,
): number {
  for (let i = from; i < limit; i++) {
    if (backslash && bytes[i] === BACKSLASH) i++;
    else if (bytes[i] === quote) {
      if (bytes[i + 1] !== quote) return i;
      i++;
    }
  }
  return -1;
}

function cellEnd(bytes: Uint8Array, from: number, delimiter: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const byte = bytes[at]!;
    if (byte === delimiter || byte === LF || byte === CR) break;
    at++;
  }
  return at;
}
