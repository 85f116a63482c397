import { atLeast, type Confidence } from '../../src/engine/index.ts';
import type { Hit, Truth } from './case.mts';

export const LEVELS: readonly Confidence[] = ['certain', 'likely', 'possible'];

export interface Scoring {
  /** A truth counts as found only when both ends agree. */
  readonly exact: boolean;
  /** A second finding on the same truth is a false alarm. */
  readonly strict: boolean;
}

export interface Told {
  readonly truth: Truth;
  readonly found: boolean;
  readonly exact: boolean;
}

export interface Score {
  /** Every truth that counts: weak ones only when found. */
  readonly told: readonly Told[];
  readonly right: readonly Hit[];
  readonly wrong: readonly Hit[];
}

/**
 * Compares hits with the truth. A truth is found when a hit of one of its rules overlaps it; a hit
 * is right when it overlaps a truth of its rule. `exact` and `strict` as in {@link Scoring}.
 */
export function score(truth: readonly Truth[], hits: readonly Hit[], scoring: Scoring): Score {
  const rows = [...truth]
    .sort((a, b) => a.start - b.start)
    .map((row) => ({ truth: row, found: false, exact: false, tellers: new Set<string>() }));
  const right: Hit[] = [];
  const wrong: Hit[] = [];
  let low = 0;
  for (const hit of [...hits].sort((a, b) => a.start - b.start)) {
    while (low < rows.length && rows[low]!.truth.end <= hit.start) low++;
    let isRight = false;
    for (let at = low; at < rows.length && rows[at]!.truth.start < hit.end; at++) {
      const row = rows[at]!;
      if (row.truth.end <= hit.start || !row.truth.rules.includes(hit.rule)) continue;
      const exact = row.truth.start === hit.start && row.truth.end === hit.end;
      if ((scoring.exact && !exact) || (scoring.strict && row.tellers.has(hit.rule))) continue;
      isRight = true;
      row.found = true;
      row.exact ||= exact;
      row.tellers.add(hit.rule);
    }
    (isRight ? right : wrong).push(hit);
  }
  const told = rows.filter((row) => row.found || !row.truth.weak);
  return {
    told: told.map(({ truth: row, found, exact }) => ({ truth: row, found, exact })),
    right,
    wrong,
  };
}

/** The hits that are shown at a threshold. */
export function shownAt(hits: readonly Hit[], threshold: Confidence): Hit[] {
  return hits.filter(({ confidence }) => atLeast(confidence, threshold));
}

/** Harmonic mean of recall and precision; 0 where nothing is right. */
export function f1(recall: number, precision: number): number {
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}
