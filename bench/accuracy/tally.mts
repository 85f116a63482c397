import type { Confidence } from '../../src/engine/index.ts';
import { f1, LEVELS, type Score } from './score.mts';

/** Counts at one threshold: this confidence and above. */
export interface Counts {
  cases: number;
  found: number;
  exact: number;
  right: number;
  wrong: number;
}

export type Tally = Readonly<Record<Confidence, Counts>>;

const none = (): Counts => ({ cases: 0, found: 0, exact: 0, right: 0, wrong: 0 });

export function createTally(): Tally {
  return { certain: none(), likely: none(), possible: none() };
}

/** A list's counts, rule by rule. A truth that several rules may tell is counted under the first. */
export class Tallies {
  readonly byRule = new Map<string, Tally>();

  of(rule: string): Tally {
    const known = this.byRule.get(rule);
    if (known) return known;
    const tally = createTally();
    this.byRule.set(rule, tally);
    return tally;
  }

  /** Adds how many truths were found. */
  addRecall(level: Confidence, { told }: Score) {
    for (const { truth, found, exact } of told) {
      const counts = this.of(truth.rules[0]!)[level];
      counts.cases++;
      if (found) counts.found++;
      if (exact) counts.exact++;
    }
  }

  /** Adds how many findings were right. */
  addPrecision(level: Confidence, { right, wrong }: Score) {
    for (const hit of right) this.of(hit.rule)[level].right++;
    for (const hit of wrong) this.of(hit.rule)[level].wrong++;
  }

  /** All rules, or those named, together. */
  sum(rules?: ReadonlySet<string>): Tally {
    const total = createTally();
    for (const [rule, tally] of this.byRule) {
      if (rules && !rules.has(rule)) continue;
      add(total, tally);
    }
    return total;
  }
}

function add(total: Tally, tally: Tally) {
  for (const level of LEVELS) {
    for (const key of ['cases', 'found', 'exact', 'right', 'wrong'] as const) {
      total[level][key] += tally[level][key];
    }
  }
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  const total = createTally();
  for (const tally of tallies) add(total, tally);
  return total;
}

export const recallOf = ({ found, cases }: Counts) => found / cases;
export const exactOf = ({ exact, cases }: Counts) => exact / cases;
export const precisionOf = ({ right, wrong }: Counts) => right / (right + wrong);

/** Micro-F1 of the counts: every value weighs the same, whatever its kind. */
export function microF1(counts: Counts): number {
  return f1(recallOf(counts) || 0, precisionOf(counts) || 0);
}

/** The share of right findings that are called exactly this: no more, no less. */
export function calibrationOf(tally: Tally, level: Confidence): { right: number; wrong: number } {
  const above = LEVELS[LEVELS.indexOf(level) - 1];
  const minus = above ? tally[above] : none();
  return { right: tally[level].right - minus.right, wrong: tally[level].wrong - minus.wrong };
}
