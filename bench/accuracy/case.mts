import type { Confidence } from '../../src/engine/index.ts';

/** Where a value stands in a case's text (UTF-16, end exclusive) and which rules may tell it. */
export interface Truth {
  readonly start: number;
  readonly end: number;
  readonly rules: readonly string[];
  /** A piece of a value, or one that says little alone: right when found, no miss when not. */
  readonly weak?: boolean;
}

/** What a scanner says of a text. Peers without confidence say `certain`. */
export interface Hit {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
}

/** A text with what is in it. */
export interface Case {
  /** Upstream's id, or the row's number in its list. */
  readonly id: string;
  readonly text: string;
  readonly truth: readonly Truth[];
  /** Path given to the scanner; its ending chooses the format. */
  readonly path?: string;
  /** ISO 3166 regions of the policy; JP when absent. */
  readonly regions?: readonly string[];
  /** Rules whose findings are judged; those of the list when absent. */
  readonly rules?: readonly string[];
  /** Lowest confidence at which the list asserts the truth's exact spans. */
  readonly foundAt?: Confidence;
  /** Lowest confidence from which the list asserts silence. */
  readonly silentAt?: Confidence;
}

/** One line of a JSONL list. */
export type Row = Readonly<Record<string, unknown>>;

/** Reads the rows of a list by its path in the corpora. */
export type ReadRows = (file: string) => readonly Row[];

/** A list of the corpora and the recorded way of turning it into texts and truth. */
export interface List {
  readonly id: string;
  /** Path in the corpora. */
  readonly file: string;
  /** The way, in words, for the report. */
  readonly how: string;
  /** Rules whose findings are judged; `all` where the truth names everything in the text. */
  readonly rules: readonly string[] | 'all';
  /** `report`: false alarms are counted with nobody's values shown, too. */
  readonly alarms?: 'report';
  /** Left out of the calibration: what is found there may be right (a valid address in a broken one). */
  readonly loose?: boolean;
  cases(read: ReadRows): Iterable<Case>;
}

/** A text field of a row; empty when it is absent. */
export function textOf(row: Row, key: string): string {
  const value = row[key];
  return typeof value === 'string' ? value : '';
}

/** The row's id, or its number in the list. */
export function idOf(row: Row, index: number): string {
  return textOf(row, 'id') || `row ${index + 1}`;
}
