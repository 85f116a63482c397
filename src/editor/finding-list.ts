import type { ReportedFinding } from '../policy/apply.ts';
import { foldChunks, tallyOf, tallySum, type Folded, type Tally } from './folding.ts';
import { movedStretch, NO_SHIFT, type Shift } from './text-edit.ts';

/** Findings that stand next to each other, moved as a whole by edits before them; never none. */
interface Chunk {
  /** Where they stood before they were moved. */
  readonly findings: readonly ReportedFinding[];
  /** Line of the last of them, as it was: kept here, since a dump's findings lie far apart in memory. */
  readonly lastLine: number;
  readonly tally: Tally;
}

/** How far each chunk was moved, as columns of numbers: thousands are moved by a key. */
interface Shifts {
  readonly lines: Int32Array;
  readonly units: Int32Array;
}

/** Enough to make chunks few, and few enough to make one anew for a key that was struck. */
const CHUNK = 64;

/** Line ends that a finding goes over, at most. */
export const LONGEST_LINES = 8;

/** Milliseconds that a long list may take of the thread at once. */
const SLICE = 4;

/**
 * The findings of a document in order of their start. A list never changes. One in which a line was
 * changed shares all others with the one before: a dump has hundreds of thousands of findings, and
 * a key may not make as many objects.
 */
export class FindingList {
  static readonly EMPTY = FindingList.of([]);
  readonly length: number;
  readonly #chunks: readonly Chunk[];
  readonly #shifts: Shifts;
  readonly #tally: Tally;

  private constructor(chunks: readonly Chunk[], shifts: Shifts, tally: Tally) {
    this.#chunks = chunks;
    this.#shifts = shifts;
    this.#tally = tally;
    this.length = [...tally.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** @param findings in order of their start */
  static of(findings: readonly ReportedFinding[]): FindingList {
    const chunks = [...chunksOf(findings)];
    return new FindingList(chunks, noShifts(chunks.length), tallySum(tallies(chunks)));
  }

  /** As `of`, without keeping others on the thread waiting. */
  static async ofMany(findings: readonly ReportedFinding[]): Promise<FindingList> {
    const chunks: Chunk[] = [];
    let tally: Tally = new Map();
    let counted = 0;
    let last = performance.now();
    for (const chunk of chunksOf(findings)) {
      chunks.push(chunk);
      if (performance.now() - last < SLICE) continue;
      tally = tallySum([tally, ...tallies(chunks.slice(counted))]);
      counted = chunks.length;
      await new Promise((resolve) => setTimeout(resolve, 0));
      last = performance.now();
    }
    tally = tallySum([tally, ...tallies(chunks.slice(counted))]);
    return new FindingList(chunks, noShifts(chunks.length), tally);
  }

  /** All of them: as many objects where they were moved. */
  all(): readonly ReportedFinding[] {
    return this.#chunks.flatMap((_, index) => this.#placed(index));
  }

  /** Those that begin in lines, the last included, from 1. */
  inLines(first: number, last: number): ReportedFinding[] {
    const found: ReportedFinding[] = [];
    const end = Math.min(this.#chunkFrom(last + 1), this.#chunks.length - 1);
    for (let index = this.#chunkFrom(first); index <= end; index++) {
      found.push(
        ...this.#placed(index, this.#indexIn(index, first), this.#indexIn(index, last + 1)),
      );
    }
    return found;
  }

  /** Those that may touch lines: findings go over line ends too, but not over many. */
  near(first: number, last: number): ReportedFinding[] {
    return this.inLines(first - LONGEST_LINES, last);
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
    const from = this.#chunkFrom(first);
    const to = Math.min(this.#chunkFrom(last + 1) + 1, this.#chunks.length);
    const kept: ReportedFinding[] = [];
    const moved: ReportedFinding[] = [];
    for (let index = from; index < to; index++) {
      kept.push(...this.#placed(index, 0, this.#indexIn(index, first)));
      moved.push(
        ...this.#placed(index, this.#indexIn(index, last + 1)).map((each) => movedBy(each, by)),
      );
    }
    const chunks = [...chunksOf([...kept, ...others, ...moved])];
    return new FindingList(
      [...this.#chunks.slice(0, from), ...chunks, ...this.#chunks.slice(to)],
      {
        lines: spliced(this.#shifts.lines, from, to, chunks.length, by.lines),
        units: spliced(this.#shifts.units, from, to, chunks.length, by.units),
      },
      tallySum([this.#tally, ...tallies(chunks)], tallies(this.#chunks.slice(from, to))),
    );
  }

  /** How many there are of a rule, and how many of them in the records' fields of a name. */
  countOf(
    rule: string,
    field: string | undefined,
  ): { readonly kind: number; readonly column: number } {
    const ofRule = [...this.#tally.values()].filter((each) => each.rule === rule);
    return {
      kind: ofRule.reduce((sum, { count }) => sum + count, 0),
      column: ofRule.find((each) => each.field === field)?.inRecords ?? 0,
    };
  }

  /** What the Problems panel shows of them. */
  folded(): Folded<ReportedFinding>[] {
    const placed = (finding: ReportedFinding, index: number) =>
      movedBy(finding, this.#shiftOf(index));
    return foldChunks(this.#chunks, this.#tally, placed);
  }

  #shiftOf(index: number): Shift {
    return { lines: this.#shifts.lines[index]!, units: this.#shifts.units[index]! };
  }

  /** Findings of a chunk where they stand now. */
  #placed(index: number, from = 0, to?: number): ReportedFinding[] {
    const shift = this.#shiftOf(index);
    return this.#chunks[index]!.findings.slice(from, to).map((each) => movedBy(each, shift));
  }

  /** Index of the first chunk that ends in a line or behind it. */
  #chunkFrom(line: number): number {
    return firstIndex(this.#chunks.length, (index) => {
      return this.#chunks[index]!.lastLine + this.#shifts.lines[index]! >= line;
    });
  }

  /** Index of the first finding of a chunk that begins in a line or behind it. */
  #indexIn(index: number, line: number): number {
    const { findings } = this.#chunks[index]!;
    const wanted = line - this.#shifts.lines[index]!;
    return firstIndex(findings.length, (each) => findings[each]!.start.line >= wanted);
  }
}

function* chunksOf(findings: readonly ReportedFinding[]): Generator<Chunk> {
  for (let at = 0; at < findings.length; at += CHUNK) {
    const part = findings.slice(at, at + CHUNK);
    const lastLine = part.at(-1)!.start.line;
    yield { findings: part, lastLine, tally: tallyOf(part) };
  }
}

function tallies(chunks: readonly Chunk[]): Tally[] {
  return chunks.map(({ tally }) => tally);
}

function movedBy(finding: ReportedFinding, by: Shift): ReportedFinding {
  if (by.lines === 0 && by.units === 0) return finding;
  return movedStretch(finding, by);
}

function noShifts(length: number): Shifts {
  return { lines: new Int32Array(length), units: new Int32Array(length) };
}

/** Numbers with zeros, so many, in place of some, and more added to those behind. */
function spliced(
  numbers: Int32Array,
  from: number,
  to: number,
  length: number,
  more: number,
): Int32Array {
  const result = new Int32Array(numbers.length - (to - from) + length);
  result.set(numbers.subarray(0, from));
  result.set(numbers.subarray(to), from + length);
  if (more !== 0) for (let i = from + length; i < result.length; i++) result[i]! += more;
  return result;
}

/** The first index for which something holds that holds for all behind it; the length if none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
