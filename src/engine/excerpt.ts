import type { Block } from './block.ts';
import { chooseFormat } from './formats/choose.ts';
import { createFields, type Frame } from './formats/format.ts';
import type { Learned } from './learned.ts';
import type { ScanOptions, SourceInfo } from './options.ts';
import { rulesetOf } from './ruleset.ts';
import { BLOCK } from './scan.ts';
import { createScanner } from './scanner.ts';

/** Scans excerpts of a source that was scanned as a whole before: a few lines that have changed. */
export interface Excerpts {
  /** What of the source must stand before an excerpt. */
  readonly frame: Frame;
  /**
   * Scans an excerpt as if it stood in its source. Positions and records count from its own start.
   *
   * @param bytes the frame and the excerpt, which begins with a line
   * @param frame length of the frame, in which nothing is looked for
   */
  scan(bytes: Uint8Array, frame: number): Block;
}

/**
 * @param source its first block tells its format
 * @param learned by the scan of the whole source
 */
export function createExcerpts(
  source: Uint8Array,
  info: SourceInfo,
  options: ScanOptions,
  learned: Learned,
): Excerpts {
  const factory = chooseFormat(info, source.subarray(0, BLOCK));
  const { names } = rulesetOf(options);
  return {
    frame: factory(names).frame ?? 'none',
    scan(bytes, frame) {
      const format = factory(names);
      const from = frame === 0 ? 0 : format.read(bytes, 0, frame, false, createFields());
      const scanner = createScanner(info, options, { known: { format: () => format, learned } });
      return scanner.next({ bytes, base: 0, from, to: bytes.length, last: true });
    },
  };
}
