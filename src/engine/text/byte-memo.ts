/** Keys that are kept; a power of two. A key has two places; what comes third takes one of them. */
const SLOTS = 16_384;
/** Longer keys are worked out each time. */
const LONGEST_KEY = 48;

/** What is known of a stretch of bytes, as a number of 0–255. */
export type OfBytes = (bytes: Uint8Array, start: number, end: number) => number;

/**
 * Remembers what `find` says of short stretches of bytes: columns say the same again and again.
 * Memory is bounded, and nothing is allocated for a look.
 *
 * @param find pure; asked for what is not known yet
 */
export function byteMemo(find: OfBytes): OfBytes {
  const keys = new Uint8Array(SLOTS * LONGEST_KEY);
  const lengths = new Uint8Array(SLOTS);
  const values = new Uint8Array(SLOTS);
  const isKey = (bytes: Uint8Array, start: number, length: number, slot: number): boolean => {
    if (lengths[slot] !== length) return false;
    const key = slot * LONGEST_KEY;
    for (let i = 0; i < length; i++) if (keys[key + i] !== bytes[start + i]) return false;
    return true;
  };
  return (bytes, start, end) => {
    const length = end - start;
    if (length === 0 || length > LONGEST_KEY) return find(bytes, start, end);
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    if (isKey(bytes, start, length, slot)) return values[slot]!;
    if (isKey(bytes, start, length, slot ^ 1)) return values[slot ^ 1]!;
    const value = find(bytes, start, end);
    const place = lengths[slot] === 0 ? slot : slot ^ 1;
    for (let i = 0; i < length; i++) keys[place * LONGEST_KEY + i] = bytes[start + i]!;
    lengths[place] = length;
    values[place] = value;
    return value;
  };
}
