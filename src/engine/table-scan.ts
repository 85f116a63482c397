import type { IsAuthorship } from './authorship.ts';
import type { Block } from './block.ts';
import { createColumnPath, type PlainBlock } from './column-path.ts';
import type { DirectiveSource } from './directive-place.ts';
import type { FieldName } from './field-names.ts';
import type { Position } from './finding.ts';
import type { Format, Table } from './formats/format.ts';
import type { Draft } from './judge.ts';
import type { ScanOptions } from './options.ts';
import { resolveOverlaps } from './overlap.ts';
import { placeSettled, type Enough } from './placing.ts';
import { corroborateRecords } from './records.ts';
import type { Ruleset } from './ruleset.ts';
import { judgeFields } from './stretch.ts';

/** What is known of a source once its table is open. */
export interface OpenTable {
  readonly ruleset: Ruleset;
  readonly options: ScanOptions;
  readonly format: Format;
  readonly table: Table;
  readonly verdicts: ReadonlyMap<FieldName, FieldName>;
  readonly kinds: ReadonlySet<string>;
  readonly isAuthorship: IsAuthorship;
  readonly directives: DirectiveSource;
}

/** Rows that wait to be judged: `bytes[from, to)` of a buffer that begins at `base`. */
export interface RowsTurn {
  readonly bytes: Uint8Array;
  readonly base: number;
  readonly from: number;
  readonly to: number;
}

/** Where rows stand in their source. */
export interface RowsPlace {
  /** Of the first row's first byte. */
  readonly position: Position;
  /**
   * How far the numbers of records are moved.
   *
   * @param record the last in which something was found; 0 where there is none
   */
  shift(record: number): number;
}

/** What was found in rows, and how far they go. */
export interface JudgedRows extends Omit<Block, 'bytes' | 'start'> {
  /** Bytes. */
  readonly length: number;
  /** How many records they are. */
  readonly records: number;
  /** The last record in which something was found, as the table counts; 0 where there is none. */
  readonly lastFound: number;
  /** Behind the rows. */
  readonly reached: Position;
}

export interface TableScan {
  /** Undefined where the rows are not plain; then nothing was noted. */
  judge(turn: RowsTurn, place: RowsPlace, enough: Enough): JudgedRows | undefined;
}

/** The short way through a table, or undefined where there is none. */
export function createTableScan(open: OpenTable): TableScan | undefined {
  const { ruleset, options, format, verdicts, kinds, isAuthorship, directives } = open;
  const path = createColumnPath(open);
  if (path === undefined) return undefined;
  const draftsOf = (plain: PlainBlock, found: readonly Draft[], bytes: Uint8Array) => {
    const taken = plain.take(found);
    const all = [...found, ...taken.drafts].sort((a, b) => a.start - b.start || b.end - a.end);
    return corroborateRecords(all, bytes, taken.fields, ruleset.rules);
  };
  return {
    judge({ bytes, base, from, to }, { position, shift }, enough) {
      const plain = path.read(bytes, from, to);
      if (plain === undefined) return undefined;
      const { end, surprises, frames, records } = plain;
      const around = { bytes, from, to: end, fields: surprises, labels: format.labels };
      const stretch = { ...around, verdicts, kinds, isAuthorship };
      const judged = judgeFields(stretch, frames, ruleset, options);
      if (judged === undefined) return undefined;
      const drafts = draftsOf(plain, resolveOverlaps(judged.drafts, ruleset.order), bytes);
      const lastFound = lastFoundOf(plain, drafts);
      const by = shift(lastFound);
      const moved = by === 0 ? drafts : drafts.map((draft) => movedDraft(draft, by));
      const at = { bytes, base, position, shift: by, directives };
      const placed = placeSettled({ ...judged, drafts: moved }, plain, at, enough);
      return { length: end - from, records, lastFound, ...placed };
    },
  };
}

const movedDraft = (draft: Draft, shift: number): Draft =>
  draft.record === undefined ? draft : { ...draft, record: draft.record + shift };

/** Records in which nothing was found have no number. */
function lastFoundOf({ cells }: PlainBlock, drafts: readonly Draft[]): number {
  let last = cells.length - 1;
  while (last >= 0 && cells.kinds[last]! < 0) last--;
  return Math.max(last < 0 ? 0 : cells.records[last]!, drafts.at(-1)?.record ?? 0);
}
