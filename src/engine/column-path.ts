import { createPlainRows } from './block-rows.ts';
import { TAKEN, type CellRecords, type Cells } from './column-cells.ts';
import type { Columns, TableScan, Verdict } from './column-verdicts.ts';
import { judgeColumns } from './columns.ts';
import { addField, createFields, type Fields, type Format, type Span } from './formats/format.ts';
import { lazy } from './gazetteer/lazy.ts';
import type { Draft } from './judge.ts';
import { asksOf, EVERYTHING, MOST_FINDINGS } from './records.ts';
import type { Rows } from './row-list.ts';
import { createScannedRows } from './scanned-rows.ts';
import { wrappedTexts } from './text/base64-text.ts';
import { textOf } from './text/cell-text.ts';
import { escapesIn } from './view.ts';

/** A block of plain rows. */
export interface PlainBlock {
  readonly end: number;
  /** How many records it has. */
  readonly records: number;
  readonly rows: Rows;
  readonly cells: Cells;
  readonly verdicts: readonly Verdict[];
  /** The cells that take the close look. */
  readonly surprises: Fields;
  /** What lies between cells and takes the close look: names, heads of statements. */
  readonly frames: readonly Span[];
  /**
   * What is to be compared within its record, for what was found in the surprises or for what the
   * record holds: settled cells as drafts, which are settled no more, and all cells of the records
   * of which everything counts.
   */
  take(found: readonly Draft[]): { readonly fields: Fields; readonly drafts: readonly Draft[] };
}

export interface ColumnPath {
  /** Undefined where the block is no block of plain rows; then nothing was noted. */
  read(bytes: Uint8Array, from: number, to: number): PlainBlock | undefined;
}

/** Bytes of rows that are read byte after byte: about as long takes compiling their scanner, and feeding it. */
const WORTH_COMPILING = 128 * 1024;

/** The short way through tables: most cells are settled by their column's test alone. */
export function createColumnPath(
  scan: TableScan & { readonly format: Format },
): ColumnPath | undefined {
  const { ruleset, options, format, table, verdicts } = scan;
  // The user's own patterns may stand anywhere, across cells too.
  if (ruleset.patterns !== undefined) return undefined;
  const plain = createPlainRows(scan);
  const scanned = lazy(() => createScannedRows(scan));
  let seen = 0;
  /** Did the last block show only cell by cell that it is none of plain rows? Where one does, more do. */
  let wasOdd = false;

  const isVerdictDue = (bytes: Uint8Array, undecided: Fields): boolean => {
    if (undecided.length === 0) return false;
    const trial = new Map(verdicts);
    judgeColumns(bytes, undecided, format, { rules: ruleset.rules, options }, trial);
    return trial.size > verdicts.size;
  };

  return {
    read(bytes, from, limit) {
      const block = (seen >= WORTH_COMPILING ? scanned() : undefined) ?? plain;
      const to = block.endOf(bytes, from, limit);
      if (to <= from || isWrapped(bytes, from, to)) return undefined;
      if (wasOdd && escapesIn(bytes, from, to).length > 0) return undefined;
      const end = block.read(bytes, from, to);
      wasOdd = end < 0;
      if (wasOdd) return undefined;
      seen += end - from;
      const { rows, cells, records, columns, judge } = block;
      // A verdict rests on the whole table, and holds for the cells of this block too.
      if (isVerdictDue(bytes, judge.undecided)) return undefined;
      const first = table.records + 1;
      const take = (found: readonly Draft[]) => {
        noteFound(records, found, first);
        return taken(bytes, { cells, records }, columns);
      };
      const { verdicts: told } = columns;
      const { surprises, frames } = judge;
      const { length } = records;
      return { end, records: length, rows, cells, verdicts: told, surprises, frames, take };
    },
  };
}

/** Is a text wrapped in base64? As behind an escape, its surroundings matter. */
const isWrapped = (bytes: Uint8Array, from: number, to: number): boolean =>
  wrappedTexts(bytes, from, to).next().done !== true;

/** @param first number of the block's first record */
function noteFound(records: CellRecords, found: readonly Draft[], first: number): void {
  for (const { record, rule, confidence } of found) {
    if (record === undefined) continue;
    records.asks[record - first]! |= asksOf(rule, confidence);
    records.found[record - first]!++;
  }
}

interface Read {
  readonly cells: Cells;
  readonly records: CellRecords;
}

function taken(bytes: Uint8Array, { cells, records }: Read, columns: Columns) {
  const fields = createFields();
  const drafts: Draft[] = [];
  for (let record = 0; record < records.length; record++) {
    const first = records.firsts[record]!;
    const after = record + 1 < records.length ? records.firsts[record + 1]! : cells.length;
    const found = records.found[record]!;
    // So many findings are compared with nothing, and only all of them tell how many they are.
    const isMany = found > 0 && found + after - first > MOST_FINDINGS;
    const asks = isMany ? EVERYTHING : records.asks[record]!;
    for (let i = first; asks !== 0 && i < after; i++) {
      const start = cells.starts[i]!;
      const end = cells.ends[i]!;
      const number = cells.records[i]!;
      if (asks === EVERYTHING) {
        addField(fields, start, end, columns.at(cells.columns[i]!).given, number);
      }
      const verdict = columns.verdicts[cells.kinds[i]!];
      if (verdict === undefined || (verdict.groups & asks) === 0) continue;
      drafts.push({ ...verdict, start, end, text: textOf(bytes, start, end), record: number });
      cells.kinds[i] = TAKEN;
    }
  }
  return { fields, drafts };
}
