import type { FieldName, FieldNames } from '../field-names.ts';
import type { RowReader } from '../rows.ts';

/** Fields of a stretch of the source in order of their start, as columns of numbers. */
export interface Fields {
  length: number;
  /** First byte of each value in the buffer, quotes excluded. */
  readonly starts: number[];
  readonly ends: number[];
  /** Record of each field, from 1. */
  readonly records: number[];
  readonly names: FieldName[];
}

export function createFields(): Fields {
  return { length: 0, starts: [], ends: [], records: [], names: [] };
}

export function addField(
  fields: Fields,
  start: number,
  end: number,
  name: FieldName,
  record: number,
): void {
  const at = fields.length++;
  fields.starts[at] = start;
  fields.ends[at] = end;
  fields.names[at] = name;
  fields.records[at] = record;
}

/** Do the names of a format's fields stand beside the values, or does the format name them itself? */
export type Labels = 'none' | 'quoted' | 'any';

/**
 * What a line's fields cannot be read without: nothing else, the first lines of the source (a
 * header), the lines that it is indented under (of markup: where it is in no table), the first
 * lines of its paragraph (a table in a text), the head of its statement, or the whole source.
 */
export type Frame = 'none' | 'head' | 'outline' | 'markup' | 'paragraph' | 'statement' | 'whole';

/** Reads a source's fields, stretch after stretch. */
export interface Format {
  /**
   * Adds the fields of `bytes[from, to)`.
   *
   * @param final nothing comes after `to`
   * @returns where the last complete record ends: at most `to`, `from` when none is complete
   */
  read(bytes: Uint8Array, from: number, to: number, final: boolean, fields: Fields): number;
  /** How assignments (`tel = "…"`) are read besides. */
  readonly labels: Labels;
  /** Are the fields columns of a table, which their values may name? */
  readonly columns: boolean;
  /** `none` where nothing is said. */
  readonly frame?: Frame;
  /** Set once the first rows were read, where it is such a table. */
  readonly table?: Table | undefined;
}

/** Bytes of a cell, quotes excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A table whose rows may be read without its format: cells plain or in `"`, as in RFC 4180, or
 * objects with the same keys.
 */
export interface Table {
  /** Reads its rows where they are plain. */
  createReader(): RowReader;
  /** What stands between its cells; undefined where they have names. */
  readonly delimiter?: number;
  /** Records that were read up to now. */
  readonly records: number;
  /** Does the format stand between two records? */
  readonly isBetween: boolean;
  /** Columns of the header; 0 where there is none, and a column is whatever has the same name. */
  readonly width: number;
  /** @param column from 0; to be asked after the first row was read */
  nameOf(column: number): FieldName;
  /** The names of its columns, of those that it may have these. */
  namesOf(names: Iterable<string>): readonly FieldName[];
  /** @param cells of a row: those that hold something */
  isFooter(bytes: Uint8Array, cells: readonly Span[], count: number): boolean;
  /** Notes records that were read without the format. */
  skip(records: number): void;
}

export type FormatFactory = (names: FieldNames) => Format;
