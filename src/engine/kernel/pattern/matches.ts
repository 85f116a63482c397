import type { BackwardAutomaton } from './backward.ts';
import { createContinuations } from './continuations.ts';
import type { Program } from './program.ts';

/** `pattern` is the index in the list that was compiled; `start` and `end` are byte offsets. */
export type EmitMatch = (pattern: number, start: number, end: number) => void;

/** Bytes that no match crosses; matches that begin at `to` or after are left to the next call. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly to: number;
}

/** Emits the matches in a region, in order of their end. */
export type FindMatches = (bytes: Uint8Array, region: Region, emit: EmitMatch) => void;

interface Match {
  readonly pattern: number;
  readonly start: number;
  /** Number of the set of positions that the match has come to. */
  reached: number;
}

/**
 * The leftmost-longest matches in a region. At each byte the backward automaton says which
 * positions lead to an end: a match starts where one of them may be first, goes on while one of
 * them may follow, and is as long as can be when none does. No byte is read twice for a pattern.
 */
export function createMatcher(program: Program, backward: BackwardAutomaton): FindMatches {
  const { classOf, first, kinds, owner } = program;
  const continuations = createContinuations(program, backward);
  /** In order of their pattern. */
  let underWay: Match[] = [];

  /** Takes the matches under way over the byte; emits those that no position carries on. */
  function advance(at: number, state: number, emit: EmitMatch): void {
    let ended = false;
    for (const match of underWay) {
      match.reached = continuations.next(match.reached, state);
      if (match.reached !== 0) continue;
      ended = true;
      emit(match.pattern, match.start, at);
    }
    if (ended) underWay = underWay.filter(({ reached }) => reached !== 0);
  }

  /** Starts matches of the patterns that have none under way. */
  function begin(at: number, starts: readonly number[], kindBefore: number): void {
    for (let index = 0; index < starts.length;) {
      const pattern = owner[starts[index]!]!;
      const positions: number[] = [];
      // Positions ascend, so those of a pattern stand together.
      for (; index < starts.length && owner[starts[index]!] === pattern; index++) {
        if (((first[starts[index]!]! >> kindBefore) & 1) === 1) positions.push(starts[index]!);
      }
      if (positions.length === 0 || underWay.some((match) => match.pattern === pattern)) continue;
      underWay.push({ pattern, start: at, reached: continuations.intern(positions) });
    }
  }

  return (bytes, { start, end, to }, emit) => {
    backward.walk(bytes, start, end, (at, state) => {
      continuations.renew(underWay);
      if (underWay.length > 0) advance(at, state, emit);
      if (at >= to) return;
      const starts = continuations.starts(state);
      if (starts.length === 0) return;
      begin(at, starts, at > 0 ? kinds[classOf[bytes[at - 1]!]!]! : program.edge);
    });
    for (const { pattern, start: from } of underWay) emit(pattern, from, end);
    underWay = [];
  };
}
