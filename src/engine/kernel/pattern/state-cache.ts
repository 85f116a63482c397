import type { Kind } from './byte-kind.ts';

/** Positions in ascending order, and the kind of the byte that led there where it matters. */
export interface StateSet {
  readonly positions: readonly number[];
  readonly kind: Kind;
}

/** States of an automaton that are made when they are first reached, in bounded memory. */
export interface StateCache {
  /** Row width is `1 << shift`; a cell is the next state plus one, 0 where it is not known yet. */
  readonly table: Int32Array;
  readonly shift: number;
  set(state: number): StateSet;
  /** Number of the state, a new one if need be: ask `makeRoom` first. */
  intern(set: StateSet): number;
  /** Forgets all states when fewer than `count` more fit. @returns whether it did */
  makeRoom(count: number): boolean;
}

/** Bounds on the states and on the cells of the table (4 MiB). */
export const MOST_STATES = 16_384;
const MOST_CELLS = 1 << 20;
/** Bound on the positions kept in all states together. */
const MOST_KEPT = 500_000;

/**
 * @param classes byte classes
 * @param onReset called when all states are forgotten
 */
export function createStateCache(
  classes: number,
  onReset: () => void = () => undefined,
): StateCache {
  const shift = 32 - Math.clz32(Math.max(classes - 1, 1));
  const most = Math.min(MOST_STATES, MOST_CELLS >> shift);
  const table = new Int32Array(most << shift);
  const numbers = new Map<string, number>();
  let sets: StateSet[] = [];
  let kept = 0;

  function makeRoom(count: number): boolean {
    if (sets.length + count <= most && kept <= MOST_KEPT) return false;
    table.fill(0);
    numbers.clear();
    sets = [];
    kept = 0;
    onReset();
    return true;
  }

  function intern(set: StateSet): number {
    const key = `${String(set.kind)}:${set.positions.join()}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    kept += set.positions.length;
    const state = sets.push(set) - 1;
    numbers.set(key, state);
    return state;
  }

  return { table, shift, set: (state) => sets[state]!, intern, makeRoom };
}
