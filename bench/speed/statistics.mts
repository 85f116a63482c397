/** The middle one, or the mean of the two in the middle. NaN of nothing. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** Between the two neighbours where it falls between them. @param share from 0 to 1 */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? NaN;
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at));
}

/**
 * The median of the ratios of pairs that were measured in the same round, so that what slows the
 * machine down slows both. Undefined where a divisor was below what the clock can tell.
 */
export function pairedRatio(
  ours: readonly number[],
  theirs: readonly number[],
): number | undefined {
  if (ours.length === 0 || !theirs.every((each) => each > 0)) return undefined;
  return median(ours.map((each, i) => each / theirs[i]!));
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The straight line of least squares, and how far a point lies from it at most, as a share. */
export interface Line {
  readonly slope: number;
  readonly start: number;
  readonly off: number;
}

/** @param points two or more, of different x */
export function lineThrough(points: readonly Point[]): Line {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const slope =
    mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
  const start = y - slope * x;
  const off = Math.max(...points.map((point) => Math.abs(point.y / (start + slope * point.x) - 1)));
  return { slope, start, off };
}
