import { ROW_SIZE, ROWS } from './layout';

let count: i32 = 0;

/** Candidates that wait. */
export function waiting(): i32 {
  return count;
}

export function clear(): void {
  count = 0;
}

export function addCandidate(kind: i32, start: usize, end: usize): void {
  const row = ROWS + count * ROW_SIZE;
  store<i32>(row, kind);
  store<i32>(row, <i32>start, 4);
  store<i32>(row, <i32>end, 8);
  count++;
}
