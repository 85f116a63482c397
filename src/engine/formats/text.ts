import type { FieldName, FieldNames } from '../field-names.ts';
import { addField, type Fields, type Format, type Labels } from './format.ts';
import { createAligned } from './aligned.ts';
import { createRuled } from './ruled.ts';
import { createUnderlined } from './underlined.ts';

const LF = 0x0a;
const CR = 0x0d;

/** Reads the fields of lines, one after the other. */
export interface LineReader {
  /** @returns does the line belong to what this reader knows? */
  line(bytes: Uint8Array, start: number, end: number, fields: Fields): boolean;
  /** A line that belongs to somebody else: what was begun is over. */
  end(): void;
}

/** Longest line of a table. */
const LONGEST_LINE = 16 * 1024;

/** Tables drawn with characters, in a text: of Markdown, of databases' shells, in columns. */
export function createTables(names: FieldNames): LineReader {
  let record = 0;
  const row = (fields: Fields, cells: readonly (readonly [number, number, FieldName])[]): void => {
    record++;
    for (const [start, end, name] of cells)
      if (end > start) addField(fields, start, end, name, record);
  };
  const ruled = createRuled(names, row);
  const underlined = createUnderlined(names, row);
  const aligned = createAligned(names, row);
  return {
    line(bytes, start, end, fields) {
      if (end - start > LONGEST_LINE) return false;
      if (underlined.line(bytes, start, end, fields)) {
        ruled.end();
        aligned.end();
        return true;
      }
      if (ruled.line(bytes, start, end, fields)) {
        underlined.end();
        aligned.end();
        return true;
      }
      return aligned.line(bytes, start, end, fields);
    },
    end() {
      underlined.end();
      ruled.end();
      aligned.end();
    },
  };
}

/** Any text: tables where there are some, names beside values everywhere else. */
export function text(labels: Labels): (names: FieldNames) => Format {
  return (names) => {
    const tables = createTables(names);
    return {
      labels,
      columns: true,
      frame: 'paragraph',
      read(bytes, from, to, final, fields) {
        let at = from;
        while (at < to) {
          const found = bytes.indexOf(LF, at);
          const end = found < 0 || found >= to ? to : found;
          if (end === to && !final) return at;
          tables.line(bytes, at, bytes[end - 1] === CR ? end - 1 : end, fields);
          at = end + 1;
        }
        return Math.min(at, to);
      },
    };
  };
}
