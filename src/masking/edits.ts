import type { Block, Finding, ScanOptions, SourceInfo } from '../engine/index.ts';
import type { Strategy } from './strategy.ts';

/** A replacement as data. Offsets count from the start of the source, `end` is exclusive. */
export interface Edit {
  /** UTF-16 offset. */
  readonly start: number;
  readonly end: number;
  /** Byte offset (UTF-8). */
  readonly startByte: number;
  readonly endByte: number;
  readonly text: string;
}

/** One strategy for all, or one for each finding. */
export type StrategyChoice = Strategy | ((finding: Finding) => Strategy);

/** Which of a block's findings are masked; the policy's filter. */
export type FindingFilter = (block: Block) => readonly Finding[];

/**
 * The edits that mask `findings`, in order, without overlaps: of nested or overlapping findings
 * the outermost is masked.
 *
 * @param findings findings of `block`
 * @param info decides with the text around a value whether it is an unquoted number
 */
export function editsFor(
  block: Block,
  findings: readonly Finding[],
  strategy: StrategyChoice,
  info: SourceInfo = {},
): Edit[] {
  void block;
  void findings;
  void strategy;
  void info;
  return [];
}

/** The text with all edits made. `edits` must be in order and must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  void edits;
  return text;
}

/**
 * Masks a source of any size in constant memory: UTF-8 bytes in, UTF-8 bytes out. Only the bytes
 * of masked values change, broken bytes elsewhere stay as they are.
 */
export function* maskChunks(
  chunks: Iterable<Uint8Array>,
  info: SourceInfo,
  options: ScanOptions,
  filter: FindingFilter,
  strategy: StrategyChoice,
): Generator<Uint8Array, void, undefined> {
  void info;
  void options;
  void filter;
  void strategy;
  yield* chunks;
}
