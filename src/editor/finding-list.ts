import type { ReportedFinding } from '../policy/apply.ts';
import { foldChunks, tallyOf, tallySum, type Folded, type Tally } from './folding.ts';
import { movedLines, NO_SHIFT, type Shift } from './text-edit.ts';

/** Findings that stand next to each other, moved as a whole by edits before them; never none. */
interface Chunk {
  /** Where they stood before they were moved. */
  readonly original: readonly ReportedFinding[];
  /** Line of the last of them, as it was: kept here, since a dump's findings lie far apart in memory. */
  readonly lastLine: number;
  readonly shift: Shift;
  readonly tally: Tally;
}

/** Enough to make chunks few, and few enough to split one for a key that was struck. */
const CHUNK = 512;

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
  static readonly EMPTY = new FindingList([], new Map());
  readonly length: number;
  readonly #chunks: readonly Chunk[];
  readonly #tally: Tally;

  private constructor(chunks: readonly Chunk[], tally: Tally) {
    this.#chunks = chunks;
    this.#tally = tally;
    this.length = [...tally.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** @param findings in order of their start */
  static of(findings: readonly ReportedFinding[]): FindingList {
    return FindingList.#from([...chunksOf(findings)]);
  }

  /** As `of`, without keeping others on the thread waiting. */
  static async ofMany(findings: readonly ReportedFinding[]): Promise<FindingList> {
    const chunks: Chunk[] = [];
    let last = performance.now();
    for (const chunk of chunksOf(findings)) {
      chunks.push(chunk);
      if (performance.now() - last < SLICE) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      last = performance.now();
    }
    return FindingList.#from(chunks);
  }

  static #from(chunks: readonly Chunk[]): FindingList {
    return new FindingList(chunks, tallySum(chunks.map(({ tally }) => tally)));
  }

  /** All of them: as many objects where they were moved. */
  all(): readonly ReportedFinding[] {
    return this.#chunks.flatMap((chunk) => chunk.original.map((each) => placed(each, chunk)));
  }

  /** Those that begin in lines, the last included, from 1. */
  inLines(first: number, last: number): ReportedFinding[] {
    const chunks = this.#chunks.slice(this.#chunkFrom(first), this.#chunkFrom(last + 1) + 1);
    return chunks.flatMap((chunk) => {
      const inside = chunk.original.slice(indexOf(chunk, first), indexOf(chunk, last + 1));
      return inside.map((each) => placed(each, chunk));
    });
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
    const { before, inside, behind } = this.#parted(first, last);
    const chunks = [...chunksOf(others)];
    const tally = tallySum(
      [this.#tally, ...chunks.map((chunk) => chunk.tally)],
      inside.map((chunk) => chunk.tally),
    );
    const isMoved = by.lines !== 0 || by.units !== 0;
    const moved = isMoved ? behind.map((chunk) => movedChunk(chunk, by)) : behind;
    return new FindingList([...before, ...chunks, ...moved], tally);
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
  folded(limit?: number): Folded<ReportedFinding>[] {
    const chunks = this.#chunks.map((chunk) => ({
      tally: chunk.tally,
      findings: chunk.original,
      at: (index: number) => placed(chunk.original[index]!, chunk),
    }));
    return foldChunks(chunks, this.#tally, limit);
  }

  /** The chunks before lines, those in them, and those behind; split where one goes over an edge. */
  #parted(first: number, last: number) {
    const from = this.#chunkFrom(first);
    const to = this.#chunkFrom(last + 1);
    const before = this.#chunks.slice(0, from);
    const inside: Chunk[] = [];
    const behind: Chunk[] = [];
    for (const chunk of this.#chunks.slice(from, to + 1)) {
      const [head, rest] = split(chunk, first);
      const [middle, tail] = rest === undefined ? [] : split(rest, last + 1);
      if (head !== undefined) before.push(head);
      if (middle !== undefined) inside.push(middle);
      if (tail !== undefined) behind.push(tail);
    }
    return { before, inside, behind: [...behind, ...this.#chunks.slice(to + 1)] };
  }

  /** Index of the first chunk that ends in a line or behind it. */
  #chunkFrom(line: number): number {
    return firstIndex(this.#chunks.length, (index) => {
      const { lastLine, shift } = this.#chunks[index]!;
      return lastLine + shift.lines >= line;
    });
  }
}

function* chunksOf(findings: readonly ReportedFinding[]): Generator<Chunk> {
  for (let at = 0; at < findings.length; at += CHUNK) {
    yield chunkOf(findings.slice(at, at + CHUNK), NO_SHIFT);
  }
}

function chunkOf(
  original: readonly ReportedFinding[],
  shift: Shift,
  tally = tallyOf(original),
): Chunk {
  return { original, lastLine: original.at(-1)!.start.line, shift, tally };
}

/** What of a chunk begins before a line, and the rest; a part of none is undefined. */
function split(chunk: Chunk, line: number): readonly [Chunk | undefined, Chunk | undefined] {
  const { original, shift, tally } = chunk;
  const at = indexOf(chunk, line);
  if (at === 0) return [undefined, chunk];
  if (at === original.length) return [chunk, undefined];
  const parts = [original.slice(0, at), original.slice(at)] as const;
  // Only the smaller part is counted.
  const isFirst = at * 2 < original.length;
  const counted = tallyOf(isFirst ? parts[0] : parts[1]);
  const rest = tallySum([tally], [counted]);
  return [
    chunkOf(parts[0], shift, isFirst ? counted : rest),
    chunkOf(parts[1], shift, isFirst ? rest : counted),
  ];
}

function movedChunk(chunk: Chunk, { lines, units }: Shift): Chunk {
  const { shift } = chunk;
  return { ...chunk, shift: { lines: shift.lines + lines, units: shift.units + units } };
}

function placed(finding: ReportedFinding, { shift }: Chunk): ReportedFinding {
  if (shift.lines === 0 && shift.units === 0) return finding;
  const start = movedLines(finding.start, shift);
  return { ...finding, start, end: movedLines(finding.end, shift) };
}

/** Index of the first finding of a chunk that begins in a line or behind it. */
function indexOf({ original, shift }: Chunk, line: number): number {
  return firstIndex(original.length, (index) => {
    return original[index]!.start.line + shift.lines >= line;
  });
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
