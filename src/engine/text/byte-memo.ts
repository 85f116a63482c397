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
  const keyWords = new DataView(keys.buffer);
  const lengths = new Uint8Array(SLOTS);
  const values = new Uint8Array(SLOTS);
  let known: Uint8Array | undefined;
  let words = new DataView<ArrayBufferLike>(keys.buffer);

  const isKey = (bytes: Uint8Array, start: number, length: number, slot: number): boolean => {
    if (lengths[slot] !== length) return false;
    const key = slot * LONGEST_KEY;
    let i = 0;
    for (; i + 4 <= length; i += 4) {
      if (keyWords.getInt32(key + i, true) !== words.getInt32(start + i, true)) return false;
    }
    for (; i < length; i++) if (keys[key + i] !== bytes[start + i]) return false;
    return true;
  };

  return (bytes, start, end) => {
    const length = end - start;
    if (length === 0 || length > LONGEST_KEY) return find(bytes, start, end);
    // Four bytes at a time: a view of the bytes serves for all keys in them.
    if (bytes !== known) {
      words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      known = bytes;
    }
    let hash = length;
    let i = start;
    for (; i + 4 <= end; i += 4) hash = mixed(hash ^ words.getInt32(i, true));
    for (; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    const slot = mixed(hash) & (SLOTS - 1);
    if (isKey(bytes, start, length, slot)) return values[slot]!;
    if (isKey(bytes, start, length, slot ^ 1)) return values[slot ^ 1]!;
    const value = find(bytes, start, end);
    const place = lengths[slot] === 0 ? slot : slot ^ 1;
    keys.set(bytes.subarray(start, end), place * LONGEST_KEY);
    lengths[place] = length;
    values[place] = value;
    return value;
  };
}

/** A step of MurmurHash3's finaliser. */
function mixed(hash: number): number {
  const product = Math.imul(hash, 0x85ebca6b);
  return product ^ (product >>> 15);
}
