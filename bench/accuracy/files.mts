import type { Confidence } from '../../src/engine/index.ts';
import { maskedShape } from '../../src/engine/text/masked-shape.ts';
import type { FileList } from './dumps.mts';
import type { ReadRows } from './case.mts';
import type { Scan, Slip } from './measure.mts';
import { LEVELS, score, shownAt } from './score.mts';
import { Tallies } from './tally.mts';

export interface FileResult {
  readonly list: FileList;
  /** Counts by exact spans, strictly; a value of a kind that has no rule yet is missed. */
  readonly tallies: Tallies;
  readonly slips: readonly Slip[];
}

const STRICT = { exact: true, strict: true };
/** Kinds that stand in the files, but that their truth says nothing of. */
const UNLABELLED = new Set(['sex']);

/** Scans whole files with nobody's values shown, and scores them by exact spans, strictly. */
export async function measureFile(
  list: FileList,
  read: ReadRows,
  scan: Scan,
  isKnown: (rule: string) => boolean,
): Promise<FileResult> {
  const tallies = new Tallies();
  const slips: Slip[] = [];
  for (const { text, path, truth } of list.cases(read)) {
    const found = await scan(text, { ...(path && { path }), reserved: 'report' });
    const hits = found.filter(({ rule }) => !UNLABELLED.has(rule));
    for (const level of LEVELS) {
      const result = score(truth, shownAt(hits, level), STRICT);
      tallies.addRecall(level, result);
      tallies.addPrecision(level, result);
      if (level !== 'likely') continue;
      const slip = (
        kind: Slip['kind'],
        rule: string,
        confidence: Confidence,
        { start, end }: { start: number; end: number },
      ) =>
        slips.push({
          list: list.id,
          id: '',
          kind,
          rule,
          confidence,
          shape: maskedShape(text.slice(start, end)),
        });
      for (const { truth: row, found } of result.told) {
        if (!found && row.rules.some(isKnown)) slip('miss', row.rules[0]!, level, row);
      }
      for (const hit of result.wrong) slip('false alarm', hit.rule, hit.confidence, hit);
    }
  }
  return { list, tallies, slips };
}
