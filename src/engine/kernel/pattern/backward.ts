import type { Kind } from './byte-kind.ts';
import { createCollector } from './collector.ts';
import type { Program } from './program.ts';
import { createStateCache, type StateSet } from './state-cache.ts';

/** Bytes whose states are held at once. */
const SEGMENT = 256;

/**
 * The automaton that reads a region from its end: its state before byte `i` is the set of
 * positions that may consume byte `i` and still reach the end of a match. With it the forward
 * search knows where a match starts and never walks past the end of the longest.
 */
export interface BackwardAutomaton {
  /**
   * Calls `visit` for each byte of a region that no match crosses, in ascending order, with the
   * state before the byte.
   */
  walk(
    bytes: Uint8Array,
    start: number,
    end: number,
    visit: (at: number, state: number) => void,
  ): void;
  /** The positions of a state, ascending. Good while `generation` stays. */
  live(state: number): readonly number[];
  /** Counts how often all states were forgotten and their numbers given anew. */
  readonly generation: number;
}

export function createBackward(program: Program): BackwardAutomaton {
  const { classOf, classes, consumes, kinds, last, lastOfClass, precede } = program;
  let generation = 0;
  const cache = createStateCache(classes, () => {
    generation += 1;
  });
  const { table, shift } = cache;
  const collector = createCollector(program.size);
  const states = new Int32Array(SEGMENT);

  function kindAfter(bytes: Uint8Array, end: number): Kind {
    return end < bytes.length ? kinds[classOf[bytes[end]!]!]! : program.edge;
  }

  /** The state before a byte of class `column`, given the state after it. */
  function step(state: number, column: number): number {
    const after = cache.set(state);
    for (const position of lastOfClass[column]!) {
      if (((last[position]! >> after.kind) & 1) === 1) collector.add(position);
    }
    for (const next of after.positions) {
      for (const position of precede[next]!) {
        if (consumes[position * classes + column] === 1) collector.add(position);
      }
    }
    const before = cache.intern({ positions: collector.take(), kind: kinds[column]! });
    table[(state << shift) | column] = before + 1;
    return before;
  }

  /** Reads one segment from its end, keeps each byte's state. @returns the state before it */
  function read(bytes: Uint8Array, start: number, end: number, after: StateSet): StateSet {
    cache.makeRoom(SEGMENT + 1);
    let state = cache.intern(after);
    for (let at = end - 1; at >= start; at--) {
      const column = classOf[bytes[at]!]!;
      const known = table[(state << shift) | column]!;
      state = known === 0 ? step(state, column) : known - 1;
      states[at - start] = state;
    }
    return cache.set(state);
  }

  return {
    live: (state) => cache.set(state).positions,
    get generation() {
      return generation;
    },
    walk(bytes, start, end, visit) {
      let after: StateSet = { positions: [], kind: kindAfter(bytes, end) };
      const count = Math.ceil((end - start) / SEGMENT);
      // What stands after each segment: a segment is read again when its turn comes.
      const ends: StateSet[] = [];
      for (let index = count - 1; index >= 0; index--) {
        ends[index] = after;
        const from = start + index * SEGMENT;
        after = read(bytes, from, Math.min(end, from + SEGMENT), after);
      }
      for (let index = 0; index < count; index++) {
        const from = start + index * SEGMENT;
        const to = Math.min(end, from + SEGMENT);
        if (index > 0) read(bytes, from, to, ends[index]!);
        for (let at = from; at < to; at++) {
          visit(at, states[at - from]!);
        }
      }
    },
  };
}
