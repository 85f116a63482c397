import type { FieldName, FieldNames } from '../field-names.ts';
import { addField, type Fields, type Format } from './format.ts';
import { rowAt, type Cell, type Dialect } from './delimited.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const LF = 0x0a;
const TAB = 0x09;
const QUOTE = 0x27;
const BACKSLASH = 0x5c;
const OPEN = 0x28;
const CLOSE = 0x29;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;

/** The text format of COPY has no quotes. */
const COPY_ROW: Dialect = { delimiter: TAB, quote: -1 };

/** Longest head of a statement, from INSERT or COPY to its first value. */
const LONGEST_HEAD = 8192;
/** A name as the dialects quote it: `t`, "t", [t]; a schema and a database may stand before it. */
const PART = '(?:\\[[^\\]]{1,100}\\]|"[^"]{1,100}"|`[^`]{1,100}`|[^\\s(.;,[\\]"`\']{1,100})';
const TABLE = `(${PART}(?:\\.${PART}){0,3})`;
const LIST = '(?:\\(([^)]{1,6000})\\)\\s*)?';
/** SQL Server may leave INTO out; Oracle's `INSERT ALL` has several. */
const INSERT = new RegExp(
  `^(?:(?:insert|replace)\\s+(?:\\w+\\s+){0,3}?into\\s+|insert\\s+|into\\s+)${TABLE}\\s*${LIST}(?:overriding \\w+ value\\s*)?values?\\s*(?=\\()`,
  'i',
);
const COPY = new RegExp(`^copy\\s+${TABLE}\\s*${LIST}from\\s+stdin[^\\n;]*;[^\\n]*\\n`, 'i');
const CREATE = new RegExp(
  `^create\\s+(?:\\w+\\s+){0,2}table\\s+(?:if\\s+not\\s+exists\\s+)?${TABLE}\\s*\\(`,
  'i',
);
/** What tells that a backslash in a string is a backslash (ISO/IEC 9075), as MySQL alone has not. */
const STANDARD =
  /standard_conforming_strings|PostgreSQL database dump|PRAGMA |SET DEFINE|\bINSERT ALL\b|\bTO_DATE\(|\[dbo\]|(?:^|\n)GO\r?\n|\bN'/i;
/** First words of a table's constraints, which name no column. */
const CONSTRAINT =
  /^(?:constraint|primary|unique|key|index|foreign|check|fulltext|exclude|like)\b/i;
/** First letters of the statements that this reader knows, in lower case. */
const INITIALS = new Set([0x69, 0x72, 0x63]);

const KEYWORD = /^(?:insert|replace|into|copy|create)\s/i;
const LONGEST_KEYWORD = 8;
/** Definitions that never close, before no more is looked at. */
const MOST_BROKEN = 100;

type State = 'statements' | 'tuples' | 'copy';

/**
 * SQL dumps: the tuples of `INSERT INTO t (a, b) VALUES (…), (…);` and the rows of
 * `COPY t (a, b) FROM stdin;`. Columns come from the statement, or from `CREATE TABLE` before it.
 */
export function sql(names: FieldNames): Format {
  const tables = new Map<string, readonly FieldName[]>();
  let columns: FieldName[] = [];
  let state: State = 'statements';
  let record = 0;
  let escapes: boolean | undefined;
  let broken = 0;

  const nameOf = (index: number): FieldName => {
    while (columns.length <= index) {
      columns.push({ name: `#${String(columns.length + 1)}`, rule: undefined, by: undefined });
    }
    return columns[index]!;
  };

  /** Columns of a statement; those of a table without a list are kept for its next statement. */
  const begin = (table: string, list: string | undefined): void => {
    const key = keyOf(table);
    const known = tables.get(key);
    columns = [...(list === undefined ? (known ?? []) : columnsOf(list, names))];
    if (list === undefined && known === undefined) tables.set(key, columns);
  };

  const add = (cells: readonly Cell[], fields: Fields): void => {
    record++;
    cells.forEach(({ start, end }, index) => {
      if (end > start) addField(fields, start, end, nameOf(index), record);
    });
  };

  /** Reads a statement's head, if one stands at `at`. Returns where its values begin, or 0. */
  const statementAt = (bytes: Uint8Array, at: number): number => {
    if (!KEYWORD.test(decoder.decode(bytes.subarray(at, at + LONGEST_KEYWORD)))) return 0;
    const head = decoder.decode(bytes.subarray(at, at + LONGEST_HEAD));
    const created = broken < MOST_BROKEN ? CREATE.exec(head) : null;
    if (created) {
      const defined = definedIn(head, created[0].length, names);
      if (defined) tables.set(keyOf(created[1]!), defined);
      else broken++;
    }
    const match = INSERT.exec(head) ?? COPY.exec(head);
    if (!match) return 0;
    begin(match[1]!, match[2]);
    state = /^copy/i.test(head) ? 'copy' : 'tuples';
    return at + new TextEncoder().encode(match[0]).length;
  };

  /** Looks for the next statement at line starts. Returns where its values begin, or the last line's end. */
  const nextStatement = (bytes: Uint8Array, from: number, to: number, final: boolean): number => {
    const stop = final ? to : bytes.lastIndexOf(LF, to - 1) + 1;
    let at = from;
    while (at < stop) {
      while (at < stop && (bytes[at]! <= 0x20 || bytes[at] === SEMICOLON)) at++;
      const values = INITIALS.has(bytes[at]! | 0x20) ? statementAt(bytes, at) : 0;
      if (values > 0) return values;
      const end = bytes.indexOf(LF, at);
      at = end < 0 ? stop : end + 1;
    }
    return Math.max(from, stop);
  };

  return {
    labels: 'quoted',
    columns: true,
    frame: 'statement',
    read(bytes, from, to, final, fields) {
      let at = from;
      escapes ??= !STANDARD.test(decoder.decode(bytes.subarray(from, from + LONGEST_HEAD)));
      while (at < to) {
        if (state === 'statements') {
          const next = nextStatement(bytes, at, to, final);
          if (next === at) break;
          at = next;
          continue;
        }
        const row =
          state === 'copy' ? copyRow(bytes, at, final) : tupleAt(bytes, at, final, escapes);
        if (row === undefined) {
          state = 'statements';
          continue;
        }
        if (row.next < 0 || row.next > to) break;
        add(row.cells, fields);
        at = row.next;
      }
      return at;
    },
  };
}

function columnsOf(list: string, names: FieldNames): FieldName[] {
  return list.split(',').map((name) => names.resolve(unquoted(name)));
}

const unquoted = (name: string) => name.trim().replace(/^[`"[]|[`"\]]$/g, '');

/** A table's own name, without its schema. */
function keyOf(table: string): string {
  const [, last = table] = /\.([^.]{1,110})$/.exec(table) ?? [];
  return unquoted(last).toLowerCase();
}

const FIRST_NAME = /^(?:\[[^\]]*\]|"[^"]*"|`[^`]*`|[^\s(]*)/;

/** The columns of `CREATE TABLE t (a text, b numeric(8, 2), primary key (a))`, when it closes. */
function definedIn(head: string, from: number, names: FieldNames): FieldName[] | undefined {
  const items = [''];
  let depth = 0;
  for (const character of head.slice(from)) {
    if (character === '(') depth++;
    else if (character === ')') depth--;
    if (depth < 0) break;
    if (character === ',' && depth === 0) items.push('');
    else items[items.length - 1] += character;
  }
  if (depth >= 0) return undefined;
  return items
    .map((item) => item.replace(/--[^\n]*/g, '').trim())
    .filter((item) => item !== '' && !CONSTRAINT.test(item))
    .map((item) => names.resolve(unquoted(FIRST_NAME.exec(item)![0])));
}

interface Row {
  readonly cells: readonly Cell[];
  /** Byte after the row, or −1 when it is not complete. */
  readonly next: number;
}

/** A line of COPY's text format; `\.` ends it, `\N` is no value. */
function copyRow(bytes: Uint8Array, from: number, final: boolean): Row | undefined {
  if (bytes[from] === BACKSLASH && bytes[from + 1] === 0x2e) return undefined;
  const cells: Cell[] = [];
  const next = rowAt(bytes, from, COPY_ROW, final, cells);
  const isNull = ({ start, end }: Cell) => end - start === 2 && bytes[start] === BACKSLASH;
  return { next, cells: cells.map((cell) => (isNull(cell) ? { ...cell, end: cell.start } : cell)) };
}

/** The tuple at or after `from`, commas and blanks passed over; undefined when the list ends. */
function tupleAt(
  bytes: Uint8Array,
  from: number,
  final: boolean,
  escapes: boolean,
): Row | undefined {
  let at = from;
  while (at < bytes.length && (bytes[at]! <= 0x20 || bytes[at] === COMMA)) at++;
  if (at >= bytes.length) return final ? undefined : { cells: [], next: -1 };
  if (bytes[at] !== OPEN) return undefined;
  const cells: Cell[] = [];
  at++;
  while (at < bytes.length) {
    const cell = valueAt(bytes, at, escapes);
    cells.push(cell);
    if (bytes[cell.next] === CLOSE) return { cells, next: cell.next + 1 };
    if (bytes[cell.next] !== COMMA) break;
    at = cell.next + 1;
  }
  return final ? undefined : { cells, next: -1 };
}

/**
 * A literal, number or expression; `next` is the comma or parenthesis after it. Of a call the first
 * string is the value: `TO_DATE('…', 'YYYY-MM-DD')`, `CAST(N'…' AS Date)`.
 */
function valueAt(bytes: Uint8Array, from: number, escapes: boolean): Cell {
  let at = from;
  while (bytes[at]! <= 0x20) at++;
  const start = at;
  let quoted: Cell | undefined;
  let depth = 0;
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) {
      const end = stringEnd(bytes, at + 1, escapes || isEscaped(bytes, at));
      // E'…', N'…', _utf8'…': what stands before the quote is no part of the value.
      quoted ??= { start: at + 1, end, next: end };
      at = end;
    } else if (byte === OPEN) depth++;
    else if (depth === 0 && (byte === COMMA || byte === CLOSE)) break;
    else if (byte === CLOSE) depth--;
  }
  if (quoted) return { ...quoted, next: at };
  let end = at;
  while (end > start && bytes[end - 1]! <= 0x20) end--;
  const isNull = end - start === 4 && (bytes[start]! | 0x20) === 0x6e && bytes[start] !== 0x30;
  return { start, end: isNull ? start : end, next: at };
}

/** PostgreSQL's E'…' has escapes in any dump. */
const isEscaped = (bytes: Uint8Array, quote: number) => (bytes[quote - 1]! | 0x20) === 0x65;

/** The closing quote: doubled quotes are inside, and what a backslash escapes. */
function stringEnd(bytes: Uint8Array, from: number, escapes: boolean): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH && escapes) at++;
    else if (byte === QUOTE) {
      if (bytes[at + 1] !== QUOTE) return at;
      at++;
    }
  }
  return bytes.length;
}
