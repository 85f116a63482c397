/** A verdict by accident may happen once in a million columns. */
const ACCIDENT = Math.log(1e-6);

/**
 * How far `passed` of `count` cells are beyond what chance gives, as the logarithm of Chernoff's
 * bound on the probability of so many or more (relative entropy, binomial distribution).
 *
 * @returns 0 or less; the lower, the less likely it is an accident
 */
export function logOfChance(passed: number, count: number, chance: number): number {
  const share = passed / count;
  if (count === 0 || share <= chance) return 0;
  const failed = 1 - share;
  const rest = failed === 0 ? 0 : failed * Math.log(failed / (1 - chance));
  return -count * (share * Math.log(share / chance) + rest);
}

/** Is it out of the question that chance alone made so many cells pass? */
export function isNoAccident(passed: number, count: number, chance: number): boolean {
  return logOfChance(passed, count, chance) <= ACCIDENT;
}

/** The figures as evidence tells them: `987 of 1000, by chance 100`. */
export function figuresOf(passed: number, count: number, chance: number): string {
  return `${String(passed)} of ${String(count)}, by chance ${String(Math.round(count * chance))}`;
}
