import { lazy } from '../gazetteer/lazy.ts';
import type { Candidates } from './candidates.ts';
import type { LabelEndings } from './labels.ts';
import { compileParts, type KernelParts, type KernelWords } from './parts.ts';
import { createPlainKernel } from './scanner.ts';
import { createReadyKernel, createSimdKernel } from './simd.ts';

/** Finds candidates in bytes. */
export interface Kernel {
  /**
   * Adds the candidates of `bytes[from, to)`, in the order in which they give themselves away: the
   * state of a western address stands before the digits that give it away. A run of digits
   * that begins there may end after `to`.
   */
  collect(bytes: Uint8Array, from: number, to: number, out: Candidates): void;
  /** What it looks for. */
  parts(): KernelParts;
}

/** Finds candidates, and nothing else. */
export type Collector = Pick<Kernel, 'collect'>;

const NO_WORDS: KernelWords = { numbered: { words: [], endings: [] }, listed: () => [] };

/** Bytes that are scanned byte after byte: about as long takes compiling the SIMD scanner with its tables. */
const WORTH_COMPILING = 512 * 1024;
/** A shorter stretch is done with before it is copied. */
const WORTH_COPYING = 512;

/**
 * @param literals candidates of kind `LITERAL + index`
 * @param labels may the name of a field end here? Asked of every separator
 * @param words what stands beside numbers and in lists
 */
export function createKernel(
  literals: readonly string[],
  labels: LabelEndings,
  words: KernelWords = NO_WORDS,
): Kernel {
  const parts = compileParts(literals, labels, words);
  const plain = createPlainKernel(parts);
  let seen = 0;
  let simd: Collector | undefined;
  return {
    collect(bytes, from, to, out) {
      const isShort = to - from < WORTH_COPYING;
      if (!isShort && seen < WORTH_COMPILING) {
        seen += to - from;
        // Where there is no SIMD, the plain scanner does it all.
        if (seen >= WORTH_COMPILING) simd = createSimdKernel(parts);
      }
      const kernel = isShort ? plain : (simd ?? plain);
      kernel.collect(bytes, from, to, out);
    },
    parts: () => parts,
  };
}

/** So many short stretches are worth compiling the plain scanner's tables. */
const MANY = 64;

/**
 * The kernel of all built-in rules: the tables of the SIMD scanner are ready.
 *
 * @param parts asked for where there are many short stretches, or no SIMD
 */
export function createBuiltInKernel(parts: () => KernelParts): Kernel {
  let short = 0;
  let plain: Collector | undefined;
  let simd: Collector | null | undefined;
  const compiled = lazy(parts);
  return {
    collect(bytes, from, to, out) {
      if (simd === undefined) simd = createReadyKernel() ?? null;
      const isPlain = simd === null || (to - from < WORTH_COPYING && ++short > MANY);
      const kernel = isPlain ? (plain ??= createPlainKernel(compiled())) : simd!;
      kernel.collect(bytes, from, to, out);
    },
    parts: compiled,
  };
}
