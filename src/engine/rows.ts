import { createRowList, type Rows } from './row-list.ts';
import { ESCAPE_STARTS, escapeAt } from './text/escapes.ts';
import { BREAK, EDGE, ESCAPE, HIGH, SIGN } from './kernel/wasm/layout.ts';
import { sequenceAt } from './text/utf8.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** Longest row: longer ones are read by the format, which knows when a quote never closes. */
const LONGEST_ROW = 128 * 1024;

/** Takes the cells of plain rows as they are read. */
export interface CellSink {
  /** @param plain no `:` or `=` stands before the cell in its row */
  cell(column: number, start: number, end: number, plain: boolean): void;
  /** A record begins; blank lines are none. */
  record(): void;
  /**
   * The record ends.
   *
   * @param columns how many cells it has, those that hold nothing too
   * @returns false where this is no record of the table
   */
  end(columns: number): boolean;
  /** What belongs to no cell, from the last one on, ends here. Where it is a delimiter, nobody says so. */
  frame(end: number): void;
}

export interface RowReader {
  readonly rows: Rows;
  /** The byte after the last row of `bytes[from, limit)` as far as the rows' ends show; `from` where none ends. */
  endOf(bytes: Uint8Array, from: number, limit: number): number;
  /**
   * Reads the rows of `bytes[from, to)`, which ends with a line end.
   *
   * @returns false where something is odd: text behind a quote, a lone CR, an escape, broken UTF-8
   */
  read(bytes: Uint8Array, from: number, to: number, sink: CellSink): boolean;
}

/** What each byte is to a reader of rows, as bits: outside quotes, and in them. */
export function kindsOfBytes(delimiter: number): readonly [Uint8Array, Uint8Array] {
  const kinds = new Uint8Array(256).fill(HIGH, 0x80);
  kinds[0x3a] = kinds[0x3d] = SIGN;
  for (const byte of ESCAPE_STARTS) kinds[byte]! |= ESCAPE;
  kinds[delimiter] = kinds[LF] = kinds[CR] = EDGE;
  const inQuotes = kinds.slice();
  inQuotes[delimiter] = 0;
  inQuotes[LF] = inQuotes[CR] = BREAK;
  inQuotes[QUOTE] = EDGE;
  return [kinds, inQuotes];
}

/** Reads tables of plain cells in one walk over the bytes, each of which is looked at once. */
export function createRowReader(delimiter: number): RowReader {
  const [kinds, inQuotes] = kindsOfBytes(delimiter);
  const { rows, add, close } = createRowList();

  return {
    rows,
    endOf: (bytes, from, limit) => Math.max(from, bytes.lastIndexOf(LF, limit - 1) + 1),
    read(bytes, from, to, sink) {
      rows.length = 0;
      let surplus = 0;
      let line = 0;
      let at = from;
      while (at < to) {
        const begin = at;
        add(at, surplus, line++);
        const first = bytes[at]!;
        if (first === LF) {
          at++;
          continue;
        }
        if (first === CR) {
          if (bytes[at + 1] !== LF) return false;
          at += 2;
          continue;
        }
        // An empty cell in quotes alone in its row makes no record.
        if (first === QUOTE && bytes[at + 1] === QUOTE) return false;
        sink.record();
        let plain = true;
        let column = 0;
        for (; ; column++) {
          const quoted = bytes[at] === QUOTE;
          if (quoted) at++;
          const table = quoted ? inQuotes : kinds;
          const start = at;
          const wasPlain = plain;
          for (; at < to; at++) {
            const kind = table[bytes[at]!]!;
            if (kind === 0) continue;
            if ((kind & ESCAPE) !== 0 && escapeAt(bytes, at, false) !== undefined) return false;
            if ((kind & HIGH) !== 0) {
              const length = sequenceLength(bytes, at, to);
              if (length < 0) return false;
              // Four bytes are two units, any other sequence is one.
              surplus += length === 4 ? 2 : length - 1;
              at += length - 1;
            } else if ((kind & SIGN) !== 0) plain = false;
            else if ((kind & BREAK) !== 0) {
              if (bytes[at] === LF || bytes[at + 1] !== LF) line++;
            } else if ((kind & EDGE) !== 0) {
              if (!quoted || bytes[at + 1] !== QUOTE) break;
              at++;
            }
          }
          if (at >= to || at - begin > LONGEST_ROW) return false;
          const end = at;
          if (quoted) at++;
          const stop = bytes[at];
          sink.cell(column, start, end, wasPlain);
          if (stop === delimiter) {
            at++;
            continue;
          }
          if (stop === CR && bytes[at + 1] === LF) at++;
          else if (stop !== LF) return false;
          break;
        }
        if (!sink.end(column + 1)) return false;
        at++;
      }
      close(to, surplus, line);
      return true;
    },
  };
}

/** As `sequenceAt`, with the common case in front: kanji and kana. */
function sequenceLength(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at]!;
  if (lead > 0xe0 && lead < 0xed && at + 2 < to) {
    return (bytes[at + 1]! & 0xc0) === 0x80 && (bytes[at + 2]! & 0xc0) === 0x80 ? 3 : -1;
  }
  return sequenceAt(bytes, at, to);
}
