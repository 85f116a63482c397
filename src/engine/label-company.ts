import { LABEL, type Candidates } from './kernel/candidates.ts';

/** The rules that labels near a label speak for. Made by `createCompany`. */
export interface Company {
  /**
   * The rules of the labels near one, itself included; asked in rising order.
   *
   * @param ruleOf the rule that a label speaks for; asked once for each label
   */
  around(index: number, ruleOf: (index: number) => string | undefined): ReadonlySet<string>;
}

/**
 * Labels stand near each other by hundreds, and each has nearly the company of the one before it:
 * the rules near it are counted, and only who comes and who goes is looked at.
 *
 * @param reach how far a label is near, in bytes
 */
export function createCompany(candidates: Candidates, reach: number): Company {
  /** By index; null where a label speaks for none. */
  const spoken: (string | null | undefined)[] = [];
  const counts = new Map<string, number>();
  let rules: ReadonlySet<string> = new Set();
  /** The candidates that are counted. */
  let first = 0;
  let last = 0;

  const count = (rule: string | null | undefined, step: 1 | -1): void => {
    if (rule === null || rule === undefined) return;
    const sum = (counts.get(rule) ?? 0) + step;
    counts.set(rule, sum);
    // Who has the old set keeps it as it is.
    if (sum === 0) rules = new Set([...rules].filter((each) => each !== rule));
    else if (sum === 1 && step === 1) rules = new Set([...rules, rule]);
  };

  return {
    around(index, ruleOf) {
      const { rows, length } = candidates;
      const here = rows[index * 3 + 1]!;
      const isBefore = (i: number) => here - rows[i * 3 + 1]! > reach;
      const isNear = (i: number) => rows[i * 3 + 1]! - here <= reach;
      while (first < last && isBefore(first)) count(spoken[first++], -1);
      if (first === last) {
        first = last = index;
        while (first > 0 && !isBefore(first - 1)) first--;
        last = first;
      }
      for (; last < length && isNear(last); last++) {
        if (rows[last * 3] !== LABEL) continue;
        if (spoken[last] === undefined) spoken[last] = ruleOf(last) ?? null;
        count(spoken[last], 1);
      }
      return rules;
    },
  };
}
