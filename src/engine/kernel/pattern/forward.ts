import { OTHER } from './byte-kind.ts';
import { createCollector } from './collector.ts';
import type { Program } from './program.ts';
import { createStateCache } from './state-cache.ts';

/** Tells of each stretch of bytes that a match may lie in, and that no match crosses. */
export type EmitRegion = (start: number, end: number) => void;

export interface ForwardAutomaton {
  /** The regions that begin in `[from, to)`; the last may end after `to`. */
  regions(bytes: Uint8Array, from: number, to: number, emit: EmitRegion): void;
}

/**
 * The automaton that reads every byte once. It drops assertions, so it may promise too much, and
 * it knows no starts: state 0 is "no match is under way", and what lies between two such points
 * and reached an end is a region for the exact search.
 */
export function createForward(program: Program): ForwardAutomaton {
  const { classOf, classes, consumes, firstOfClass, follow, last } = program;
  let accepts: Uint8Array = new Uint8Array(0);
  const cache = createStateCache(classes, reset);
  const { table, shift } = cache;
  const collector = createCollector(program.size);
  /** Bytes that leave state 0. */
  const begins = Uint8Array.from({ length: 256 }, (_, byte) =>
    firstOfClass[classOf[byte]!]!.length > 0 ? 1 : 0,
  );
  reset();

  function reset(): void {
    accepts = new Uint8Array(table.length >> shift);
    cache.intern({ positions: [], kind: OTHER });
  }

  function step(state: number, column: number): number {
    for (const position of firstOfClass[column]!) collector.add(position);
    for (const from of cache.set(state).positions) {
      for (const to of follow[from]!) {
        if (consumes[to * classes + column] === 1) collector.add(to);
      }
    }
    const positions = collector.take();
    const forgotten = cache.makeRoom(1);
    const next = cache.intern({ positions, kind: OTHER });
    accepts[next] = positions.some((position) => last[position] !== 0) ? 1 : 0;
    if (!forgotten) table[(state << shift) | column] = next + 1;
    return next;
  }

  function regions(bytes: Uint8Array, from: number, to: number, emit: EmitRegion): void {
    let at = from;
    while (at < to) {
      while (at < to && begins[bytes[at]!] === 0) at += 1;
      if (at >= to) return;
      const start = at;
      let state = 0;
      let accepted = 0;
      do {
        const column = classOf[bytes[at]!]!;
        const known = table[(state << shift) | column]!;
        state = known === 0 ? step(state, column) : known - 1;
        accepted |= accepts[state]!;
        at += 1;
      } while (state !== 0 && at < bytes.length);
      if (accepted !== 0) emit(start, at);
    }
  }

  return { regions };
}
