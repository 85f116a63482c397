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

type Foldable = Pick<Finding, 'rule' | 'field'> & { readonly record?: number };

/** How many findings of a rule stand in the fields of a name. */
export interface Counted {
  readonly rule: string;
  readonly field: string | undefined;
  readonly count: number;
  /** Those of them that are fields of a record. */
  readonly inRecords: number;
}

/** Findings counted by column: the fields of one name that one rule speaks for. */
export type Tally = ReadonlyMap<string, Counted>;

/** Findings in order, with their tally. */
export interface Tallied<F> {
  readonly findings: readonly F[];
  readonly tally: Tally;
}

const columnOf = ({ rule, field }: Pick<Foldable, 'rule' | 'field'>) =>
  field === undefined ? rule : `${rule} ${field}`;

type Counting = { -readonly [K in keyof Counted]: Counted[K] };

export function tallyOf(findings: readonly Foldable[]): Tally {
  const tally = new Map<string, Counting>();
  for (const finding of findings) {
    const { rule, field, record } = finding;
    const key = columnOf(finding);
    let counted = tally.get(key);
    if (counted === undefined) tally.set(key, (counted = { rule, field, count: 0, inRecords: 0 }));
    counted.count++;
    if (record !== undefined) counted.inRecords++;
  }
  return tally;
}

/** The sum of tallies, less others that are in it. */
export function tallySum(tallies: readonly Tally[], less: readonly Tally[] = []): Tally {
  const sum = new Map<string, Counting>();
  const add = (tally: Tally, sign: 1 | -1) => {
    for (const [column, { rule, field, count, inRecords }] of tally) {
      const before = sum.get(column) ?? { count: 0, inRecords: 0 };
      const now = before.count + sign * count;
      if (now === 0) sum.delete(column);
      else {
        sum.set(column, {
          rule,
          field,
          count: now,
          inRecords: before.inRecords + sign * inRecords,
        });
      }
    }
  };
  for (const tally of tallies) add(tally, 1);
  for (const tally of less) add(tally, -1);
  return sum;
}

/**
 * Folds the findings of each rule that has too many in one file: one per field (a column, a key),
 * the first, with the count. VS Code drops what is over 1,000 diagnostics in a file without a word;
 * a dump of customers would hide everything else.
 *
 * @param findings in order of their start
 */
export function foldFindings<F extends Foldable>(
  findings: readonly F[],
  limit = FOLD_PAST,
): Folded<F>[] {
  const tally = tallyOf(findings);
  return foldChunks([{ findings, tally }], tally, (each) => each, limit);
}

/**
 * As `foldFindings`, for chunks in order. Those that show nothing are not looked through.
 *
 * @param all the sum of their tallies
 * @param placed a finding where it stands now, by the index of its chunk
 */
export function foldChunks<F extends Foldable>(
  chunks: readonly Tallied<F>[],
  all: Tally,
  placed: (finding: F, index: number) => F,
  limit = FOLD_PAST,
): Folded<F>[] {
  const perRule = new Map<string, number>();
  for (const { rule, count } of all.values()) perRule.set(rule, (perRule.get(rule) ?? 0) + count);
  const isFolded = (rule: string) => perRule.get(rule)! > limit;
  /** What is still to be shown of each column: every finding, or one for all. */
  const left = new Map<string, number>();
  for (const [column, { rule, count }] of all) left.set(column, isFolded(rule) ? 1 : count);
  const folded: Folded<F>[] = [];
  for (const [index, chunk] of chunks.entries()) {
    if (left.size === 0) break;
    if (!holdsAny(chunk.tally, left)) continue;
    for (const finding of chunk.findings) {
      const column = columnOf(finding);
      const more = left.get(column);
      if (more === undefined) continue;
      const count = isFolded(finding.rule) ? all.get(column)!.count : 1;
      folded.push({ finding: placed(finding, index), count });
      if (more === 1) left.delete(column);
      else left.set(column, more - 1);
    }
  }
  return folded;
}

function holdsAny(tally: Tally, columns: ReadonlyMap<string, unknown>): boolean {
  for (const column of tally.keys()) if (columns.has(column)) return true;
  return false;
}
