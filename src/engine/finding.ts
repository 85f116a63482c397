import type { Evidence } from './evidence.ts';

/** How sure the engine is: `certain` is right in 99.5 of 100 cases, `likely` in 95. */
export type Confidence = 'certain' | 'likely' | 'possible';

const RANK: Record<Confidence, number> = { possible: 0, likely: 1, certain: 2 };

/** Is `confidence` as high as `threshold`, or higher? */
export function atLeast(confidence: Confidence, threshold: Confidence): boolean {
  return RANK[confidence] >= RANK[threshold];
}

/** A place in a source: UTF-16 offset and byte offset from 0, line and column (UTF-16) from 1. */
export interface Position {
  readonly offset: number;
  readonly byte: number;
  readonly line: number;
  readonly column: number;
}

/**
 * A value that a rule takes for personal data. It holds no text of the source: `masked` is the
 * value's shape, in which every letter and digit is `*`.
 */
export interface Finding {
  readonly rule: string;
  /** First position of the value. */
  readonly start: Position;
  /** The position after the value. */
  readonly end: Position;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly masked: string;
  /** ISO 3166 region of the value's format, where the rule knows it. */
  readonly region?: string;
  /** Name of the field that holds the value, itself masked where it carries personal data. */
  readonly field?: string;
  /** Record (row, object) of the source, from 1. */
  readonly record?: number;
}
