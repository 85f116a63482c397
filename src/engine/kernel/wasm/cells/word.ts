import { CLOSER_LOOK, parameter } from '../column';
import { remembered } from '../memo';

/** Cells of which all is known by the whole of them: 0 where the memo says 1. */
export function testWord(column: usize, start: usize, end: usize): i32 {
  return remembered(parameter(column, 0), start, end) === 1 ? 0 : CLOSER_LOOK;
}
