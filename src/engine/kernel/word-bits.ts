import { hashOf } from './word-hash.ts';

/** Bytes of a set of words: a bit for each half of a hash. */
export const WORD_BITS = 65_536 / 8;

const encoder = new TextEncoder();

export function noteWords(bits: Uint8Array, words: readonly string[]): void {
  for (const word of words) {
    const bytes = encoder.encode(word);
    const half = hashOf(bytes, 0, bytes.length) >>> 16;
    bits[half >> 3]! |= 1 << (half & 7);
  }
}

/** Is this one of the words, ASCII letters in any case? True of some others too. */
export function mayBeNoted(
  bits: Uint8Array,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  const half = hashOf(bytes, start, end) >>> 16;
  return (bits[half >> 3]! & (1 << (half & 7))) !== 0;
}
