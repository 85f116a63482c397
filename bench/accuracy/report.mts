import { levels, percent, table } from './format.mts';
import type { FileResult } from './files.mts';
import type { Result } from './measure.mts';
import { LEVELS } from './score.mts';
import {
  calibrationOf,
  exactOf,
  microF1,
  precisionOf,
  recallOf,
  sumOf,
  type Counts,
  type Tally,
} from './tally.mts';
import { allTallies, type Measured } from './figures.mts';
import { isReached, TARGETS, type Target } from './targets.mts';
import { wrongPer100000 } from './trees.mts';

type IsKnown = (rule: string) => boolean;

const at = (tally: Tally, of: (counts: Counts) => number) =>
  levels(LEVELS.map((level) => of(tally[level])));

/** The page `bench/ACCURACY.md`. */
export function report(
  measured: Measured,
  made: readonly string[],
  isKnown: IsKnown,
  peers: string,
): string {
  const sections = [
    '# Accuracy\n\nWritten by `npm run bench:accuracy`; do not edit. Recall and exact-span share are measured with `"reserved": "report"`, precision and false alarms under the default policy. Three figures stand for `certain` / `likely` or better / `possible` or better, in percent. Misses and false alarms: [accuracy-misses.md](accuracy-misses.md).',
    made.map((line) => `- ${line}`).join('\n'),
    `## What it must show\n\n${targetTable(measured, isKnown)}`,
    `## Lists\n\nFound and exact are shares of the values; alarms are cases with a false alarm at \`likely\` or better.\n\n${listTable(measured)}`,
    `## Files and dumps\n\nExact spans, strictly: a second finding of a value and a finding of a kind without truth are false alarms; \`sex\`, which the truth leaves out, is not counted. F1 at \`likely\`; "rules that exist" leaves out the kinds that have no rule yet.\n\n${fileTable(measured, isKnown)}`,
    `## Rules\n\nAll lists, files and dumps together.\n\n${ruleTable(measured)}`,
    `## Calibration\n\nHow much of what is called so is right, in the same cases.\n\n${calibrationTable(measured)}`,
    `## Trees\n\nFindings at default, for 100,000 lines. Each was read and judged by itself, by file and line, in \`bench/accuracy/judged.tsv\`; of libphonenumber-js, whose numbers are its examples and tests, each different value. What the list does not cover is unjudged and counts as wrong.\n\n${treeTable(measured)}`,
    `## Peers\n\n${peers}`,
    `## How each list becomes text and truth\n\n${table(
      ['list', 'file', 'way'],
      [...measured.lists.values(), ...measured.files].map(({ list }) => [
        list.id,
        `\`${list.file}\``,
        list.how,
      ]),
    )}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

/** What was measured, without the goals: for a look at some of the lists. */
export function measuredTables(measured: Measured, isKnown: IsKnown): string {
  return [listTable(measured), fileTable(measured, isKnown), treeTable(measured)].join('\n\n');
}

function targetTable(measured: Measured, isKnown: IsKnown): string {
  return table(
    ['on', 'what', 'goal', 'measured', ''],
    TARGETS.map((target) => {
      const figure = target.figure(measured);
      const [way, goal] = target.goal;
      const shown = (value: number) =>
        target.unit === 'count' ? String(Math.round(value * 100) / 100) : percent(value);
      const goalShown = `${way === '>=' ? 'at least' : 'at most'} ${shown(goal)}`;
      return [
        target.on,
        target.what,
        goalShown,
        figure === undefined ? '–' : shown(figure),
        verdict(target, figure, isKnown),
      ];
    }),
  );
}

function verdict({ rules, goal }: Target, figure: number | undefined, isKnown: IsKnown): string {
  const missing = rules.filter((rule) => !isKnown(rule));
  if (missing.length > 0) return `**not yet** (rules missing: ${missing.join(', ')})`;
  if (figure === undefined) return 'not measured';
  return isReached(goal, figure) ? 'reached' : '**not yet**';
}

function listTable({ lists }: Measured): string {
  return table(
    ['list', 'rule', 'cases', 'values', 'found', 'exact', 'precision', 'alarms'],
    [...lists.values()].flatMap((result) => listRows(result)),
  );
}

function listRows(result: Result): (string | number)[][] {
  const { list, cases, alarmed, tallies } = result;
  if (cases === 0) return [[list.id, '–', 0, 0, 'rules missing', '', '', '']];
  const alarms = `${alarmed.likely} (${percent(alarmed.likely / cases)})`;
  const rows = [...tallies.byRule].map(([rule, tally], index) => [
    list.id,
    rule,
    cases,
    tally.likely.cases,
    at(tally, recallOf),
    at(tally, exactOf),
    at(tally, precisionOf),
    index === 0 ? alarms : '',
  ]);
  return rows.length > 0 ? rows : [[list.id, '–', cases, 0, '–', '–', '–', alarms]];
}

function fileTable({ files }: Measured, isKnown: IsKnown): string {
  const row = (name: string, results: readonly FileResult[]) => {
    const all = sumOf(results.map(({ tallies }) => tallies.sum()));
    const known = (result: FileResult) =>
      new Set([...result.tallies.byRule.keys()].filter(isKnown));
    const own = sumOf(results.map((result) => result.tallies.sum(known(result))));
    const share = percent(calibrationOf(all, 'certain').right / all.possible.right);
    return [
      name,
      own.likely.cases,
      at(own, recallOf),
      at(own, precisionOf),
      own.likely.wrong,
      microF1(own.likely).toFixed(4),
      microF1(all.likely).toFixed(4),
      share,
    ];
  };
  const groups = [...new Set(files.map(({ list }) => list.group))];
  const rows = groups.flatMap((group) => {
    const own = files.filter(({ list }) => list.group === group);
    return [...own.map((one) => row(one.list.id, [one])), row(`**${group}**, all`, own)];
  });
  return table(
    [
      'file',
      'values',
      'recall',
      'precision',
      'false alarms',
      'F1, rules that exist',
      'F1, every kind',
      '`certain`, of the right',
    ],
    rows,
  );
}

function ruleTable({ lists, files }: Measured): string {
  const tight = [...lists.values()].filter(({ list }) => !list.loose);
  const byRule = new Map<string, Tally[]>();
  for (const { tallies } of [...tight, ...files]) {
    for (const [rule, tally] of tallies.byRule)
      byRule.set(rule, [...(byRule.get(rule) ?? []), tally]);
  }
  const rows = [...byRule].sort().map(([rule, tallies]) => {
    const tally = sumOf(tallies);
    return [
      rule,
      tally.likely.cases,
      at(tally, recallOf),
      at(tally, exactOf),
      at(tally, precisionOf),
    ];
  });
  return table(['rule', 'values', 'found', 'exact', 'precision'], rows);
}

function calibrationTable(measured: Measured): string {
  const all = allTallies(measured);
  const rows = LEVELS.map((level) => {
    const { right, wrong } = calibrationOf(all, level);
    return [`\`${level}\``, right + wrong, wrong, percent(right / (right + wrong))];
  });
  return table(['called', 'findings', 'wrong', 'right'], rows);
}

function treeTable({ trees }: Measured): string {
  const rows = [...trees.values()].map((tree) => {
    const count = (verdict: string) =>
      tree.findings.filter((one) => one.verdict === verdict).length;
    return [
      tree.id,
      tree.files,
      tree.lines,
      tree.findings.length,
      count('right'),
      count('wrong'),
      count('unjudged'),
      wrongPer100000(tree).toFixed(2),
    ];
  });
  return table(
    ['tree', 'files', 'lines', 'findings', 'right', 'wrong', 'unjudged', 'wrong for 100,000 lines'],
    rows,
  );
}
