import type { FieldName, FieldNames } from '../field-names.ts';
import { createKeyColumns } from '../key-columns.ts';
import { createObjectReader, endOfObjects } from '../object-rows.ts';
import { characterStart } from '../text/utf8.ts';
import { readText } from '../view.ts';
import { addField, type Fields, type Format, type Table } from './format.ts';

/** An open object or array. Fields of objects inside an object belong to the outer one's record. */
interface Level {
  readonly array: boolean;
  readonly record: number;
  /** The last key of an object; arrays hand down the key that they stand under. */
  key: FieldName | undefined;
}

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const STAR = 0x2a;
const LF = 0x0a;
const COLON = 0x3a;
/** Bytes that stand between tokens: blanks, line ends, comma, colon. */
const isGap = (byte: number) => byte <= 0x20 || byte === 0x2c || byte === COLON;
const isOpening = (byte: number) => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number) => byte === 0x7d || byte === 0x5d;
const isQuote = (byte: number) => byte === QUOTE || byte === APOSTROPHE;

/** What else to do with a value. Returns whether it was no field. */
export type OnValue = (
  key: FieldName,
  bytes: Uint8Array,
  start: number,
  end: number,
  fields: Fields,
) => boolean;

/**
 * JSON (RFC 8259), JSON Lines, JSON with comments, JSON5: keys name the values; an object in an
 * array or on its own is a record. Read leniently, so that broken JSON still gives what it has.
 */
export function json(names: FieldNames): Format {
  const { format, outside } = createReader(names, () => false);
  const columns = createKeyColumns(names);
  const table: Table = {
    createReader: () => createObjectReader(columns, outside.is),
    get records() {
      return outside.records();
    },
    get isBetween() {
      return outside.is();
    },
    width: 0,
    nameOf: (column) => columns.names[column]!,
    namesOf: (known) => Array.from(known, (name) => names.resolve(name)),
    isFooter: () => false,
    skip: outside.skip,
  };
  return {
    ...format,
    table,
    read(bytes, from, to, final, fields) {
      // Where objects end lines, stretches end with them: rows are read from there on.
      const end = final ? from : endOfObjects(bytes, from, to);
      return format.read(bytes, from, end > from ? end : to, final, fields);
    },
  };
}

export const readJson = (names: FieldNames, onValue: OnValue): Format =>
  createReader(names, onValue).format;

/** What others who read objects must know of a reader, and tell it. */
interface Outside {
  /** Is no object open, and no string? */
  is(): boolean;
  records(): number;
  skip(records: number): void;
}

function createReader(names: FieldNames, onValue: OnValue): { format: Format; outside: Outside } {
  const levels: Level[] = [];
  let records = 0;
  /** Quote of the string that the last stretch ended in, or 0. So long a string is no field. */
  let unclosed = 0;

  const open = (array: boolean): void => {
    const outer = levels.at(-1);
    const nested = outer !== undefined && !outer.array;
    const record = array ? (outer?.record ?? 0) : nested ? outer.record : ++records;
    levels.push({ array, record, key: array ? outer?.key : undefined });
  };

  const close = (): void => {
    levels.pop();
    const outer = levels.at(-1);
    if (outer && !outer.array) outer.key = undefined;
  };

  /** A key when a colon comes next, else the value of the last key. */
  const token = (bytes: Uint8Array, { start, end, next }: Token, fields: Fields): void => {
    const level = levels.at(-1);
    if (level === undefined) return;
    if (!level.array && isColonNext(bytes, next)) {
      level.key = names.resolve(readText(bytes, start, end));
      return;
    }
    if (level.key && end > start && !onValue(level.key, bytes, start, end, fields)) {
      addField(fields, start, end, level.key, level.record);
    }
    if (!level.array) level.key = undefined;
  };

  const outside: Outside = {
    is: () => unclosed === 0 && levels.at(-1)?.array !== false,
    records: () => records,
    skip(count) {
      records += count;
    },
  };
  const format: Format = {
    labels: 'none',
    columns: false,
    frame: 'outline',
    read(bytes, from, to, final, fields) {
      let at = from;
      if (unclosed > 0) {
        at = stringEnd(bytes, from, to, unclosed);
        if (at >= to) return final ? to : cutString(bytes, at, to);
        unclosed = 0;
        at++;
      }
      while (at < to) {
        const byte = bytes[at]!;
        if (isGap(byte)) at++;
        else if (isOpening(byte)) open(bytes[at++] === 0x5b);
        else if (isClosing(byte)) {
          close();
          at++;
        } else if (byte === SLASH && at + 1 < to) at = commentEnd(bytes, at, to);
        else {
          const found = isQuote(byte) ? stringAt(bytes, at, to) : wordAt(bytes, at, to);
          if (found.next > to && !final) {
            // The next stretch begins with it, unless it is longer than a stretch.
            if (at > from || !isQuote(byte)) return at;
            unclosed = byte;
            return cutString(bytes, stringEnd(bytes, at + 1, to, byte), to);
          }
          token(bytes, found, fields);
          at = found.next;
        }
      }
      return Math.min(at, to);
    },
  };
  return { format, outside };
}

/** A string without its quotes, a number, a literal, a bare name. */
interface Token {
  readonly start: number;
  readonly end: number;
  /** The byte after it; after the stretch when it may go on there. */
  readonly next: number;
}

function stringAt(bytes: Uint8Array, at: number, to: number): Token {
  const end = stringEnd(bytes, at + 1, to, bytes[at]!);
  if (end >= to) return { start: at + 1, end: Math.min(end, to), next: to + 1 };
  return { start: at + 1, end, next: bytes[end] === LF ? end : end + 1 };
}

/** The closing quote, or the line end that breaks the string; else `to`, or one more after a backslash. */
function stringEnd(bytes: Uint8Array, from: number, to: number, quote: number): number {
  let at = from;
  for (; at < to; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at++;
    else if (byte === quote || byte === LF) break;
  }
  return at;
}

/** Where a stretch may end inside a string: not within a character or after a backslash. */
function cutString(bytes: Uint8Array, stop: number, to: number): number {
  return stop > to ? to - 1 : characterStart(bytes, to, to - 3);
}

function wordAt(bytes: Uint8Array, start: number, to: number): Token {
  let end = start + 1;
  while (end < to) {
    const byte = bytes[end]!;
    if (isGap(byte) || isOpening(byte) || isClosing(byte) || byte === QUOTE) break;
    end++;
  }
  return { start, end, next: end < to ? end : to + 1 };
}

/** Byte after a comment of either kind, at most `to`; of a slash that begins none, the byte after it. */
function commentEnd(bytes: Uint8Array, at: number, to: number): number {
  const second = bytes[at + 1];
  if (second !== SLASH && second !== STAR) return at + 1;
  for (let end = at + 2; end < to; end++) {
    if (second === SLASH && bytes[end] === LF) return end;
    if (second === STAR && bytes[end] === STAR && bytes[end + 1] === SLASH) return end + 2;
  }
  return to;
}

/** Does a colon follow, after blanks? */
function isColonNext(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (at < bytes.length && bytes[at]! <= 0x20) at++;
  return bytes[at] === COLON;
}
