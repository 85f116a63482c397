import type { FieldName, FieldNames } from '../field-names.ts';
import { addField, type Fields, type Format } from './format.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** An open object or array. Fields of objects inside an object belong to the outer one's record. */
interface Level {
  readonly array: boolean;
  readonly record: number;
  /** The last key of an object; arrays hand down the key that they stand under. */
  key: FieldName | undefined;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Bytes that may follow a value or stand for nothing: blanks, line ends, comma. */
const isGap = (byte: number) => byte <= 0x20 || byte === 0x2c;

/**
 * JSON, JSON Lines, JSON with comments: keys name the values; an object in an array or on its own
 * is a record. Read leniently, so that broken JSON still gives what it has.
 */
export function json(names: FieldNames): Format {
  const levels: Level[] = [];
  let records = 0;

  const open = (array: boolean): void => {
    const outer = levels.at(-1);
    const nested = outer !== undefined && !outer.array;
    const record = array ? (outer?.record ?? 0) : nested ? outer.record : ++records;
    levels.push({ array, record, key: array ? outer?.key : undefined });
  };

  const value = (fields: Fields, start: number, end: number): void => {
    const level = levels.at(-1);
    if (level?.key && end > start) addField(fields, start, end, level.key, level.record);
    if (level && !level.array) level.key = undefined;
  };

  const string = (bytes: Uint8Array, start: number, end: number, fields: Fields): void => {
    const level = levels.at(-1);
    if (level && !level.array && isKey(bytes, end + 1)) {
      level.key = names.resolve(decoder.decode(bytes.subarray(start, end)));
    } else {
      value(fields, start, end);
    }
  };

  return {
    labels: 'none',
    columns: false,
    read(bytes, from, to, final, fields) {
      let at = from;
      while (at < to) {
        const byte = bytes[at]!;
        if (isGap(byte) || byte === 0x3a) {
          at++;
        } else if (byte === 0x7b || byte === 0x5b) {
          open(byte === 0x5b);
          at++;
        } else if (byte === 0x7d || byte === 0x5d) {
          levels.pop();
          const outer = levels.at(-1);
          if (outer && !outer.array) outer.key = undefined;
          at++;
        } else if (byte === QUOTE) {
          const end = stringEnd(bytes, at + 1, to);
          if (end < 0 && !final) return at;
          string(bytes, at + 1, end < 0 ? to : end, fields);
          at = end < 0 ? to : end + 1;
        } else {
          const end = wordEnd(bytes, at, to);
          if (end === to && !final) return at;
          value(fields, at, end);
          at = end;
        }
      }
      return at;
    },
  };
}

function stringEnd(bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    if (byte === BACKSLASH) i++;
    else if (byte === QUOTE) return i;
  }
  return -1;
}

/** Does a colon follow, after blanks? */
function isKey(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (at < bytes.length && bytes[at]! <= 0x20) at++;
  return bytes[at] === 0x3a;
}

/** End of a number, a literal, or of whatever else stands there. At least one byte. */
function wordEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from + 1;
  while (at < to) {
    const byte = bytes[at]!;
    if (isGap(byte) || byte === 0x7d || byte === 0x5d || byte === 0x3a || byte === QUOTE) break;
    at++;
  }
  return at;
}
