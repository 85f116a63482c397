import type { Finding } from '../engine/index.ts';

/** Past this many findings of a rule in a file, one stands for all of a column. */
export const FOLD_PAST = 200;

/**
 * One entry for the Problems panel: a finding, and how many like it (itself included) it stands
 * for.
 */
export interface Folded<F> {
  readonly finding: F;
  readonly count: number;
}

/**
 * Folds the findings of each rule that has too many in one file: one per field (a column, a key),
 * the first, with the count. VS Code drops what is over 1,000 diagnostics in a file without a word;
 * a dump of customers would hide everything else.
 *
 * @param findings in order of their start
 */
export function foldFindings<F extends Pick<Finding, 'rule' | 'field'>>(
  findings: readonly F[],
  limit = FOLD_PAST,
): Folded<F>[] {
  const perRule = countBy(findings, ({ rule }) => rule);
  const isFolded = (finding: F) => (perRule.get(finding.rule) ?? 0) > limit;
  const column = (finding: F) => JSON.stringify([finding.rule, finding.field]);
  const perColumn = countBy(findings.filter(isFolded), column);
  const seen = new Set<string>();
  const folded: Folded<F>[] = [];
  for (const finding of findings) {
    if (!isFolded(finding)) {
      folded.push({ finding, count: 1 });
      continue;
    }
    const key = column(finding);
    if (!seen.has(key)) folded.push({ finding, count: perColumn.get(key) ?? 1 });
    seen.add(key);
  }
  return folded;
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
