import type { BackwardAutomaton } from './backward.ts';
import { createCollector } from './collector.ts';
import type { Program } from './program.ts';

/** `pattern` is the index in the list that was compiled; `start` and `end` are byte offsets. */
export type EmitMatch = (pattern: number, start: number, end: number) => void;

/** Emits the matches in a region `[start, end)` that no match crosses, in order of their end. */
export type FindMatches = (bytes: Uint8Array, start: number, end: number, emit: EmitMatch) => void;

interface Match {
  readonly start: number;
  positions: readonly number[];
}

/**
 * The leftmost-longest matches in a region. At each byte the backward automaton says which
 * positions lead to an end: a match starts where one of them may be first, goes on while one of
 * them may follow, and is as long as can be when none does. No byte is read twice for a pattern.
 */
export function createMatcher(program: Program, backward: BackwardAutomaton): FindMatches {
  const { classOf, first, follow, kinds, owner } = program;
  const underWay = new Map<number, Match>();
  const collector = createCollector(program.size);

  /** Takes the matches under way over the byte; emits those that no position carries on. */
  function advance(at: number, live: readonly number[], emit: EmitMatch): void {
    for (const [pattern, match] of underWay) {
      for (const from of match.positions) {
        for (const to of follow[from]!) if (includes(live, to)) collector.add(to);
      }
      match.positions = collector.take();
      if (match.positions.length > 0) continue;
      underWay.delete(pattern);
      emit(pattern, match.start, at);
    }
  }

  /** Starts matches of the patterns that have none under way. */
  function begin(at: number, live: readonly number[], kindBefore: number): void {
    const started = new Map<number, number[]>();
    for (const position of live) {
      const pattern = owner[position]!;
      if (((first[position]! >> kindBefore) & 1) === 0 || underWay.has(pattern)) continue;
      const positions = started.get(pattern);
      if (positions === undefined) started.set(pattern, [position]);
      else positions.push(position);
    }
    for (const [pattern, positions] of started) underWay.set(pattern, { start: at, positions });
  }

  return (bytes, start, end, emit) => {
    backward.walk(bytes, start, end, (at, live) => {
      if (underWay.size > 0) advance(at, live, emit);
      if (live.length === 0) return;
      begin(at, live, at > 0 ? kinds[classOf[bytes[at - 1]!]!]! : program.edge);
    });
    for (const [pattern, match] of underWay) emit(pattern, match.start, end);
    underWay.clear();
  };
}

/** Is the number in the ascending list? */
function includes(sorted: readonly number[], wanted: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}
