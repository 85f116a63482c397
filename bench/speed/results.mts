import type { Panel } from './chart.mts';
import type { Answered } from './keystroke.mts';
import { middle, OURS, type Grown, type Measured, type TypedInto } from './measured.mts';
import type { Timed } from './paired.mts';
import { median, pairedRatio } from './statistics.mts';
import type { Worst } from './worst.mts';
import { judge, shown } from './targets.mts';

type Row = readonly string[];

const cell = (text: string) => text.replaceAll('|', '\\|');

function table([head, ...rows]: readonly [Row, ...Row[]]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

const orDash = (value: number | undefined, of = shown) =>
  value === undefined || Number.isNaN(value) ? '–' : of(value);

/** The page `bench/RESULTS.md`. */
export function results(measured: Measured): string {
  const { made, sections, typed, growth, worst, lacking } = measured;
  const parts = [
    '# Speed\n\nWritten by `npm run bench`; do not edit. Whole processes, start-up included, run by turns: every round runs each command once, in another order. Times and memory are medians of the rounds; ratios are medians of the pairs of each round. MB are 10⁶ bytes; memory is the most of all processes of a command together. Files come from the page cache. `rg` is ripgrep counting eight equivalent patterns (`--no-unicode --count-matches`, in single files `-a`): it only counts shapes, where Leaklint judges each, knows lines and columns and tells what is real; its memory includes the file, which it maps.',
    made.map((line) => `- ${line}`).join('\n'),
    `## Targets\n\n${targetTable(measured)}`,
    ...sections.map(({ title, note, timed }) =>
      [`## ${title}`, ...(note === undefined ? [] : [note]), timedTable(timed)].join('\n\n'),
    ),
    ...(typed.length === 0
      ? []
      : [
          `## A key in an open document\n\n${keyNote}\n\n${keyTable(typed)}`,
          `## A pause in an open document\n\n${wholeNote}\n\n${wholeTable(typed)}`,
        ]),
    ...(worst.length === 0 ? [] : [`## The worst bytes\n\n${worstNote}\n\n${worstTable(worst)}`]),
    ...(growth.length === 0
      ? []
      : [
          `## Growth with size\n\n![Time and memory by size of the table](growth.svg)\n\n${growthTable(growth)}`,
        ]),
    ...(lacking.length === 0
      ? []
      : [`## Not measured\n\n${lacking.map((line) => `- ${line}`).join('\n')}`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function targetTable(measured: Measured): string {
  return table([
    ['', 'work', 'at most', 'measured', ''],
    ...judge(measured).map(({ id, work, most, measured: figures, verdict }) => [
      id,
      work,
      most,
      figures,
      verdict === 'reached' ? verdict : `**${verdict}**`,
    ]),
  ]);
}

/** Rows of one section; the ratios say how many times as much as the other ours takes. */
export function timedTable(timed: readonly Timed[]): string {
  const [ours] = timed;
  const times = (of: 'wall' | 'cpu', other: Timed) =>
    other === ours ? '' : orDash(pairedRatio(ours![of], other[of]), (ratio) => `${shown(ratio)} ×`);
  return table([
    ['command', 'rounds', 'wall ms', 'CPU ms', 'MB', `${OURS}: wall`, `${OURS}: CPU`],
    ...timed.map((each) => [
      each.name,
      String(each.wall.length),
      orDash(median(each.wall)),
      orDash(median(each.cpu)),
      orDash(median(each.memory)),
      times('wall', each),
      times('cpu', each),
    ]),
  ]);
}

const keyNote =
  'A letter is typed at the end of one line after the other, every twentieth a line end; then 100 lines are pasted. What is known moves with the text, the lines that were edited are judged (“engine”; “quiet” is the fastest of three answers to each edit, without what else the machine does), and diagnostics are folded, built and serialised (“shown”): all in the thread of the extension host, without what VS Code itself does. “slice” is the longest that this thread was kept at once. The first key of all, before which the editor rehearses one, is told apart. Milliseconds.';

const wholeNote =
  'When nothing was typed for 300 ms, or 1,500 ms above the live limit of 1 MB, the whole document is joined, encoded, scanned by the built worker in a thread, and its findings are received and listed. “host” is how long the thread of the extension host was busy meanwhile, in many turns. Milliseconds, without the pause.';

const answered = ({ edits, engine, quiet, shown: all, slice }: Answered): Row => [
  String(edits),
  ...[engine.median, engine.p99, quiet.p99, all.median, all.p99, slice].map(shown),
];

function keyTable(typed: readonly TypedInto[]): string {
  return table([
    [
      'document',
      'edit',
      'times',
      'engine median',
      'p99',
      'quiet p99',
      'shown median',
      'p99',
      'longest slice',
    ],
    ...typed.flatMap(({ title, key }) => [
      [title, 'a key', ...answered(key.key)],
      ['', '100 lines', ...answered(key.paste)],
    ]),
  ]);
}

function wholeTable(typed: readonly TypedInto[]): string {
  return table([
    [
      'document',
      'MB',
      'findings',
      'first scan',
      'first key',
      'scans',
      'median',
      'p99',
      'host median',
      'host p99',
    ],
    ...typed.map(({ title, key }) => [
      title,
      shown(key.megabytes),
      String(key.findings),
      ...[key.first, key.firstKey].map(shown),
      String(key.whole.scans),
      ...[key.whole.median, key.whole.p99, key.host.median, key.host.p99].map(shown),
    ]),
  ]);
}

const worstNote =
  'Short pieces, repeated, each hard on some reader or rule (`test/support/hostile.ts`), scanned by the built library in this process: MB for a second of CPU time, the twelve slowest of all. “Growth” is the time for all of it to four times the time for a quarter; 1 is a straight line.';

function worstTable(worst: readonly Worst[]): string {
  return table([
    ['piece', 'read as', 'MB', 'MB/s', 'growth'],
    ...worst
      .slice(0, 12)
      .map(({ name, path, megabytes, rate, growth }) => [
        name,
        path,
        shown(megabytes),
        shown(rate),
        shown(growth),
      ]),
  ]);
}

function growthTable(growth: readonly Grown[]): string {
  const names = growth[0]!.timed.map(({ name }) => name);
  return table([
    ['MB', ...names.flatMap((name) => [`${name}: wall ms`, 'CPU ms', 'MB at most'])],
    ...growth.map(({ megabytes, timed }) => [
      shown(megabytes),
      ...names.flatMap((name) =>
        (['wall', 'cpu', 'memory'] as const).map((of) => orDash(middle(timed, name, of))),
      ),
    ]),
  ]);
}

/** What the chart shows of the growth: time and memory of ours and of ripgrep. */
export function growthPanels(growth: readonly Grown[]): Panel[] {
  const series = (of: 'wall' | 'memory', divisor: number) =>
    [OURS, 'rg'].flatMap((name) => {
      const points = growth.flatMap(({ megabytes, timed }) => {
        const y = middle(timed, name, of);
        return y === undefined ? [] : [{ x: megabytes, y: y / divisor }];
      });
      return points.length === 0 ? [] : [{ name, points }];
    });
  return [
    { title: 'Time by size', unit: 'seconds of wall time', series: series('wall', 1000) },
    { title: 'Memory by size', unit: 'MB at the most, all processes', series: series('memory', 1) },
  ];
}
