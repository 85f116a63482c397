import type { BackwardAutomaton } from './backward.ts';
import { createCollector } from './collector.ts';
import type { Program } from './program.ts';
import { MOST_STATES } from './state-cache.ts';

/** What a match that has come to some positions may go on with, remembered in bounded memory. */
export interface Continuations {
  /** The positions of a backward state that a match may begin with, ascending. */
  starts(state: number): readonly number[];
  /** The number of a set of positions, ascending; 0 is the empty set. */
  intern(positions: readonly number[]): number;
  /** The set after a byte: what follows `reached` and is live in the backward state. */
  next(reached: number, state: number): number;
  /** Forgets what has become invalid or too much; numbers the sets of `holders` anew. */
  renew(holders: Iterable<{ reached: number }>): void;
}

/** Bounds on what is remembered. */
const MOST_SETS = 4096;
const MOST_KEPT = 500_000;
/** Slots of the memory of steps; a step that finds its slot taken is worked out again. */
const SLOTS = 8192;

export function createContinuations(program: Program, backward: BackwardAutomaton): Continuations {
  const { first, follow } = program;
  const collector = createCollector(program.size);
  const keys = new Int32Array(SLOTS).fill(-1);
  const results = new Int32Array(SLOTS);
  let { generation } = backward;
  let startsOf: (readonly number[] | undefined)[] = [];
  let sets: (readonly number[])[] = [[]];
  let numbers = new Map<string, number>([['', 0]]);
  let kept = 0;

  function intern(positions: readonly number[]): number {
    const key = positions.join();
    let number = numbers.get(key);
    if (number === undefined) {
      number = sets.push(positions) - 1;
      numbers.set(key, number);
      kept += positions.length;
    }
    return number;
  }

  function step(reached: number, state: number): number {
    const live = backward.live(state);
    for (const from of sets[reached]!) {
      for (const to of follow[from]!) if (includes(live, to)) collector.add(to);
    }
    return intern(collector.take());
  }

  function renew(holders: Iterable<{ reached: number }>): void {
    const isTooMuch = sets.length > MOST_SETS || kept > MOST_KEPT;
    if (generation === backward.generation && !isTooMuch) return;
    generation = backward.generation;
    keys.fill(-1);
    startsOf = [];
    if (!isTooMuch) return;
    const old = sets;
    sets = [[]];
    numbers = new Map([['', 0]]);
    kept = 0;
    for (const holder of holders) holder.reached = intern(old[holder.reached]!);
  }

  return {
    intern,
    renew,
    starts: (state) =>
      (startsOf[state] ??= backward.live(state).filter((position) => first[position] !== 0)),
    next(reached, state) {
      const key = reached * MOST_STATES + state;
      const slot = (reached * 31 + state) & (SLOTS - 1);
      if (keys[slot] !== key) {
        results[slot] = step(reached, state);
        keys[slot] = key;
      }
      return results[slot]!;
    },
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
