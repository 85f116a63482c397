import type { Confidence, Finding, Position } from './finding.ts';

/** A comment directive (`leaklint-ignore-line …`): its place and its text up to the line's end. */
export interface Mark {
  readonly start: Position;
  /** From `leaklint-` to the end of the line. Not for output: people write anything in comments. */
  readonly text: string;
  /** It stands in a program that a text quotes: it may silence, and need not. */
  readonly isExample?: boolean;
}

/** A rule that failed on a candidate; it was passed over and the scan went on. */
export interface Crash {
  readonly rule: string;
  /** Byte offset of the candidate in the source. */
  readonly byte: number;
}

/** Findings that are counted only: the caller has seen enough of their kind. */
export interface Tally {
  readonly rule: string;
  readonly confidence: Confidence;
  readonly count: number;
}

/**
 * A stretch of the source whose findings are complete. Blocks follow each other without a gap,
 * begin and end at line ends where lines are not very long, and never cut a finding.
 */
export interface Block {
  /** The bytes (UTF-8). Valid until the next block is asked for. */
  readonly bytes: Uint8Array;
  /** Byte offset of the block in the source. */
  readonly start: number;
  /** In order of their start; of equal starts the longer first. */
  readonly findings: readonly Finding[];
  /** Findings besides those; none unless the caller said that it has enough of a rule. */
  readonly tallies?: readonly Tally[];
  readonly marks: readonly Mark[];
  readonly crashes: readonly Crash[];
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a finding. It is personal data: never put it into a message, a log or a report. */
export function valueOf(block: Block, finding: Finding): string {
  const { bytes, start } = block;
  return decoder.decode(bytes.subarray(finding.start.byte - start, finding.end.byte - start));
}
