import type { FieldName, FieldNames } from '../field-names.ts';
import type { Row } from './ruled.ts';
import type { LineReader } from './text.ts';
import { textOf } from './view.ts';

/** A run of a line between two blanks or more, in bytes and in columns of a terminal. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

const BLANK = 0x20;
const TAB = 0x09;
/** So many known names apart from each other are a header and no sentence. */
const LEAST_NAMES = 2;
const LEAST_COLUMNS = 3;
const MOST_RUNS = 300;
const LONGEST_NAME = 60;
/** Signs of code and sentences, which no name of a column has. */
const SIGNS = new Set(Array.from(';{}="\'<>,`|', (sign) => sign.charCodeAt(0)));
/** Rows that do not fit before the table is over. */
const MOST_MISFITS = 3;

/**
 * Text in columns under a header: reports of fixed width, prints of data frames. Columns stand apart by two
 * blanks; a character of East Asia is two columns wide (UAX #11), where the writer knows it.
 */
export function createAligned(names: FieldNames, row: Row): LineReader {
  let header: readonly Run[] | undefined;
  let columns: readonly FieldName[] = [];
  let misfits = 0;

  const end = (): void => {
    header = undefined;
    misfits = 0;
  };

  const begin = (bytes: Uint8Array, runs: readonly Run[]): boolean => {
    if (runs.length < LEAST_COLUMNS) return false;
    if (runs.some((run) => run.end - run.start > LONGEST_NAME)) return false;
    if (hasSigns(bytes, runs[0]!.start, runs.at(-1)!.end)) return false;
    const resolved = runs.map(({ start, end: stop }) => names.resolve(textOf(bytes, start, stop)));
    const known = resolved.filter(({ by }) => by === 'field-name').length;
    if (known < LEAST_NAMES) return false;
    header = runs;
    columns = resolved;
    misfits = 0;
    return true;
  };

  return {
    end,
    line(bytes, start, stop, fields) {
      if (header === undefined) {
        if (!mayBeHeader(bytes, start, stop)) return false;
        return begin(bytes, runsOf(bytes, start, stop));
      }
      const runs = runsOf(bytes, start, stop);
      if (runs.length === 0) {
        end();
        return false;
      }
      // Long output is printed in several parts, each with a header of its own.
      if (begin(bytes, runs)) return true;
      const cells = assigned(bytes, start, stop, runs, header);
      if (cells === undefined) {
        if (++misfits >= MOST_MISFITS) end();
        return false;
      }
      misfits = 0;
      row(
        fields,
        cells.map(([from, to, column]) => [from, to, columns[column]!] as const),
      );
      return true;
    },
  };
}

/** Two blanks between two other characters. */
function mayBeHeader(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at]! <= BLANK) at++;
  // Of two bytes beside each other one is looked at.
  for (let i = at + 2; i < end; i += 2) {
    if (bytes[i] !== BLANK) continue;
    if (bytes[i - 1] === BLANK || (i + 1 < end && bytes[i + 1] === BLANK)) return true;
  }
  return false;
}

function hasSigns(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (SIGNS.has(bytes[at]!)) return true;
  return false;
}

function runsOf(bytes: Uint8Array, start: number, end: number): Run[] {
  const runs: Run[] = [];
  let column = 0;
  let first = -1;
  let left = 0;
  let last = start;
  let right = 0;
  for (let at = start; at < end && runs.length < MOST_RUNS; at++) {
    const byte = bytes[at]!;
    if ((byte & 0xc0) === 0x80) {
      if (first >= 0) last = at + 1;
      continue;
    }
    const width = widthAt(bytes, at);
    const isBlank = byte <= BLANK || isWideBlank(bytes, at);
    if (!isBlank) {
      if (first < 0) {
        first = at;
        left = column;
      }
      last = at + 1;
      right = column + width;
    } else if (first >= 0 && (byte === TAB || (bytes[at + 1] ?? BLANK) <= BLANK)) {
      runs.push({ start: first, end: last, left, right });
      first = -1;
    } else if (isBlank && byte > BLANK) at += 2;
    column += width;
  }
  if (first >= 0) runs.push({ start: first, end: last, left, right });
  return runs;
}

/** U+3000 is E3 80 80. */
const isWideBlank = (bytes: Uint8Array, at: number) =>
  bytes[at] === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80;

/** Two columns for characters of three bytes from U+1100 on and of four, but half-width kana (EF BD, EF BE). */
function widthAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte < 0xe1) return 1;
  if (byte === 0xe1) return (bytes[at + 1] ?? 0) < 0x86 ? 2 : 1;
  if (byte === 0xe2) return (bytes[at + 1] ?? 0) >= 0xba ? 2 : 1;
  if (byte === 0xef) {
    const next = bytes[at + 1] ?? 0;
    return next === 0xbd ? ((bytes[at + 2] ?? 0) >= 0xa1 ? 1 : 2) : next === 0xbe ? 1 : 2;
  }
  return 2;
}

type Assigned = readonly [start: number, end: number, column: number];

/** The header's column of each cell of a row; undefined when it is no row of the table. */
function assigned(
  bytes: Uint8Array,
  start: number,
  end: number,
  runs: readonly Run[],
  header: readonly Run[],
): readonly Assigned[] | undefined {
  if (runs.length === header.length) return runs.map((run, i) => [run.start, run.end, i]);
  // Data frames number their rows, and the column of the numbers has no name.
  if (runs.length === header.length + 1) {
    return runs.slice(1).map((run, i) => [run.start, run.end, i]);
  }
  if (runs.length < 2) return undefined;
  return cut(bytes, start, end, header) ?? overlapping(runs, header);
}

/** Cells cut where the header's columns begin, when the row has a blank before each. */
export function cut(
  bytes: Uint8Array,
  start: number,
  end: number,
  header: readonly Run[],
): readonly Assigned[] | undefined {
  const starts: number[] = [];
  let column = 0;
  for (let at = start; at < end; at++) {
    if ((bytes[at]! & 0xc0) === 0x80) continue;
    while (starts.length < header.length && column >= header[starts.length]!.left) {
      const begins = header[starts.length]!.left;
      if (column > begins || (begins > 0 && bytes[at - 1]! > BLANK)) return undefined;
      starts.push(at);
    }
    column += widthAt(bytes, at);
  }
  if (starts.length < 2) return undefined;
  return starts.map((from, i) => {
    let to = starts[i + 1] ?? end;
    while (to > from && bytes[to - 1]! <= BLANK) to--;
    return [from, to, i];
  });
}

/** Each run under the name that it shares most columns with. */
function overlapping(
  runs: readonly Run[],
  header: readonly Run[],
): readonly Assigned[] | undefined {
  const cells: Assigned[] = [];
  let column = 0;
  for (const run of runs) {
    while (
      column + 1 < header.length &&
      shared(run, header[column + 1]!) > shared(run, header[column]!)
    ) {
      column++;
    }
    if (shared(run, header[column]!) > 0) cells.push([run.start, run.end, column]);
  }
  return cells.length * 2 < runs.length ? undefined : cells;
}

const shared = (a: Run, b: Run) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
