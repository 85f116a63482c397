/** Bits of the filter for each name, and how many of them it sets: one in 200 passes by chance. */
export const BITS_PER_NAME = 12;
const PROBES = 6;

/** Kinds of keys: as written, reading in katakana, romaji without what its spellings differ in. */
export const NAME_KINDS = { surname: [0, 1, 2], given: [3, 4, 5] } as const;

/** Calls `visit` with the bits of a name in a filter of `size` bits, until it returns false. */
export function everyNameBit(
  kind: number,
  name: string,
  size: number,
  visit: (bit: number) => boolean,
): boolean {
  let first = 0x811c9dc5 ^ kind;
  let second = 0x9747b28c + kind;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    first = mixed(first ^ unit, 0x85ebca6b);
    second = mixed(second + unit, 0xc2b2ae35);
  }
  const step = second | 1;
  for (let i = 0, at = first; i < PROBES; i++, at = (at + step) | 0) {
    if (!visit((at >>> 0) % size)) return false;
  }
  return true;
}

/** A step of MurmurHash3's finaliser. */
function mixed(hash: number, factor: number): number {
  const product = Math.imul(hash ^ (hash >>> 16), factor);
  return product ^ (product >>> 13);
}
