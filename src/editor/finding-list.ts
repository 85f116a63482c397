import type { ReportedFinding } from '../policy/apply.ts';
import {
  COLUMN,
  END_COLUMN,
  END_LINE,
  findingAt,
  KIND,
  LINE,
  numberAt,
  rowsOf,
  WIDTH,
  type FindingRows,
} from '../wire/finding-rows.ts';
import { Glossary } from '../wire/glossary.ts';
import type { ToldFindings } from '../wire/telling.ts';
import { tallyAfter, type ColumnTally, type RowSpan } from './column-tally.ts';
import { bitOf, createFold, type Folded } from './folding.ts';
import { NO_SHIFT, type Shift } from './text-edit.ts';

/**
 * Findings that stand next to each other, never none, as they stood before edits moved them. All of
 * them were moved alike.
 */
interface Chunk extends RowSpan {
  /** A bit for each column that it may have findings of; some columns share one. */
  readonly columns: number;
}

/** How far each chunk was moved, as columns of numbers: hundreds are moved by a key. */
interface Shifts {
  readonly lines: Int32Array;
  readonly units: Int32Array;
}

/** Where a finding stands in the list: its chunk and its row in there; behind the last, none. */
interface Place {
  readonly chunk: number;
  readonly row: number;
}

/** Line ends that a finding goes over, at most. */
export const LONGEST_LINES = 8;

/**
 * The findings of a document in order of their start. A list never changes. One in which a line was
 * changed shares the rows of all others with the one before, and findings become objects only where
 * they are asked for: a dump has hundreds of thousands.
 */
export class FindingList {
  static readonly EMPTY = FindingList.of([]);
  readonly length: number;
  readonly #glossary: Glossary;
  readonly #chunks: readonly Chunk[];
  readonly #shifts: Shifts;
  readonly #tally: ColumnTally;

  private constructor(
    glossary: Glossary,
    chunks: readonly Chunk[],
    shifts: Shifts,
    tally: ColumnTally,
  ) {
    this.#glossary = glossary;
    this.#chunks = chunks;
    this.#shifts = shifts;
    this.#tally = tally;
    this.length = tally.all.reduce((sum, count) => sum + count, 0);
  }

  /** @param findings in order of their start */
  static of(findings: readonly ReportedFinding[]): FindingList {
    const glossary = new Glossary();
    const none = { lines: new Int32Array(0), units: new Int32Array(0) };
    const empty = new FindingList(glossary, [], none, tallyAfter(undefined, [], [], glossary));
    return empty.withLines(1, 1, findings);
  }

  /** All of them: as many objects. */
  all(): readonly ReportedFinding[] {
    return this.inLines(-Infinity, Infinity);
  }

  /** The first that begins behind a place, line and column from 1; after the last comes the first. */
  next(line: number, column: number): ReportedFinding | undefined {
    const { chunk, row } = this.#placeOf(line, column + 1);
    return chunk < this.#chunks.length
      ? this.#findingAt(chunk, row)
      : this.#findingAt(0, this.#chunks[0]?.from);
  }

  /** The last that begins before a place; before the first comes the last. */
  previous(line: number, column: number): ReportedFinding | undefined {
    const { chunk, row } = this.#placeOf(line, column);
    if (row > (this.#chunks[chunk]?.from ?? 0)) return this.#findingAt(chunk, row - 1);
    const before = chunk === 0 ? this.#chunks.length - 1 : chunk - 1;
    return this.#findingAt(before, (this.#chunks[before]?.to ?? 0) - 1);
  }

  /** Those that begin in lines, the last included, from 1. */
  inLines(first: number, last: number): ReportedFinding[] {
    const found: ReportedFinding[] = [];
    this.#eachIn(first, last, ({ rows, from, to }, chunk) => {
      const by = this.#shiftOf(chunk);
      for (let row = from; row < to; row++) found.push(findingAt(rows, row, this.#glossary, by));
    });
    return found;
  }

  /** Those that may touch lines: findings go over line ends too, but not over many. */
  near(first: number, last: number): ReportedFinding[] {
    return this.inLines(first - LONGEST_LINES, last);
  }

  /** Does one that begins on a line before go beyond a place, its line and column from 1? */
  reachBeyond(line: number, column: number): boolean {
    let reach = false;
    this.#eachIn(line - LONGEST_LINES, line - 1, ({ rows, from, to }, chunk) => {
      const own = line - this.#shifts.lines[chunk]!;
      for (let row = from; row < to; row++) {
        const end = numberAt(rows, row, END_LINE);
        reach ||= end > own || (end === own && numberAt(rows, row, END_COLUMN) > column);
      }
    });
    return reach;
  }

  /**
   * The list in which the findings that begin in lines, the last included, are others, and those
   * behind are moved.
   */
  withLines(
    first: number,
    last: number,
    others: readonly ReportedFinding[],
    by: Shift = NO_SHIFT,
  ): FindingList {
    return this.#spliced(first, last, rowsOf(others, this.#glossary), by);
  }

  /** The list with findings behind the others that a worker tells of the same source. */
  withMore({ rows, kinds, shapes }: ToldFindings): FindingList {
    this.#glossary.add(kinds, shapes);
    return this.#spliced(Infinity, Infinity, rows, NO_SHIFT);
  }

  /** How many there are of a rule, and how many of them in the records' fields of a name. */
  countOf(
    rule: string,
    field: string | undefined,
  ): { readonly kind: number; readonly column: number } {
    let kind = 0;
    let column = 0;
    this.#glossary.columns.forEach((each, index) => {
      if (each.rule !== rule) return;
      kind += this.#tally.all[index] ?? 0;
      if (each.field === field) column = this.#tally.inRecords[index] ?? 0;
    });
    return { kind, column };
  }

  /** What the Problems panel shows of them. */
  folded(): Folded<ReportedFinding>[] {
    const columns = this.#glossary.columns.map(({ rule }, index) => {
      return { rule, count: this.#tally.all[index] ?? 0 };
    });
    const fold = createFold(columns);
    const folded: Folded<ReportedFinding>[] = [];
    for (const [index, { rows, from, to, columns }] of this.#chunks.entries()) {
      if (fold.wanted() === 0) break;
      if ((fold.wanted() & columns) === 0) continue;
      for (let row = from; row < to; row++) {
        const count = fold.take(this.#glossary.columnOf(numberAt(rows, row, KIND)));
        if (count === 0) continue;
        const finding = findingAt(rows, row, this.#glossary, this.#shiftOf(index));
        folded.push({ finding, count });
      }
    }
    return folded;
  }

  #spliced(first: number, last: number, rows: FindingRows, by: Shift): FindingList {
    const from = this.#placeOf(first);
    const to = this.#placeOf(last + 1);
    const gone: RowSpan[] = [];
    this.#eachIn(first, last, (span) => gone.push(span));
    const added = chunkOf(rows, this.#glossary);
    // An edit in a chunk cuts it in two.
    const before = cut(this.#chunks[from.chunk], { to: from.row });
    const behind = cut(this.#chunks[to.chunk], { from: to.row });
    const shiftsWith = (shifts: Int32Array, more: number) => {
      const cutBefore = shifts.subarray(from.chunk, from.chunk + before.length);
      const parts = [shifts.subarray(0, from.chunk), cutBefore, new Int32Array(added.length)];
      return joined(parts, shifts.subarray(to.chunk), more);
    };
    return new FindingList(
      this.#glossary,
      [
        ...this.#chunks.slice(0, from.chunk),
        ...before,
        ...added,
        ...behind,
        ...this.#chunks.slice(to.chunk + 1),
      ],
      {
        lines: shiftsWith(this.#shifts.lines, by.lines),
        units: shiftsWith(this.#shifts.units, by.units),
      },
      tallyAfter(this.#tally, gone, added, this.#glossary),
    );
  }

  #findingAt(chunk: number, row: number | undefined): ReportedFinding | undefined {
    const rows = this.#chunks[chunk]?.rows;
    if (rows === undefined || row === undefined) return undefined;
    return findingAt(rows, row, this.#glossary, this.#shiftOf(chunk));
  }

  #shiftOf(chunk: number): Shift {
    return { lines: this.#shifts.lines[chunk]!, units: this.#shifts.units[chunk]! };
  }

  /** Calls it with what stands in lines, chunk by chunk. */
  #eachIn(first: number, last: number, call: (span: RowSpan, chunk: number) => void): void {
    const begin = this.#placeOf(first);
    const end = this.#placeOf(last + 1);
    for (let index = begin.chunk; index <= end.chunk; index++) {
      const chunk = this.#chunks[index];
      if (chunk === undefined) return;
      const from = index === begin.chunk ? begin.row : chunk.from;
      const to = index === end.chunk ? end.row : chunk.to;
      if (from < to) call({ rows: chunk.rows, from, to }, index);
    }
  }

  /** The first finding that begins at a place or behind it. */
  #placeOf(line: number, column = 1): Place {
    const isBefore = (index: number, row: number) => {
      const { rows } = this.#chunks[index]!;
      const begin = numberAt(rows, row, LINE) + this.#shifts.lines[index]!;
      return begin < line || (begin === line && numberAt(rows, row, COLUMN) < column);
    };
    const chunk = firstIndex(0, this.#chunks.length, (index) => {
      return !isBefore(index, this.#chunks[index]!.to - 1);
    });
    if (chunk === this.#chunks.length) return { chunk, row: 0 };
    const { from, to } = this.#chunks[chunk]!;
    return { chunk, row: firstIndex(from, to, (row) => !isBefore(chunk, row)) };
  }
}

/** A chunk of all rows; none where there are none. */
function chunkOf(rows: FindingRows, glossary: Glossary): Chunk[] {
  const to = rows.length / WIDTH;
  if (to === 0) return [];
  let columns = 0;
  for (let row = 0; row < to; row++) {
    columns |= bitOf(glossary.columnOf(numberAt(rows, row, KIND)));
  }
  return [{ rows, from: 0, to, columns }];
}

/** A chunk without its first rows or its last; none where nothing is left of it. */
function cut(chunk: Chunk | undefined, span: { from?: number; to?: number }): Chunk[] {
  if (chunk === undefined) return [];
  const part = { ...chunk, ...span };
  return part.from < part.to ? [part] : [];
}

/** The parts as one, more added to the numbers of the last. */
function joined(parts: readonly Int32Array[], last: Int32Array, more: number): Int32Array {
  const length = parts.reduce((sum, part) => sum + part.length, last.length);
  const result = new Int32Array(length);
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  result.set(last, at);
  if (more !== 0) for (let i = at; i < length; i++) result[i]! += more;
  return result;
}

/** The first index for which something holds that holds for all behind it; the end if none. */
function firstIndex(begin: number, end: number, holds: (index: number) => boolean): number {
  let low = begin;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
