import { escapeAt } from '../text/escapes.ts';
import { runAcross } from './digits.ts';
import type { KernelParts } from './parts.ts';
import { instantiate, scannerModule, type Scanner } from './simd.ts';
import { writeTables } from './simd-tables.ts';
import { loadSource, type Loaded } from './wasm-memory.ts';
import {
  ASKS,
  BYTES_OF_ROWS,
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
  MOST_COLUMNS,
  MOST_PARAMETERS,
  MOST_ROWS,
  MOST_SAID,
  MOST_VERDICTS,
  NO_TEST,
  PARAMETERS,
  RECORD_ASKS,
  RECORD_FIRSTS,
  REMEMBERED,
  ROW_LINES,
  ROW_STARTS,
  ROW_SURPLUS,
  ROWS,
  SEGMENT,
  TABLE,
  VERDICTS,
} from './wasm/layout.ts';

/** What wasm/table.ts exports beside the scanner. */
interface TableScanner extends Scanner {
  openTable(delimiter: number, width: number, columns: number): void;
  setBases(shift: number, cells: number, records: number, surplus: number, lines: number): void;
  readRows(from: number, to: number): number;
  cellCount(): number;
  recordCount(): number;
  rowCount(): number;
  surplusBytes(): number;
  lineCount(): number;
  wasOdd(): number;
}

/** A column as the scanner of tables sees it. Sets of candidates are a byte a kind. */
export interface ScannedColumn {
  readonly isOpen: boolean;
  readonly isTyped: boolean;
  /** One of the tests in wasm/layout.ts. */
  readonly test?: number | undefined;
  readonly parameters?: readonly number[] | undefined;
  readonly beside: Uint8Array;
  readonly wanted: Uint8Array;
  readonly alone?: Uint8Array | undefined;
}

/** What the scanner of tables leaves to its caller. Places are bytes of the source. */
export interface TableHost {
  /**
   * @param record its number
   * @param candidates rows of numbers as in candidates.ts, of which those of the cell are `[first, next)`
   * @returns the kind of the cell
   */
  judgeCell(
    column: number,
    start: number,
    end: number,
    plain: boolean,
    record: number,
    candidates: Int32Array,
    first: number,
    next: number,
  ): number;
  /** Is a row that holds little a record, and no footer? */
  isRecord(
    spans: readonly { readonly start: number; readonly end: number }[],
    all: number,
  ): boolean;
}

/** Numbers about the cells, records and rows of a segment. Valid until the next is read. */
export interface SegmentRead {
  /** The first byte that was not read. */
  readonly end: number;
  readonly cells: Readonly<Record<'starts' | 'ends' | 'records' | 'columns' | 'kinds', Int32Array>>;
  readonly records: Readonly<Record<'firsts' | 'asks', Int32Array>>;
  readonly rows: Readonly<Record<'starts' | 'surplus' | 'lines', Int32Array>>;
  /** Bytes more than UTF-16 units, and line ends, in them. */
  readonly surplus: number;
  readonly lines: number;
}

/** How many stand before the rows of a segment in its block: bytes more than UTF-16 units, and line ends, too. */
export interface Bases {
  readonly cells: number;
  readonly records: number;
  readonly surplus: number;
  readonly lines: number;
}

/** Reads tables of plain cells with SIMD, and settles most of their cells. */
export interface TableReader {
  /** Bytes that both sides see, from zeros on; undefined where there is no room for more. */
  share(size: number): { readonly bytes: Uint8Array; readonly address: number } | undefined;
  /** @param kinds of bytes to the reader of rows, outside quotes and in them */
  open(delimiter: number, width: number, kinds: readonly [Uint8Array, Uint8Array]): void;
  setColumns(columns: readonly ScannedColumn[]): void;
  /** The groups of findings that a verdict asks for. */
  setAsks(kind: number, asks: number): void;
  /** What a column's test says as number `said` is this verdict from now on. */
  setVerdict(column: number, said: number, kind: number): void;
  /**
   * Reads rows of `bytes[from, to)`, which ends with a line end, as many as fit into a segment.
   *
   * @param bases what stands before them in the block
   * @param firstRecord number of the block's first record
   * @returns undefined where something is odd: text behind a quote, a lone CR, an escape, broken UTF-8, no record
   */
  read(
    bytes: Uint8Array,
    from: number,
    to: number,
    bases: Bases,
    firstRecord: number,
  ): SegmentRead | undefined;
}

const PAGE = 65536;
/** Room for what the tests remember. Pages that nobody touches cost nothing. */
const ROOM = 160 * 1024 * 1024;
const LF = 0x0a;
/** What gives a candidate away stands at most so far behind its first byte; candidates are looked for so far ahead. */
const CANDIDATES_AHEAD = 128;
const LINE = 64;

/** Makes the memory so large; false where the host does not give it. */
function hasGrown(memory: WebAssembly.Memory, size: number): boolean {
  try {
    memory.grow((size - memory.buffer.byteLength) / PAGE);
    return true;
  } catch {
    return false;
  }
}

/** Undefined where there is no WebAssembly with SIMD, or not the room that it takes. */
export function createTableReader(parts: KernelParts, host: TableHost): TableReader | undefined {
  let loaded: Loaded = { first: 0, limit: 0, shift: 0 };
  let bytes: Uint8Array = new Uint8Array(0);
  let candidates = new Int32Array(0);
  /** Number of the segment's first record. */
  let firstRecord = 0;
  const scanner = instantiate(scannerModule, {
    row: {
      isEscape: (place: number) => escapeAt(bytes, place + loaded.shift, false) !== undefined,
    },
    table: {
      judgeCell: (
        column: number,
        start: number,
        end: number,
        plain: number,
        record: number,
        first: number,
        next: number,
      ) =>
        host.judgeCell(
          column,
          start + loaded.shift,
          end + loaded.shift,
          plain !== 0,
          firstRecord + record,
          candidates,
          first,
          next,
        ),
      isRecord: (first: number, filled: number, all: number) =>
        host.isRecord(spansOf(first, filled), all),
    },
  }) as TableScanner | undefined;
  if (scanner === undefined) return undefined;
  const mostRows = writeTables(scanner.memory, parts);
  const { memory } = scanner;
  if (memory.buffer.byteLength > TABLE || !hasGrown(memory, REMEMBERED + ROOM)) return undefined;
  const all = new Uint8Array(memory.buffer);
  const words = new Int32Array(memory.buffer);
  candidates = words.subarray(ROWS >> 2, (ROWS >> 2) + 3 * MOST_ROWS);
  let room = REMEMBERED;

  const spansOf = (first: number, filled: number) =>
    Array.from({ length: filled }, (_, i) => ({
      start: words[(CELL_STARTS >> 2) + first + i]! + loaded.shift,
      end: words[(CELL_ENDS >> 2) + first + i]! + loaded.shift,
    }));
  const numbers = (place: number, count: number) =>
    words.subarray(place >> 2, (place >> 2) + count);
  const share = (size: number) => {
    if (room + size > all.length) return undefined;
    const address = room;
    room += Math.ceil(size / LINE) * LINE;
    return { bytes: all.subarray(address, address + size), address };
  };
  const kept = new WeakMap<Uint8Array, number>();
  /** Where a set of candidates stands; sets are shared, and kept as long as the reader. */
  const placeOf = (kinds: Uint8Array | undefined): number | undefined => {
    if (kinds === undefined) return 0;
    const known = kept.get(kinds);
    if (known !== undefined) return known;
    const shared = share(kinds.length);
    if (shared === undefined) return undefined;
    shared.bytes.set(kinds);
    kept.set(kinds, shared.address);
    return shared.address;
  };

  const setColumn = (index: number, column: ScannedColumn): void => {
    const at = (COLUMNS + index * COLUMN_SIZE) >> 2;
    const { isOpen, isTyped, test = NO_TEST, parameters = [] } = column;
    const [beside, wanted, alone] = [column.beside, column.wanted, column.alone].map(placeOf);
    const isKnown = beside !== undefined && wanted !== undefined && alone !== undefined;
    const state = (isOpen || !isKnown ? IS_OPEN : 0) | (isTyped ? IS_TYPED : 0);
    words.fill(0, at, at + COLUMN_SIZE / 4);
    words.fill(-1, at + VERDICTS / 4, at + VERDICTS / 4 + MOST_SAID);
    words[at + COLUMN_TEST / 4] = parameters.length > MOST_PARAMETERS ? NO_TEST : test;
    words[at + COLUMN_STATE / 4] = state;
    words[at + COLUMN_BESIDE / 4] = beside ?? 0;
    words[at + COLUMN_WANTED / 4] = wanted ?? 0;
    words[at + COLUMN_ALONE / 4] = alone ?? 0;
    words.set(parameters, at + PARAMETERS / 4);
  };

  let table = { delimiter: 0, width: 0 };
  return {
    share,
    open(delimiter, width, [plain, quoted]) {
      table = { delimiter, width };
      all.set(plain, BYTES_OF_ROWS);
      all.set(quoted, BYTES_OF_ROWS + plain.length);
    },
    setColumns(columns) {
      const known = columns.slice(0, MOST_COLUMNS);
      known.forEach((column, index) => {
        setColumn(index, column);
      });
      scanner.openTable(table.delimiter, table.width, known.length);
    },
    setAsks(kind, asks) {
      if (kind < MOST_VERDICTS) words[(ASKS >> 2) + kind] = asks;
    },
    setVerdict(column, said, kind) {
      if (kind >= MOST_VERDICTS || said >= MOST_SAID || column >= MOST_COLUMNS) return;
      words[((COLUMNS + column * COLUMN_SIZE + VERDICTS) >> 2) + said] = kind;
    },
    read(source, from, to, bases, record) {
      bytes = source;
      firstRecord = record + bases.records;
      const last = Math.min(to, from + SEGMENT - CANDIDATES_AHEAD);
      const ahead = Math.min(to, last + CANDIDATES_AHEAD);
      const start = Math.max(0, from - 1);
      loaded = loadSource(all, bytes, start, ahead);
      const { first, limit, shift } = loaded;
      scanner.begin(first, limit, Math.max(0, runAcross(bytes, start) - shift));
      const found = scanner.collect(start - shift, ahead - shift, mostRows) + shift;
      const until = found < ahead ? found - CANDIDATES_AHEAD : last;
      scanner.setBases(shift, bases.cells, firstRecord, bases.surplus, bases.lines);
      const rowsEnd = source.lastIndexOf(LF, until - 1) + 1;
      const end = rowsEnd > from ? scanner.readRows(from - shift, rowsEnd - shift) + shift : from;
      if (scanner.wasOdd() !== 0) return undefined;
      const cells = scanner.cellCount();
      const records = scanner.recordCount();
      const rows = scanner.rowCount();
      return {
        end,
        cells: {
          starts: numbers(CELL_STARTS, cells),
          ends: numbers(CELL_ENDS, cells),
          records: numbers(CELL_RECORDS, cells),
          columns: numbers(CELL_COLUMNS, cells),
          kinds: numbers(CELL_KINDS, cells),
        },
        records: { firsts: numbers(RECORD_FIRSTS, records), asks: numbers(RECORD_ASKS, records) },
        rows: {
          starts: numbers(ROW_STARTS, rows),
          surplus: numbers(ROW_SURPLUS, rows),
          lines: numbers(ROW_LINES, rows),
        },
        surplus: scanner.surplusBytes(),
        lines: scanner.lineCount(),
      };
    },
  };
}
