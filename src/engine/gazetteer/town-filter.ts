import { canonicalUnit, isNumeral } from './canonical.ts';

/** Bits of the filter for each town's beginning, and how many of them it sets. */
export const BITS_PER_KEY = 8;
export const PROBES = 5;

const NUMBER = 35; // '#': 北１条, 北一条 and 北24条 are written alike

/**
 * Hash of the first two characters of a town in a municipality; runs of digits and kanji numerals
 * count as one character, and a town of one character is followed by its house number.
 *
 * @param at index of the town's first character.
 * @returns 0 where fewer than two characters stand before `end`.
 */
export function townKey(municipality: number, text: string, at: number, end: number): number {
  const first = unitAt(text, at);
  let next = at + 1;
  if (first === NUMBER) while (next < end && isNumeral(text.charCodeAt(next))) next++;
  if (next >= end) return 0;
  return mix(mix(municipality + 1, first), unitAt(text, next));
}

function unitAt(text: string, at: number): number {
  const unit = canonicalUnit(text.charCodeAt(at));
  return isNumeral(unit) ? NUMBER : unit;
}

/** A step of MurmurHash3's 32-bit mix. */
function mix(hash: number, unit: number): number {
  let k = Math.imul(unit, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  let h = hash ^ k;
  h = (h << 13) | (h >>> 19);
  h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  h ^= h >>> 16;
  return Math.imul(h, 0x85ebca6b) ^ (h >>> 13);
}

/** Calls `visit` with the bits of a key in a Bloom filter of `size` bits, until it returns false. */
export function everyBit(key: number, size: number, visit: (bit: number) => boolean): boolean {
  const step = (Math.imul(key, 0xc2b2ae35) ^ (key >>> 15)) | 1;
  for (let i = 0, at = key; i < PROBES; i++, at = (at + step) | 0) {
    if (!visit((at >>> 0) % size)) return false;
  }
  return true;
}
