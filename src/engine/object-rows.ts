import type { KeyColumns } from './key-columns.ts';
import { createRowList } from './row-list.ts';
import type { CellSink, RowReader } from './rows.ts';
import { ESCAPE_STARTS, escapeAt } from './text/escapes.ts';
import { sequenceAt } from './text/utf8.ts';

const LF = 0x0a;
const CR = 0x0d;
const BLANK = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

/** What a byte of a string is to the reader, as bits; the rest is 0. */
const HIGH = 1;
const EDGE = 2;
/** What an escape may begin with. */
const ESCAPE = 4;
/** A backslash, a control character: the format knows better. */
const ODD = 8;

const KINDS = new Uint8Array(256).fill(ODD, 0, 0x20).fill(HIGH, 0x80);
for (const byte of ESCAPE_STARTS) KINDS[byte]! |= ESCAPE;
KINDS[0x5c] = ODD;
KINDS[QUOTE] = EDGE;

/** Numbers, `true`, `false`, `null`. */
const WORD = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[\w+.-]/.test(String.fromCharCode(byte)) && byte < 0x80 ? 1 : 0,
);

/**
 * Reads objects of JSON whose values are strings without escapes, numbers, words, objects and lists
 * of those, as records: in lines of their own, or members of a list.
 *
 * @param isOutside does the format stand outside of any object?
 */
export function createObjectReader(columns: KeyColumns, isOutside: () => boolean): RowReader {
  const { rows, add, close } = createRowList();
  let surplus = 0;

  /** The closing quote of the string that begins at `from`; −1 where something is odd. */
  const stringEnd = (bytes: Uint8Array, from: number, to: number): number => {
    for (let at = from; at < to; at++) {
      const kind = KINDS[bytes[at]!]!;
      if (kind === 0) continue;
      if (kind === EDGE) return at;
      if ((kind & ODD) !== 0) return -1;
      if ((kind & ESCAPE) !== 0 && escapeAt(bytes, at, false) !== undefined) return -1;
      if ((kind & HIGH) === 0) continue;
      const length = sequenceLength(bytes, at, to);
      if (length < 0) return -1;
      // Four bytes are two units, any other sequence is one.
      surplus += length === 4 ? 2 : length - 1;
      at += length - 1;
    }
    return -1;
  };

  return {
    rows,

    endOf: endOfObjects,

    read(bytes, from, to, sink) {
      if (!isOutside()) return false;
      rows.length = 0;
      surplus = 0;
      let line = 0;
      let depth = 0;
      let count = 0;
      let inList = false;
      /** Of the value that comes next; −1 where a name does. */
      let column = -1;
      add(from, 0, line++);
      for (let at = from; at < to;) {
        const byte = bytes[at]!;
        if (byte === QUOTE) {
          const start = at + 1;
          const end = stringEnd(bytes, start, to);
          if (end < 0) return false;
          at = end + 1;
          if (column >= 0) {
            count += told(sink, column, start, end);
            if (!inList) column = -1;
            continue;
          }
          if (depth === 0) return false;
          while (bytes[at] === BLANK || bytes[at] === TAB) at++;
          if (bytes[at] !== COLON) return false;
          at++;
          column = columns.at(bytes, start, end);
          if (column < 0) return false;
        } else if (byte === COMMA || byte === BLANK || byte === TAB) at++;
        else if (byte === LF || (byte === CR && bytes[at + 1] === LF)) {
          at += byte === LF ? 1 : 2;
          if (at < to) add(at, surplus, line);
          line++;
        } else if (byte === OPEN) {
          if (inList || (depth > 0 && column < 0)) return false;
          if (depth++ === 0) {
            columns.begin();
            sink.record();
            count = 0;
          }
          column = -1;
          at++;
        } else if (byte === CLOSE) {
          if (depth === 0 || inList || column >= 0) return false;
          if (--depth === 0 && !sink.end(count)) return false;
          at++;
        } else if (byte === OPEN_LIST) {
          if (inList || column < 0) return false;
          inList = true;
          at++;
        } else if (byte === CLOSE_LIST) {
          if (!inList) return false;
          inList = false;
          column = -1;
          at++;
        } else {
          const start = at;
          while (at < to && WORD[bytes[at]!] === 1) at++;
          if (at === start || column < 0 || !isWordEnd(bytes[at])) return false;
          count += told(sink, column, start, at);
          if (!inList) column = -1;
        }
      }
      if (depth > 0) return false;
      sink.frame(to);
      close(to, surplus, line - 1);
      return true;
    },
  };
}

/** The byte after the last line of `bytes[from, limit)` that ends with an object; `from` where none does. */
export function endOfObjects(bytes: Uint8Array, from: number, limit: number): number {
  for (let at = bytes.lastIndexOf(LF, limit - 1); at >= from;) {
    let before = at - 1;
    while (before >= from && (bytes[before]! <= BLANK || bytes[before] === COMMA)) before--;
    if (before < from) return from;
    if (bytes[before] === CLOSE) return at + 1;
    at = bytes.lastIndexOf(LF, before);
  }
  return from;
}

/** Tells a value, and what stands before it. Returns how many there are. */
function told(sink: CellSink, column: number, start: number, end: number): number {
  if (start === end) return 0;
  sink.frame(start);
  sink.cell(column, start, end, false);
  return 1;
}

const isWordEnd = (byte: number | undefined) =>
  byte === COMMA || byte === CLOSE || byte === CLOSE_LIST || (byte !== undefined && byte <= BLANK);

/** As `sequenceAt`, with the common case in front: kanji and kana. */
function sequenceLength(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at]!;
  if (lead > 0xe0 && lead < 0xed && at + 2 < to) {
    return (bytes[at + 1]! & 0xc0) === 0x80 && (bytes[at + 2]! & 0xc0) === 0x80 ? 3 : -1;
  }
  return sequenceAt(bytes, at, to);
}
