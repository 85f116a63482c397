import { PARAMETERS } from './layout';

/** A parameter of a column's test. */
export function parameter(column: usize, index: usize): i32 {
  return load<i32>(column + PARAMETERS + (index << 2));
}

/** What a test says of cells that take a closer look. */
export const CLOSER_LOOK: i32 = -1;
