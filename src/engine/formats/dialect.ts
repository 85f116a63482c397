import { rowAt, type Cell, type Dialect } from './delimited.ts';

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;

/** Comma, tab, semicolon, bar; then what old exports and databases use: ^, ~, SOH, US. */
const DELIMITERS: readonly number[] = [COMMA, TAB, 0x3b, 0x7c, 0x5e, 0x7e, 0x01, 0x1f];

/** What is looked at to tell a table's dialect. */
const LOOK = 64 * 1024;
const ROWS = 50;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The dialect of a source that says it is a table: the delimiter that parts most of its first rows
 * into as many cells, the quotes around cells, and where the table begins.
 *
 * @param preferred the delimiter that the source's name speaks for
 */
export function dialectOf(source: Uint8Array, preferred: number): Dialect {
  const head = source.subarray(0, LOOK);
  const told = separatorLine(head);
  const quoting = quotingOf(head);
  const layouts = (told === undefined ? [preferred, ...DELIMITERS] : [told])
    .map((delimiter) => layoutOf(head, { delimiter, ...quoting }))
    .filter((layout) => layout.width > 1);
  const [first] = layouts;
  if (first === undefined) return { delimiter: told ?? preferred, ...quoting };
  const best = layouts.reduce((a, b) => (isBetter(b, a) ? b : a), first);
  return { ...best.dialect, preamble: best.preamble };
}

/** A source read in a dialect. */
interface Layout {
  readonly dialect: Dialect;
  /** Cells that most rows have. */
  readonly width: number;
  /** Share of the rows that have so many. */
  readonly share: number;
  /** Bytes before the first such row. */
  readonly preamble: number;
}

function isBetter(a: Layout, b: Layout): boolean {
  // Addresses have commas too, but not in every row as many.
  if (Math.abs(a.share - b.share) > 0.1) return a.share > b.share;
  return a.width > b.width;
}

function layoutOf(head: Uint8Array, dialect: Dialect): Layout {
  const rows = rowsOf(head, dialect);
  const counts = new Map<number, number>();
  for (const { width } of rows) counts.set(width, (counts.get(width) ?? 0) + 1);
  let width = 0;
  for (const [each, count] of counts) {
    const most = counts.get(width) ?? 0;
    if (each > 1 && (count > most || (count === most && each > width))) width = each;
  }
  const share = (counts.get(width) ?? 0) / Math.max(1, rows.length);
  return { dialect, width, share, preamble: preambleOf(rows, width) };
}

/** Titles are few lines: narrow rows that go on are a sparse table. */
const MOST_TITLES = 10;

/** A title is narrow, or stands alone among empty cells. Rows may end in a delimiter too many. */
function preambleOf(rows: readonly RowShape[], width: number): number {
  const first = rows.findIndex((row) => row.width >= width - 1 && row.filled * 3 > width);
  const titles = rows.slice(0, Math.max(0, first));
  const padded = titles.filter((row) => row.width >= width - 1 && row.filled > 1);
  if (titles.length > MOST_TITLES || padded.length > 1) return 0;
  return rows[first]?.start ?? 0;
}

interface RowShape {
  /** Bytes before it, byte-order mark left out. */
  readonly start: number;
  readonly width: number;
  /** Cells that are not empty. */
  readonly filled: number;
}

/** The first rows that are not blank. */
function rowsOf(head: Uint8Array, dialect: Dialect): RowShape[] {
  const rows: RowShape[] = [];
  const cells: Cell[] = [];
  const mark = head[0] === 0xef && head[1] === 0xbb ? 3 : 0;
  let at = mark;
  while (at < head.length && rows.length < ROWS) {
    cells.length = 0;
    const end = rowAt(head, at, dialect, head.length < LOOK, cells);
    if (end < 0) break;
    const filled = cells.filter((cell) => cell.end > cell.start).length;
    if (filled > 0) rows.push({ start: at - mark, width: cells.length, filled });
    at = end;
  }
  return rows;
}

/** `sep=;`, the line that Excel puts before a table. */
function separatorLine(head: Uint8Array): number | undefined {
  const first = decoder.decode(head.subarray(0, 16));
  const match = /^\uFEFF?"?sep=([^\r\n])"?\r?\n/i.exec(first);
  return match?.[1]?.charCodeAt(0);
}

/** How cells are quoted: what opens and closes them most often, and what escapes a quote in them. */
function quotingOf(head: Uint8Array): Pick<Dialect, 'quote' | 'backslash'> {
  let single = 0;
  let double = 0;
  let escaped = 0;
  let doubled = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i]!;
    if (byte !== QUOTE && byte !== APOSTROPHE) continue;
    const before = i === 0 || isEdge(head[i - 1]!);
    const after = i + 1 === head.length || isEdge(head[i + 1]!);
    if (byte === APOSTROPHE) {
      if (before !== after) single++;
    } else if (before !== after) double++;
    else if (!before && head[i - 1] === BACKSLASH) escaped++;
    else if (!before && head[i + 1] === QUOTE) doubled++;
  }
  return {
    quote: single > 2 && single > double * 2 ? APOSTROPHE : QUOTE,
    backslash: escaped > doubled,
  };
}

const isEdge = (byte: number) => byte === LF || byte === CR || DELIMITERS.includes(byte);
