import type { Ahead } from './ahead.ts';
import type { Block } from './block.ts';
import type { Finding } from './finding.ts';
import type { Learned } from './learned.ts';
import { DEFAULT_OPTIONS, type ScanOptions, type SourceInfo } from './options.ts';
import type { Enough } from './placing.ts';
import { createScanner } from './scanner.ts';

/** Bytes judged at a time. Small enough for a slice of an editor's idle time. */
export const BLOCK = 256 * 1024;
/** Bytes kept before a block, so that rules see what stands before its first candidate. */
const BEHIND = 4 * 1024;
/** Bytes that must follow a block, for values that begin at its end. */
export const AHEAD = 8 * 1024;

/**
 * Scans a source given as UTF-8 bytes, in chunks of any size, in constant memory. The size of the
 * chunks changes nothing. A chunk's bytes must stay as they are until its last block is done with.
 *
 * Yields block after block; the caller may stop at any time. Broken UTF-8 is read as U+FFFD.
 *
 * @param enough asked block after block; findings of such rules may be counted only
 * @param ahead rows that somebody else has judged
 * @returns after the last block, what was learned of the source
 */
export function* scanBlocks(
  chunks: Iterable<Uint8Array>,
  info: SourceInfo = {},
  options: ScanOptions = DEFAULT_OPTIONS,
  enough: Enough = () => false,
  ahead?: Ahead,
): Generator<Block, Learned, undefined> {
  const scanner = createScanner(info, options, { enough, ahead });
  let buffer: Uint8Array = new Uint8Array(0);
  let base = 0;
  let done = 0;
  const next = (last: boolean): Block => {
    const to = Math.min(buffer.length, done + BLOCK);
    // What lies farther ahead depends on the size of the chunks, so nobody may see it.
    const bytes = buffer.subarray(0, to + AHEAD);
    const turn = { bytes, base, from: done, to, last: last && to === buffer.length };
    const block = scanner.next(turn);
    done = block.start + block.bytes.length - base;
    return block;
  };

  const joined = createJoiner();
  let waiting: Uint8Array[] = [];
  let missing = BLOCK + AHEAD;
  const join = (): void => {
    const keep = Math.max(0, done - BEHIND);
    buffer = joined([buffer.subarray(keep), ...waiting]);
    waiting = [];
    base += keep;
    done -= keep;
  };
  for (const chunk of chunks) {
    waiting.push(chunk);
    missing -= chunk.length;
    if (missing > 0) continue;
    join();
    while (buffer.length - done >= BLOCK + AHEAD) yield next(false);
    missing = BLOCK + AHEAD - (buffer.length - done);
  }
  join();
  while (done < buffer.length) yield next(true);
  return scanner.learned();
}

/** The findings of a source given as UTF-8 bytes, in order of their start. */
export function* scanBytes(
  chunks: Iterable<Uint8Array>,
  info: SourceInfo = {},
  options: ScanOptions = DEFAULT_OPTIONS,
): Generator<Finding, void, undefined> {
  for (const block of scanBlocks(chunks, info, options)) yield* block.findings;
}

/** The findings of a text, in order of their start. */
export function scanText(
  text: string,
  info: SourceInfo = {},
  options: ScanOptions = DEFAULT_OPTIONS,
): Finding[] {
  return [...scanBytes([new TextEncoder().encode(text)], info, options)];
}

/**
 * Joins bytes in one of two places, by turns: what was joined last stays as it is once more, and
 * nothing is left to be collected as garbage.
 */
function createJoiner(): (parts: readonly Uint8Array[]) => Uint8Array {
  let next: Uint8Array = new Uint8Array(0);
  let last: Uint8Array = next;
  return (parts) => {
    const filled = parts.filter((part) => part.length > 0);
    if (filled.length === 1) return filled[0]!;
    const length = filled.reduce((sum, part) => sum + part.length, 0);
    if (next.length < length) next = new Uint8Array(length + BLOCK);
    let at = 0;
    for (const part of filled) {
      next.set(part, at);
      at += part.length;
    }
    const bytes = next.subarray(0, length);
    [next, last] = [last, next];
    return bytes;
  };
}
