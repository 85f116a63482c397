import type { Place, Replacement, Strategy } from './strategy.ts';

/**
 * What to write in place of a value.
 *
 * @param rule id of the rule that found it, built in or the user's own
 * @param value the value as it stands in the source, with its escapes
 */
export function replacementFor(
  rule: string,
  value: string,
  strategy: Strategy,
  where: Place = {},
): Replacement {
  void rule;
  void where;
  return { text: value, strategy };
}
