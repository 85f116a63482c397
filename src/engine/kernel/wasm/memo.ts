import { at } from './bytes';
import { LONGEST_KEY, MEMO_KEY, MEMO_PLACE, MEMO_PLACES, MEMO_VALUE } from './layout';

/** What byte-memo.ts remembers: it fills the places, here they are only read. */

function isKey(place: usize, start: usize, length: usize): bool {
  if (at(place) !== (length as u32)) return false;
  const key = place + MEMO_KEY;
  let i: usize = 0;
  for (; i + 4 <= length; i += 4) if (load<u32>(key + i) !== load<u32>(start + i)) return false;
  for (; i < length; i++) if (at(key + i) !== at(start + i)) return false;
  return true;
}

/** What is known of the bytes `[start, end)`; −1 for nothing. */
export function remembered(memo: usize, start: usize, end: usize): i32 {
  const length = end - start;
  if (length === 0 || length > <usize>LONGEST_KEY) return -1;
  let hash: u32 = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = (hash ^ at(i)) * 0x01000193;
  const offset = <usize>(((hash ^ (hash >>> 15)) & (MEMO_PLACES - 1)) * MEMO_PLACE);
  if (isKey(memo + offset, start, length)) return at(memo + offset + MEMO_VALUE);
  const second = memo + (offset ^ MEMO_PLACE);
  return isKey(second, start, length) ? at(second + MEMO_VALUE) : -1;
}
