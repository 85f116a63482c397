import { at, isDigit } from '../bytes';
import { CLOSER_LOOK, parameter } from '../column';

/** cells.ts and japan.ts of the telephone numbers, step by step. Parameter: the table of the plan's entries. */

const PLAIN: i32 = 0;
const GROUPED: i32 = 1;

const LONGEST: usize = 16;
const TOLD_BY: i32 = 5;
const PREFIXES: i32 = 100_000;
const FIXED_LENGTH: i32 = 9;
const LONGEST_AREA: i32 = 4;
/** Kinds of numbers, as the plan's entries have them. */
const FIXED: i32 = 1;
const MOBILE: i32 = 2;

function isSomebodys(entry: i32, length: i32): bool {
  const kind = entry >> 3;
  if (kind === FIXED) return length > FIXED_LENGTH || (entry & 7) <= LONGEST_AREA;
  return kind === MOBILE;
}

export function testPhone(column: usize, start: usize, end: usize): i32 {
  if (end - start > LONGEST || at(start) !== 0x30) return CLOSER_LOOK;
  let digits = 0;
  let prefix = 0;
  let cut = 0;
  let secondCut = 0;
  let blanks = 0;
  let others = 0;
  for (let place = start; place < end; place++) {
    const byte = at(place);
    if (isDigit(byte)) {
      if (digits > 0 && digits <= TOLD_BY) prefix = prefix * 10 + (byte as i32) - 48;
      digits++;
      continue;
    }
    if (byte === 0x20) blanks++;
    else others++;
    const isPlain = byte === 0x2d || byte === 0x20 || byte === (cut > 0 ? 0x29 : 0x28);
    if (secondCut > 0 || digits === cut || !isPlain) return CLOSER_LOOK;
    if (cut === 0) cut = digits;
    else secondCut = digits;
  }
  if (digits !== FIXED_LENGTH + 1 && digits !== FIXED_LENGTH + 2) return CLOSER_LOOK;
  const entries = <usize>parameter(column, 0) + (digits - 1 - FIXED_LENGTH) * PREFIXES;
  const entry = (load<u8>(entries + prefix) as i32) - 1;
  if (entry < 0 || !isSomebodys(entry, digits - 1)) return CLOSER_LOOK;
  if (cut === 0) return PLAIN;
  const isGrouped = cut === (entry & 7) + 1 && secondCut === digits - 4;
  return isGrouped && (blanks === 0 || others === 0) ? GROUPED : CLOSER_LOOK;
}
