import { at } from './bytes';
import {
  BREAK,
  BYTES_OF_ROWS,
  CELL_COLUMNS,
  CELL_ENDS,
  CELL_KINDS,
  CELL_STARTS,
  EDGE,
  ESCAPE,
  HIGH,
  SIGN,
} from './layout';

/** rows.ts, step by step. */

/** Does an escape stand at a place? */
declare function isEscape(place: usize): bool;

const LF: u32 = 0x0a;
const CR: u32 = 0x0d;
const QUOTE: u32 = 0x22;

/** Ends of rows that are none: the row goes on behind the bytes that are here, or something is odd. */
export const GOES_ON: usize = 0;
export const ODD: usize = 1;

/** Of the row that was read: cells that hold something, and all; bytes more than UTF-16 units; line ends in cells. */
let filled: i32 = 0;
let count: i32 = 0;
let surplus: i32 = 0;
let breaks: i32 = 0;

export function filledCells(): i32 {
  return filled;
}

export function allCells(): i32 {
  return count;
}

export function surplusOfRow(): i32 {
  return surplus;
}

export function breaksInRow(): i32 {
  return breaks;
}

/** Bytes of the UTF-8 sequence at a place, or 0 for a broken one; see text/utf8.ts. */
function sequenceAt(place: usize): usize {
  const lead = at(place);
  const second = at(place + 1);
  if (lead > 0xe0 && lead < 0xed) return isNext(second) && isNext(at(place + 2)) ? 3 : 0;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return isNext(second) ? 2 : 0;
  const low: u32 = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high: u32 = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high || !isNext(at(place + 2))) return 0;
  if (lead < 0xf0) return 3;
  return isNext(at(place + 3)) ? 4 : 0;
}

function isNext(byte: u32): bool {
  return (byte & 0xc0) === 0x80;
}

/** May it be more than a letter or sign of full width, a dash or a quotation mark? */
function mayBeEscape(place: usize): bool {
  const lead = at(place);
  const second = at(place + 1);
  if (lead === 0xef) return second !== 0xbc && second !== 0xbd;
  return lead !== 0xe2 || !(second === 0x88 || (second === 0x80 && at(place + 2) - 0x90 < 32));
}

/** Where a cell ends that begins at a place: at a quote, or at the delimiter or line end behind it. */
function cellEnd(start: usize, to: usize, quoted: bool, signs: usize): usize {
  const kinds = (BYTES_OF_ROWS as usize) + (quoted ? 256 : 0);
  for (let place = start; place < to;) {
    const kind = at(kinds + at(place));
    if (kind === 0) {
      place++;
      continue;
    }
    if ((kind & ESCAPE) !== 0 && mayBeEscape(place) && isEscape(place)) return ODD;
    if ((kind & HIGH) !== 0) {
      const length = sequenceAt(place);
      if (length === 0) return ODD;
      // Four bytes are two units, any other sequence is one.
      surplus += length === 4 ? 2 : <i32>length - 1;
      place += length;
      continue;
    }
    if ((kind & SIGN) !== 0) store<u8>(signs, 1);
    else if ((kind & BREAK) !== 0) {
      if (at(place) === LF || at(place + 1) !== LF) breaks++;
    } else if ((kind & EDGE) !== 0) {
      if (!quoted || at(place + 1) !== QUOTE) return place;
      place++;
    }
    place++;
  }
  return GOES_ON;
}

/** A byte that tells whether a `:` or `=` stood before in the row. */
const SIGNS: usize = BYTES_OF_ROWS + 512;

/**
 * Reads the row that begins at a place, with something in it, into the cells from index `first` on; the kind of each
 * is 1 where no `:` or `=` stands before it.
 *
 * @returns the byte behind the row's line end
 */
export function readRow(from: usize, to: usize, delimiter: u32, first: i32): usize {
  filled = 0;
  surplus = 0;
  breaks = 0;
  store<u8>(SIGNS, 0);
  let place = from;
  for (count = 1; ; count++) {
    const quoted = at(place) === QUOTE;
    if (quoted) place++;
    const start = place;
    const plain = at(SIGNS) === 0;
    place = cellEnd(start, to, quoted, SIGNS);
    if (place <= ODD) return place;
    if (place > start) addCell(first, start, place, plain);
    if (quoted) place++;
    if (place >= to) return GOES_ON;
    const stop = at(place);
    if (stop === delimiter) {
      place++;
      continue;
    }
    if (stop === CR && at(place + 1) === LF) place++;
    else if (stop !== LF) return ODD;
    return place + 1;
  }
}

function addCell(first: i32, start: usize, end: usize, plain: bool): void {
  const index = (first + filled) << 2;
  store<i32>(CELL_STARTS + index, <i32>start);
  store<i32>(CELL_ENDS + index, <i32>end);
  store<i32>(CELL_COLUMNS + index, count - 1);
  store<i32>(CELL_KINDS + index, plain ? 1 : 0);
  filled++;
}
