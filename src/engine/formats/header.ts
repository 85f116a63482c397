import type { FieldName, FieldNames } from '../field-names.ts';
import { fold } from '../text/fold.ts';
import { rowAt, type Cell, type Dialect } from './delimited.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Columns without a name are told apart by their number. */
export function unnamed(column: number): FieldName {
  return { name: `#${String(column + 1)}`, rule: undefined, by: undefined };
}

/** A mailbox, a number of five digits or more, a date: no names of columns. */
const DATA = /@|(?:\d[-/. ()]{0,2}){5}/;
/** `col_17`, `項目3`, `f1`: words, and a number behind them. */
const NUMBERED = /^[\p{L}_][\p{L} _.-]{0,40}\d{1,3}$/u;

function textsOf(bytes: Uint8Array, cells: readonly Cell[]): string[] {
  return cells.map(({ start, end }) =>
    decoder
      .decode(bytes.subarray(start, end))
      .replace(/^\uFEFF/, '')
      .trim(),
  );
}

/** The names of a row that is a header, or none when it is data. */
export function headerOf(
  bytes: Uint8Array,
  cells: readonly Cell[],
  names: FieldNames,
): FieldName[] {
  const texts = textsOf(bytes, cells);
  if (texts.some((text) => DATA.test(fold(text)))) return [];
  const header = texts.map((text, column) => (text === '' ? unnamed(column) : names.resolve(text)));
  return header.some(isKnown) || isWordy(texts) ? header : [];
}

const isKnown = ({ rule }: FieldName) => rule !== undefined;

/** Nothing but words, or words with numbers that are all different. */
function isWordy(texts: readonly string[]): boolean {
  if (texts.some((text) => text === '')) return false;
  const folded = texts.map(fold);
  if (!folded.some((text) => /\d/.test(text))) return true;
  return (
    folded.every((text) => !/\d/.test(text) || NUMBERED.test(text)) &&
    new Set(folded).size === texts.length
  );
}

/** Is the second row the header: are its names known, and the first row's not (groups, numbers)? */
export function isBetterHeader(
  bytes: Uint8Array,
  cells: readonly Cell[],
  header: readonly FieldName[],
  names: FieldNames,
): boolean {
  if (header.some(isKnown)) return false;
  const second = headerOf(bytes, cells, names).filter(isKnown).length;
  return second >= 2 && second * 3 > cells.length;
}

/** How many rows are looked at to tell data from names. */
const ROWS = 20;

/**
 * Is a header without a known name written just like the rows under it: a list of words? The names
 * of people would be shown as those of columns.
 */
export function isLikeNextRows(
  bytes: Uint8Array,
  cells: readonly Cell[],
  header: readonly FieldName[],
  next: number,
  dialect: Dialect,
): boolean {
  if (header.length === 0 || header.some(isKnown)) return false;
  const shapes = textsOf(bytes, cells).map(shapeOf);
  const alike = shapes.map(() => 0);
  let rows = 0;
  for (let at = next; at < bytes.length && rows < ROWS;) {
    const row: Cell[] = [];
    const end = rowAt(bytes, at, dialect, true, row);
    textsOf(bytes, row).forEach((text, column) => {
      if (column < alike.length && (text === '' || shapeOf(text) === shapes[column])) {
        alike[column]!++;
      }
    });
    rows++;
    at = end;
  }
  return rows > 0 && alike.every((count) => count > rows / 2);
}

/** The scripts of a text in their order: `漢 カ`, `Aa Aa`, `9-9`. */
function shapeOf(text: string): string {
  return fold(text)
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d+/gu, '9')
    .replace(/\p{sc=Han}+/gu, '漢')
    .replace(/[\p{sc=Hiragana}\p{sc=Katakana}ー\uff70\uff9e\uff9f]+/gu, 'カ');
}

/** What the first cell of a total says. */
const TOTAL =
  /^(?:(?:総|小)?合?計|総数|件数|平均|以上|(?:grand |sub-? ?)?total|sum|average|count|end|eof)[ :：]?/i;

/** Is it a line behind the table, or between its parts: one cell where there are three, a total? */
export function isFooter(bytes: Uint8Array, cells: readonly Cell[], width: number): boolean {
  if (width < 3) return false;
  if (cells.length === 1) return true;
  const filled = cells.filter((cell) => cell.end > cell.start);
  return filled.length * 2 <= width && TOTAL.test(textsOf(bytes, filled.slice(0, 1))[0] ?? '');
}
