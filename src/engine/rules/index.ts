import type { Rule } from '../rule.ts';

/** All rules, in the fixed order that settles a tie between two readings of the same digits. */
export const RULES: readonly Rule[] = [];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id);
}
