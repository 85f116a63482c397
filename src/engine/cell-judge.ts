import type { ColumnCandidates } from './column-candidates.ts';
import { QUIET, SURPRISE } from './column-cells.ts';
import type { Column, Columns } from './column-verdicts.ts';
import { addField, createFields, type Fields, type Span } from './formats/format.ts';

/** Judges the cells of a block of plain rows, whose candidates were taken before. */
export interface CellJudge {
  /** The cells that take the close look. */
  readonly surprises: Fields;
  /** What lies between cells and takes the close look: names, heads of statements. */
  readonly frames: Span[];
  /** Those of columns that a verdict may still come for. */
  readonly undecided: Fields;
  /** Begins a block. */
  begin(bytes: Uint8Array): void;
  /**
   * @param plain no `:` or `=` stands before the cell in its row
   * @param record its number in the table
   * @returns the index of its verdict, or QUIET or SURPRISE
   */
  judge(column: number, start: number, end: number, plain: boolean, record: number): number;
}

export function createCellJudge(columns: Columns, candidates: ColumnCandidates): CellJudge {
  const wanted = candidates.wantedBeside(undefined);
  let bytes: Uint8Array = new Uint8Array(0);
  let surprises = createFields();
  let frames: Span[] = [];
  let undecided = createFields();

  const settled = (column: Column, start: number, end: number, plain: boolean): number => {
    const said = column.test?.(bytes, start, end, plain);
    if (said === undefined) return SURPRISE;
    const kind = columns.verdictOn(column, said);
    return kind < 0 || candidates.has(column.beside) ? SURPRISE : kind;
  };

  return {
    get surprises() {
      return surprises;
    },
    get frames() {
      return frames;
    },
    get undecided() {
      return undecided;
    },
    begin(block) {
      bytes = block;
      surprises = createFields();
      frames = [];
      undecided = createFields();
    },
    judge(index, start, end, plain, record) {
      const column = columns.at(index);
      if (column.open) addField(undecided, start, end, column.given, record);
      const kind = settled(column, start, end, plain);
      if (kind !== SURPRISE) return kind;
      if (!column.typed && !candidates.has(wanted)) return QUIET;
      addField(surprises, start, end, column.given, record);
      return SURPRISE;
    },
  };
}
