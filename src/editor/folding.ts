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

/** How many findings a rule has in the fields of a name. */
export interface Counted {
  readonly rule: string;
  readonly count: number;
}

/** Says of a file's findings, in order of their start, which are shown. */
export interface Fold {
  /** Bits of the columns of which something is still to be shown; 0 when nothing is. */
  wanted(): number;
  /** How many findings the next one of a column stands for; 0 where it is not shown. */
  take(column: number): number;
}

/** Columns share 32 bits: those of a set say that one of it is there, or one like it. */
export const bitOf = (column: number): number => 1 << (column & 31);

/**
 * Folds the findings of each rule that has too many in one file: one per field (a column, a key),
 * the first, with the count. VS Code drops what is over 1,000 diagnostics in a file without a word;
 * a dump of customers would hide everything else.
 */
export function createFold(columns: readonly Counted[], limit = FOLD_PAST): Fold {
  const perRule = new Map<string, number>();
  for (const { rule, count } of columns) perRule.set(rule, (perRule.get(rule) ?? 0) + count);
  const isFolded = columns.map(({ rule }) => perRule.get(rule)! > limit);
  /** What is still to be shown of each column: every finding, or one for all. */
  const left = columns.map(({ count }, column) => (isFolded[column] ? Math.min(count, 1) : count));
  const bits = () => left.reduce((set, more, column) => (more > 0 ? set | bitOf(column) : set), 0);
  let wanted = bits();
  return {
    wanted: () => wanted,
    take(column) {
      if (left[column] === 0) return 0;
      left[column]!--;
      if (left[column] === 0) wanted = bits();
      return isFolded[column] ? columns[column]!.count : 1;
    },
  };
}
