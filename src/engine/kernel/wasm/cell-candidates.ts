import { ROW_SIZE, ROWS } from './layout';
import { waiting } from './rows';

/** The candidates of one cell after the other, as in column-candidates.ts. */

let first: i32 = 0;
let next: i32 = 0;

export function firstCandidate(): i32 {
  return first;
}

export function nextCandidate(): i32 {
  return next;
}

export function restart(): void {
  first = 0;
  next = 0;
}

/** Goes on to those of the cell that ends at a place. */
export function moveOn(end: usize): void {
  first = next;
  const count = waiting();
  while (next < count && load<u32>(ROWS + next * ROW_SIZE, 4) < <u32>end) next++;
}

/** Is one of the cell's in a set of kinds? */
export function hasCandidate(kinds: usize): bool {
  for (let i = first; i < next; i++) {
    if (load<u8>(kinds + load<u32>(ROWS + i * ROW_SIZE)) !== 0) return true;
  }
  return false;
}
