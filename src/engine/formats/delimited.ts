import type { FieldName, FieldNames } from '../field-names.ts';
import { fold } from '../text/fold.ts';
import { addField, type Fields, type Format } from './format.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Longest record: a quote that never closes must not swallow the source. */
const LONGEST_RECORD = 256 * 1024;

/** A value in a row; `end` is exclusive, quotes are outside. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** Byte after the cell and its quotes: a delimiter, a line end or the end. */
  readonly next: number;
}

/**
 * CSV, TSV and their relatives (RFC 4180): quoted cells with line ends inside, ragged rows. The
 * first row is the header when one of its names is known or none of its cells has a digit, and
 * none looks like data.
 */
export function delimited(delimiter: number): (names: FieldNames) => Format {
  return (names) => {
    let header: FieldName[] | undefined;
    let record = 0;

    const nameOf = (column: number): FieldName => {
      header ??= [];
      while (header.length <= column) header.push(unnamed(header.length));
      return header[column]!;
    };

    const readRow = (bytes: Uint8Array, cells: readonly Cell[], fields: Fields): void => {
      if (header === undefined) {
        header = headerOf(bytes, cells, names);
        if (header.length > 0) return;
      }
      record++;
      for (let i = 0; i < cells.length; i++) {
        const { start, end } = cells[i]!;
        if (end > start) addField(fields, start, end, nameOf(i), record);
      }
    };

    return {
      labels: 'none',
      columns: true,
      read(bytes, from, to, final, fields) {
        let at = from;
        const cells: Cell[] = [];
        while (at < to) {
          cells.length = 0;
          const end = rowAt(bytes, at, delimiter, final, cells);
          if (end < 0 || end > to) break;
          if (cells.length > 1 || (cells[0] && cells[0].end > cells[0].start)) {
            readRow(bytes, cells, fields);
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
  delimiter: number,
  final: boolean,
  cells: Cell[],
): number {
  const limit = Math.min(bytes.length, from + LONGEST_RECORD);
  let at = from;
  for (;;) {
    const cell = cellAt(bytes, at, delimiter, limit, final);
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
  delimiter: number,
  limit: number,
  final: boolean,
): Cell {
  if (bytes[from] === QUOTE) {
    const close = closingQuote(bytes, from + 1, limit);
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

function closingQuote(bytes: Uint8Array, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    if (bytes[i] !== QUOTE) continue;
    if (bytes[i + 1] !== QUOTE) return i;
    i++;
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

/** Columns without a name are told apart by their number. */
function unnamed(column: number): FieldName {
  return { name: `#${String(column + 1)}`, rule: undefined, by: undefined };
}

/** A mailbox, a number of five digits or more, a date: no names of columns. */
const DATA = /@|(?:\d[-/. ()]{0,2}){5}/;

/** The names of the header, or none when the row is data already. */
function headerOf(bytes: Uint8Array, cells: readonly Cell[], names: FieldNames): FieldName[] {
  const texts = cells.map(({ start, end }) =>
    decoder
      .decode(bytes.subarray(start, end))
      .replace(/^\uFEFF/, '')
      .trim(),
  );
  if (texts.some((text) => DATA.test(fold(text)))) return [];
  const header = texts.map((text, column) => (text === '' ? unnamed(column) : names.resolve(text)));
  const known = header.some((name) => name.rule !== undefined);
  const wordy = texts.every((text) => text !== '' && !/\d/.test(fold(text)));
  return known || wordy ? header : [];
}
