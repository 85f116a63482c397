import type { Keystroke } from './keystroke.mts';
import type { Timed } from './paired.mts';
import type { Worst } from './worst.mts';
import { median, pairedRatio } from './statistics.mts';

export type SectionId = 'dump' | 'lines' | 'all' | 'sparse' | 'tree' | 'hook' | 'peers';

/** Commands that were measured against each other; the first is ours. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly note?: string;
  readonly timed: readonly Timed[];
}

/** One size of the table, in MB. */
export interface Grown {
  readonly megabytes: number;
  readonly timed: readonly Timed[];
}

export interface TypedInto {
  readonly title: string;
  readonly id: 'table' | 'source' | 'module';
  readonly key: Keystroke;
}

/** All that a run has measured. What could not be measured is not in it; `lacking` says why. */
export interface Measured {
  /** Lines about machine, versions and commit. */
  readonly made: readonly string[];
  readonly sections: readonly Section[];
  readonly typed: readonly TypedInto[];
  readonly growth: readonly Grown[];
  /** Repeated pieces, the slowest first. */
  readonly worst: readonly Worst[];
  readonly lacking: readonly string[];
}

export const OURS = 'leaklint';

const named = (timed: readonly Timed[], name: string) => timed.find((each) => each.name === name);

/** How many times as much ours takes as another, pair by pair; undefined where not both ran. */
export function ratioTo(
  timed: readonly Timed[] | undefined,
  other: string,
  of: 'wall' | 'cpu',
): number | undefined {
  const [ours, theirs] = [named(timed ?? [], OURS), named(timed ?? [], other)];
  const ratio = ours && theirs ? pairedRatio(ours[of], theirs[of]) : undefined;
  return Number.isNaN(ratio) ? undefined : ratio;
}

/** Our CPU time to another's wall time. */
export function cpuToWall(timed: readonly Timed[] | undefined, other: string): number | undefined {
  const [ours, theirs] = [named(timed ?? [], OURS), named(timed ?? [], other)];
  const ratio = ours && theirs ? pairedRatio(ours.cpu, theirs.wall) : undefined;
  return Number.isNaN(ratio) ? undefined : ratio;
}

/** The median of what a command took. */
export function middle(
  timed: readonly Timed[] | undefined,
  name: string,
  of: 'wall' | 'cpu' | 'memory',
): number | undefined {
  const value = median(named(timed ?? [], name)?.[of] ?? []);
  return Number.isNaN(value) ? undefined : value;
}
