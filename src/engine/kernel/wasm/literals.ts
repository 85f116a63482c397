import { at, isLetter, isSmall, lower, tripleOf } from './bytes';
import {
  BEFORE_LISTED,
  ENTRIES,
  ENTRY_SIZE,
  IS_LAST,
  IS_RUN,
  LISTED,
  LISTED_FIRSTS,
  LISTED_INDEX,
  LITERAL_INDEX,
  SETS,
} from './layout';
import { addCandidate } from './rows';

/** literals.ts and listed.ts of the plain scanner. */

const MOST_MARKS: usize = 12;

/** The first entry that may begin at a place, or 0. */
function entryAt(index: usize, place: usize): usize {
  const triple = tripleOf(lower(at(place)), lower(at(place + 1)), lower(at(place + 2)));
  const found = load<u16>(index + (triple << 1)) as usize;
  return found === 0 ? 0 : (ENTRIES as usize) + (found - 1) * ENTRY_SIZE;
}

/** Does an entry's text stand at a place, all of it before `limit`? */
function stands(entry: usize, place: usize, limit: usize): bool {
  const length = load<u32>(entry, 4);
  if (place + length > limit) return false;
  if ((load<u32>(entry, 12) & IS_RUN) !== 0 && at(place - 1) === at(place)) return false;
  const text = load<u32>(entry) as usize;
  if (at(text + length - 1) !== lower(at(place + length - 1))) return false;
  for (let i: usize = 0; i < length; i++) {
    if (at(text + i) !== lower(at(place + i))) return false;
  }
  return true;
}

/** Adds the literals that begin at a place. */
export function collectLiterals(place: usize, limit: usize): void {
  let entry = entryAt(LITERAL_INDEX, place);
  if (entry === 0) return;
  for (; ; entry += ENTRY_SIZE) {
    if (stands(entry, place, limit)) {
      addCandidate(load<i32>(entry, 8), place, place + load<u32>(entry, 4));
    }
    if ((load<u32>(entry, 12) & IS_LAST) !== 0) return;
  }
}

/** @param place the byte behind a comma or a line end */
export function collectListed(place: usize, limit: usize): void {
  let start = place;
  while (start - place < MOST_MARKS && (load<u8>(SETS + at(start)) & BEFORE_LISTED) !== 0) start++;
  const first = at(start);
  if (isSmall(first) || load<u8>(LISTED_FIRSTS + first) === 0) return;
  let entry = entryAt(LISTED_INDEX, start);
  if (entry === 0) return;
  let end: usize = 0;
  for (; ; entry += ENTRY_SIZE) {
    const after = start + load<u32>(entry, 4);
    if (after > end && stands(entry, start, limit) && !isLetter(at(after))) end = after;
    if ((load<u32>(entry, 12) & IS_LAST) !== 0) break;
  }
  if (end > 0) addCandidate(LISTED, start, end);
}
