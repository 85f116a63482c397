import { maskedShape } from '../../src/engine/text/masked-shape.ts';
import type { Confidence } from '../../src/engine/index.ts';
import type { Case, Hit, List, ReadRows, Truth } from './case.mts';
import { LEVELS, score, shownAt } from './score.mts';
import { Tallies } from './tally.mts';

/** Something that finds personal data: Leaklint, or a peer. */
export type Scan = (
  text: string,
  options: {
    readonly path?: string;
    readonly regions?: readonly string[];
    readonly reserved: 'silent' | 'report';
  },
) => readonly Hit[] | Promise<readonly Hit[]>;

/** A miss or a false alarm, with no value: the shape only. */
export interface Slip {
  readonly list: string;
  readonly id: string;
  readonly kind: 'miss' | 'false alarm' | 'span';
  readonly rule: string;
  readonly confidence: Confidence;
  readonly shape: string;
}

export interface Result {
  readonly list: List;
  cases: number;
  readonly tallies: Tallies;
  /** Cases with a false alarm at this confidence or above. */
  readonly alarmed: Record<Confidence, number>;
  /** Of the cases with an assertion of their own: how many there are, how many hold. */
  asserted: number;
  held: number;
  readonly slips: Slip[];
}

const OVERLAP = { exact: false, strict: false };

/** Runs a list: recall with nobody's values shown, false alarms under the default policy. */
export async function measure(
  list: List,
  read: ReadRows,
  scan: Scan,
  isKnown: (rule: string) => boolean,
): Promise<Result> {
  const result: Result = {
    list,
    cases: 0,
    tallies: new Tallies(),
    alarmed: { certain: 0, likely: 0, possible: 0 },
    asserted: 0,
    held: 0,
    slips: [],
  };
  for (const one of list.cases(read)) {
    const judged = one.rules ?? list.rules;
    if (judged !== 'all' && !judged.some(isKnown)) continue;
    result.cases++;
    const { path, regions } = one;
    const options = { ...(path && { path }), ...(regions && { regions }) };
    const own = (hits: readonly Hit[]) =>
      hits.filter(({ rule }) => judged === 'all' || judged.includes(rule));
    const shown = own(await scan(one.text, { ...options, reserved: 'report' }));
    const quiet =
      list.alarms === 'report'
        ? shown
        : own(await scan(one.text, { ...options, reserved: 'silent' }));
    const truth = one.truth.filter(({ rules }) => rules.some(isKnown));
    for (const level of LEVELS) addLevel(result, one, truth, level, shown, quiet);
    addAssertion(result, one, shown);
  }
  return result;
}

function addLevel(
  result: Result,
  one: Case,
  truth: readonly Truth[],
  level: Confidence,
  shown: readonly Hit[],
  quiet: readonly Hit[],
) {
  const recall = score(truth, shownAt(shown, level), OVERLAP);
  result.tallies.addRecall(level, recall);
  // Every truth counts here, also one of a rule that is not there yet: what overlaps it is no alarm of its kind.
  const alarms = score(one.truth, shownAt(quiet, level), OVERLAP);
  result.tallies.addPrecision(level, alarms);
  if (alarms.wrong.length > 0) result.alarmed[level]++;
  const slip = (
    kind: Slip['kind'],
    rule: string,
    confidence: Confidence,
    span: { start: number; end: number },
  ) =>
    result.slips.push({
      list: result.list.id,
      id: one.id,
      kind,
      rule,
      confidence,
      shape: maskedShape(one.text.slice(span.start, span.end)),
    });
  if (level === 'likely') {
    for (const { truth: row, found, exact } of recall.told) {
      if (!found) slip('miss', row.rules[0]!, level, row);
      else if (!exact && !row.weak) slip('span', row.rules[0]!, level, row);
    }
  }
  if (level === 'possible') {
    for (const hit of alarms.wrong) slip('false alarm', hit.rule, hit.confidence, hit);
  }
}

/** Is the truth found at the leniency that the list asserts, and nothing where it asserts silence? */
function addAssertion(result: Result, one: Case, shown: readonly Hit[]) {
  if (one.foundAt === undefined && one.silentAt === undefined) return;
  const strict = { exact: true, strict: false };
  const told = one.foundAt ? score(one.truth, shownAt(shown, one.foundAt), strict).told : [];
  const silent = one.silentAt ? shownAt(shown, one.silentAt).length === 0 : true;
  result.asserted++;
  if (silent && told.every(({ found }) => found)) result.held++;
}
