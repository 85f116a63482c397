import { at } from './bytes';
import { firstCandidate, hasCandidate, moveOn, nextCandidate, restart } from './cell-candidates';
import { testCell } from './cells/index';
import {
  ASKS,
  CELL_COLUMNS,
  CELL_ENDS,
  CELL_KINDS,
  CELL_RECORDS,
  CELL_STARTS,
  COLUMN_ALONE,
  COLUMN_BESIDE,
  COLUMN_SIZE,
  COLUMN_STATE,
  COLUMN_TEST,
  COLUMN_WANTED,
  COLUMNS,
  IS_OPEN,
  IS_TYPED,
  NO_TEST,
  RECORD_ASKS,
  RECORD_FIRSTS,
  ROW_LINES,
  ROW_STARTS,
  ROW_SURPLUS,
  VERDICTS,
} from './layout';
import { allCells, breaksInRow, filledCells, GOES_ON, ODD, readRow, surplusOfRow } from './row';

/** column-path.ts for plain rows, as far as the tests beside it settle their cells; the caller does the rest. */

/** Judges a cell that is not settled here, and tells its kind. */
declare function judgeCell(
  column: i32,
  start: usize,
  end: usize,
  plain: bool,
  record: i32,
  firstCandidate: i32,
  nextCandidate: i32,
): i32;

/** Is a row that holds little a record, and no footer? `all` are its cells, those that hold nothing too. */
declare function isRecord(firstCell: i32, filled: i32, all: i32): bool;

const LF: u32 = 0x0a;
const CR: u32 = 0x0d;
const QUOTE: u32 = 0x22;

/** As column-cells.ts has it. */
const QUIET: i32 = -1;

/** Of the table. */
let delimiter: u32 = 0;
let width: i32 = 0;
let columnCount: i32 = 0;

/** From places in memory to those in the source; what stands before the rows of this turn. */
let shift: i32 = 0;
let cellBase: i32 = 0;
let recordBase: i32 = 0;
let surplusBase: i32 = 0;
let lineBase: i32 = 0;

/** Of this turn. */
let cells: i32 = 0;
let records: i32 = 0;
let rows: i32 = 0;
let surplus: i32 = 0;
let lines: i32 = 0;
let isOdd: bool = false;

export function openTable(byte: u32, columns: i32, known: i32): void {
  delimiter = byte;
  width = columns;
  columnCount = known;
}

export function setBases(by: i32, cell: i32, record: i32, extra: i32, line: i32): void {
  shift = by;
  cellBase = cell;
  recordBase = record;
  surplusBase = extra;
  lineBase = line;
}

export function cellCount(): i32 {
  return cells;
}

export function recordCount(): i32 {
  return records;
}

export function rowCount(): i32 {
  return rows;
}

export function surplusBytes(): i32 {
  return surplus;
}

export function lineCount(): i32 {
  return lines;
}

/** Did something show that takes the long way? */
export function wasOdd(): bool {
  return isOdd;
}

/**
 * Reads the rows that end in `[from, to)`, whose candidates have been collected.
 *
 * @returns the first byte that was not read
 */
export function readRows(from: usize, to: usize): usize {
  cells = 0;
  records = 0;
  rows = 0;
  surplus = 0;
  lines = 0;
  isOdd = false;
  restart();
  let place = from;
  while (place < to) {
    const blank = blankRow(place);
    const end = blank !== 0 ? blank : readRecord(place, to);
    if (end === GOES_ON) break;
    if (end === ODD) {
      isOdd = true;
      break;
    }
    noteRow(place, blank !== 0);
    place = end;
  }
  return place;
}

/** The byte behind a line end that stands alone, or 0; a lone CR is odd. */
function blankRow(place: usize): usize {
  if (at(place) === LF) return place + 1;
  return at(place) === CR && at(place + 1) === LF ? place + 2 : 0;
}

function noteRow(place: usize, isBlank: bool): void {
  const index = rows << 2;
  store<i32>(ROW_STARTS + index, <i32>place + shift);
  store<i32>(ROW_SURPLUS + index, surplusBase + surplus);
  store<i32>(ROW_LINES + index, lineBase + lines);
  rows++;
  lines++;
  if (isBlank) return;
  surplus += surplusOfRow();
  lines += breaksInRow();
}

function readRecord(place: usize, to: usize): usize {
  const first = at(place);
  // An empty cell in quotes alone in its row makes no record.
  if (first === CR || (first === QUOTE && at(place + 1) === QUOTE)) return ODD;
  const end = readRow(place, to, delimiter, cells);
  if (end <= ODD) return end;
  const filled = filledCells();
  if (!isRow(filled, allCells())) return ODD;
  store<i32>(RECORD_FIRSTS + (records << 2), cellBase + cells);
  store<i32>(RECORD_ASKS + (records << 2), judgeCells(cells, cells + filled));
  cells += filled;
  records++;
  return end;
}

function isRow(filled: i32, all: i32): bool {
  if (width < 3 || (all > 1 && filled * 2 > width)) return true;
  return isRecord(cells, filled, all);
}

/** Gives the cells of a record their kinds; tells what findings they ask for. */
function judgeCells(from: i32, to: i32): i32 {
  let asks: i32 = 0;
  for (let cell = from; cell < to; cell++) {
    const index = cell << 2;
    const start = load<i32>(CELL_STARTS + index);
    const end = load<i32>(CELL_ENDS + index);
    const plain = load<i32>(CELL_KINDS + index) !== 0;
    moveOn(end);
    const kind = kindOf(load<i32>(CELL_COLUMNS + index), start, end, plain);
    store<i32>(CELL_STARTS + index, start + shift);
    store<i32>(CELL_ENDS + index, end + shift);
    store<i32>(CELL_RECORDS + index, recordBase + records);
    store<i32>(CELL_KINDS + index, kind);
    if (kind >= 0) asks |= load<i32>(ASKS + (kind << 2));
  }
  return asks;
}

function kindOf(index: i32, start: usize, end: usize, plain: bool): i32 {
  const column = COLUMNS + index * COLUMN_SIZE;
  if (index < columnCount && (load<i32>(column + COLUMN_STATE) & IS_OPEN) === 0) {
    const kind = settled(column, start, end, plain);
    if (kind >= QUIET) return kind;
  }
  return judgeCell(index, start, end, plain, records, firstCandidate(), nextCandidate());
}

/** What no test settles is a kind less than all others. */
const UNSETTLED: i32 = -2;

function settled(column: usize, start: usize, end: usize, plain: bool): i32 {
  if (load<i32>(column + COLUMN_TEST) === NO_TEST) {
    const isTyped = (load<i32>(column + COLUMN_STATE) & IS_TYPED) !== 0;
    return isTyped || hasCandidate(load<i32>(column + COLUMN_WANTED)) ? UNSETTLED : QUIET;
  }
  const said = testCell(column, start, end, plain);
  if (said < 0) return UNSETTLED;
  const kind = load<i32>(column + VERDICTS + (said << 2));
  if (kind < 0 || hasCandidate(load<i32>(column + COLUMN_BESIDE))) return UNSETTLED;
  const others = <usize>load<i32>(column + COLUMN_ALONE);
  return others !== 0 && hasCandidate(others) ? UNSETTLED : kind;
}
