import { AHEAD, BEHIND, OTHERS_BEFORE, OTHERS_BEHIND, SOURCE } from './wasm/layout.ts';

/** A stretch of a source in the memory of the SIMD scanner. */
export interface Loaded {
  /** The source's first byte in memory, or 0 where it is not here. */
  readonly first: number;
  /** Byte after the last one that is here. */
  readonly limit: number;
  /** From a place in memory to one in the source. */
  readonly shift: number;
}

/** Zeros behind the source's last byte, as far as is looked. */
const NOTHING = 128;

/** Puts `bytes[start, end)`, of a segment at the most, into memory, with what must be seen around it. */
export function loadSource(
  memory: Uint8Array,
  bytes: Uint8Array,
  start: number,
  end: number,
): Loaded {
  const first = Math.max(0, start - BEHIND);
  const last = Math.min(bytes.length, end + AHEAD);
  memory.set(bytes.subarray(first, last), SOURCE);
  const limit = SOURCE + last - first;
  memory.fill(0, limit, limit + NOTHING);
  memory.fill(0, OTHERS_BEFORE, OTHERS_BEFORE + last - first + 1);
  memory.fill(0, OTHERS_BEHIND, OTHERS_BEHIND + last - first + 1);
  return { first: first === 0 ? SOURCE : 0, limit, shift: first - SOURCE };
}
