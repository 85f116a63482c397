import {
  LONGEST_KEY,
  MEMO_KEY,
  MEMO_PLACE,
  MEMO_PLACES,
  MEMO_VALUE,
} from '../kernel/wasm/layout.ts';

/** Keys that are kept. A key has two places; what comes third takes one of them. */
const PLACES = MEMO_PLACES;
/** Bytes of a place, and where in it the value and the key stand; longer keys are worked out each time. */
const PLACE = MEMO_PLACE;

/** Bytes of a memo. */
export const MEMO_SIZE = PLACES * PLACE;

/** What is known of a stretch of bytes, as a number of 0–255. */
export type OfBytes = (bytes: Uint8Array, start: number, end: number) => number;

/**
 * Remembers what `find` says of short stretches of bytes: columns say the same again and again.
 * Memory is bounded, and nothing is allocated for a look.
 *
 * @param find pure; asked for what is not known yet
 * @param places where it remembers: `MEMO_SIZE` bytes, zeros at first
 */
export function byteMemo(find: OfBytes, places: Uint8Array = new Uint8Array(0)): OfBytes {
  // A place holds the key's length, what is known of it, and the key: a look touches one line of the cache.
  // Made for the first look: it is a megabyte, and the hook looks for little.
  const isKey = (bytes: Uint8Array, start: number, length: number, place: number): boolean => {
    if (places[place] !== length) return false;
    const key = place + MEMO_KEY;
    for (let i = 0; i < length; i++) if (places[key + i] !== bytes[start + i]) return false;
    return true;
  };
  return (bytes, start, end) => {
    const length = end - start;
    if (length === 0 || length > LONGEST_KEY) return find(bytes, start, end);
    if (places.length === 0) places = new Uint8Array(MEMO_SIZE);
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    const first = ((hash ^ (hash >>> 15)) & (PLACES - 1)) * PLACE;
    if (isKey(bytes, start, length, first)) return places[first + MEMO_VALUE]!;
    const second = first ^ PLACE;
    if (isKey(bytes, start, length, second)) return places[second + MEMO_VALUE]!;
    const value = find(bytes, start, end);
    const place = places[first] === 0 ? first : second;
    places[place] = length;
    places[place + MEMO_VALUE] = value;
    for (let i = 0; i < length; i++) places[place + MEMO_KEY + i] = bytes[start + i]!;
    return value;
  };
}
