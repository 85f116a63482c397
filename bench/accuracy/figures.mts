import type { Confidence } from '../../src/engine/index.ts';
import type { FileResult } from './files.mts';
import type { Result } from './measure.mts';
import { calibrationOf, exactOf, microF1, recallOf, sumOf, type Tally } from './tally.mts';
import { wrongPer100000, type TreeResult } from './trees.mts';

/** Everything that was measured, by id. */
export interface Measured {
  readonly lists: ReadonlyMap<string, Result>;
  readonly files: readonly FileResult[];
  readonly trees: ReadonlyMap<string, TreeResult>;
}

/** A figure out of what was measured; undefined where nothing was. */
export type Figure = (measured: Measured) => number | undefined;

const ifCases = (value: number) => (Number.isNaN(value) ? undefined : value);

/** Share of the truths of lists that were found; with `of`, by exact span; with `rules`, of these. */
export function found(
  ids: readonly string[],
  level: Confidence,
  of: 'found' | 'exact' = 'found',
  rules?: readonly string[],
): Figure {
  return ({ lists }) => {
    const tallies = ids.flatMap((id) => lists.get(id)?.tallies.sum(rules && new Set(rules)) ?? []);
    const counts = sumOf(tallies)[level];
    return ifCases(of === 'exact' ? exactOf(counts) : recallOf(counts));
  };
}

/** Share of the cases with a false alarm. */
export const alarmed =
  (ids: readonly string[], level: Confidence): Figure =>
  ({ lists }) => {
    const results = ids.flatMap((id) => lists.get(id) ?? []);
    const sum = (count: (result: Result) => number) =>
      results.reduce((all, one) => all + count(one), 0);
    return ifCases(sum((one) => one.alarmed[level]) / sum((one) => one.cases));
  };

export const held =
  (id: string): Figure =>
  ({ lists }) => {
    const result = lists.get(id);
    return result && ifCases(result.held / result.asserted);
  };

/** Findings at default in lists without any value. */
export const findings =
  (ids: readonly string[]): Figure =>
  ({ lists }) =>
    ids.reduce((all, id) => all + (lists.get(id)?.tallies.sum().likely.wrong ?? 0), 0);

export const inTree =
  (id: string): Figure =>
  ({ trees }) =>
    trees.get(id)?.findings.filter((one) => one.verdict !== 'right').length;

export const perLines =
  (id: string): Figure =>
  ({ trees }) => {
    const tree = trees.get(id);
    return tree && wrongPer100000(tree);
  };

const groupOf = ({ files }: Measured, group: string): Tally | undefined => {
  const own = files.filter(({ list }) => list.group === group);
  return own.length === 0 ? undefined : sumOf(own.map(({ tallies }) => tallies.sum()));
};

export const microF1Of =
  (group: string): Figure =>
  (measured) => {
    const tally = groupOf(measured, group);
    return tally && microF1(tally.likely);
  };

export const certainOf =
  (group: string): Figure =>
  (measured) => {
    const tally = groupOf(measured, group);
    return tally && ifCases(calibrationOf(tally, 'certain').right / tally.possible.right);
  };

export const calibration =
  (level: Confidence): Figure =>
  (measured) => {
    const counts = calibrationOf(allTallies(measured), level);
    return ifCases(counts.right / (counts.right + counts.wrong));
  };

/** Everything of which the truth is whole: lists, labelled files and dumps. */
export function allTallies({ lists, files }: Measured): Tally {
  const tight = [...lists.values()].filter(({ list }) => !list.loose);
  return sumOf([...tight, ...files].map(({ tallies }) => tallies.sum()));
}
