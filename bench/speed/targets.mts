import {
  cpuToWall,
  middle,
  OURS,
  ratioTo,
  type Grown,
  type Measured,
  type SectionId,
  type TypedInto,
} from './measured.mts';
import { lineThrough } from './statistics.mts';

/** A target beside what was measured. */
export interface Judged {
  readonly id: string;
  readonly work: string;
  readonly most: string;
  readonly measured: string;
  readonly verdict: 'reached' | 'falls short' | 'not measured' | 'not built';
}

/** Of a figure, how much it may be; undefined was not measured. */
interface Part {
  readonly figure: number | undefined;
  readonly most: number;
  readonly unit: string;
}

const MIB = (1024 * 1024) / 1e6;

/** Three digits, without an exponent. */
export function shown(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toFixed(digits);
}

/** The targets of the project, each with what this run says about it. */
export function judge(measured: Measured): Judged[] {
  /** Of several sizes the largest counts. */
  const sectionOf = (id: SectionId) => measured.sections.findLast((one) => one.id === id);
  const timed = (id: SectionId) => sectionOf(id)?.timed;
  const titleOf = (id: SectionId) => sectionOf(id)?.title ?? '–';
  const key = (id: TypedInto['id']) => measured.typed.find((one) => one.id === id)?.key;
  const [dump, tree] = [timed('dump'), timed('tree')];
  const most = Math.max(...measured.growth.map(({ timed }) => middle(timed, OURS, 'memory') ?? 0));
  const largest = measured.growth.at(-1)?.timed;
  const [slowest] = measured.worst;
  const fast = measured.worst.filter(({ rate }) => rate >= 100).length;
  const steepest = slowest && Math.max(...measured.worst.map(({ growth }) => growth));
  const { off, memory } = growthOf(measured.growth);
  return [
    row(
      'T1',
      'leak dump, two threads',
      '1/3 of rg’s wall time; 168 MB (160 MiB) at any size',
      [
        { figure: ratioTo(dump, 'rg', 'wall'), most: 1 / 3, unit: '× rg’s wall time' },
        { figure: most > 0 ? most : undefined, most: 160 * MIB, unit: 'MB at the most' },
      ],
      `Measured with: ${titleOf('dump')}, as many threads as help; the target is for 7.93 million rows`,
    ),
    {
      id: 'T2',
      work: 'people and valid passports of a dump (`leaklint report`)',
      most: 'rg’s wall time; 1 GiB',
      measured: 'there is no such command',
      verdict: 'not built',
    },
    row('T3', 'the same without columns (JSON Lines)', '1/3 of rg’s CPU', [
      { figure: ratioTo(timed('lines'), 'rg', 'cpu'), most: 1 / 3, unit: '× rg’s CPU' },
    ]),
    row('T4', 'every finding as NDJSON to a file', '10 × copying the output', [
      { figure: ratioTo(timed('all'), 'copy', 'wall'), most: 10, unit: '× the copy’s wall time' },
    ]),
    row('T5', 'large file in which personal data is rare', '1/4 of rg’s CPU', [
      { figure: ratioTo(timed('sparse'), 'rg', 'cpu'), most: 1 / 4, unit: '× rg’s CPU' },
    ]),
    row('T6', 'source tree', 'rg’s wall time (two threads); 0.6 × its CPU', [
      { figure: ratioTo(tree, 'rg', 'wall'), most: 1, unit: '× rg’s wall time' },
      { figure: ratioTo(tree, 'rg', 'cpu'), most: 0.6, unit: '× its CPU' },
    ]),
    row('T7', 'hook, 20 small staged files', '2.0 × empty Node', [
      { figure: ratioTo(timed('hook'), 'empty node', 'wall'), most: 2, unit: '× empty Node' },
    ]),
    row(
      'T8',
      'a key in an open document of 50,000 lines',
      'engine p99 0.5 ms (code), 2 ms (dense table); with diagnostics p99 8 ms; no slice over 8 ms; first scan of 2 MB 20 ms',
      [
        { figure: key('source')?.key.engine.p99, most: 0.5, unit: 'ms engine (code)' },
        { figure: key('table')?.key.engine.p99, most: 2, unit: 'ms engine (table)' },
        { figure: key('table')?.key.shown.p99, most: 8, unit: 'ms with diagnostics (table)' },
        { figure: longestSlice(measured.typed), most: 8, unit: 'ms the longest slice' },
        { figure: key('source')?.first, most: 20, unit: 'ms the first scan' },
      ],
      'Slices are those after a key or a paste; when the whole was scanned, findings are received in slices of their own',
    ),
    row(
      'T9',
      'worst bytes',
      '100 MB/s; linear',
      [
        { figure: slowest && 100 / slowest.rate, most: 1, unit: '× the time that is allowed' },
        { figure: steepest, most: 1.5, unit: '× a straight line’s time for four times as much' },
      ],
      `${String(fast)} of ${String(measured.worst.length)} hostile pieces reach 100 MB/s; the slowest is “${slowest?.name ?? ''}”`,
    ),
    row(
      'T10',
      'growth with size',
      'straight line within 10 %; memory flat',
      [
        { figure: off, most: 10, unit: '% off the straight line at the most' },
        { figure: memory, most: 1.1, unit: '× the memory for the largest as for the smallest' },
      ],
      `Here up to ${shown(measured.growth.at(-1)?.megabytes ?? 0)} MB; the target is for 100 MB to 1.4 GB`,
    ),
    row('T11', 'stretch: columns', '3 × the CPU of `cat`', [
      // The CPU time of `cat` is too short for the clock; it does nothing but work.
      { figure: cpuToWall(largest, 'cat'), most: 3, unit: '× its wall time' },
    ]),
  ];
}

function longestSlice(typed: readonly TypedInto[]): number | undefined {
  if (typed.length === 0) return undefined;
  return Math.max(...typed.flatMap(({ key }) => [key.key.slice, key.paste.slice]));
}

/** How far from a straight line the time of ours is, in percent, and how memory grows. */
export function growthOf(growth: readonly Grown[]) {
  const of = (what: 'wall' | 'memory') =>
    growth.flatMap(({ megabytes, timed }) => {
      const y = middle(timed, OURS, what);
      return y === undefined ? [] : [{ x: megabytes, y }];
    });
  const [wall, memory] = [of('wall'), of('memory')];
  return {
    // Any two points lie on a straight line.
    off: wall.length > 2 ? lineThrough(wall).off * 100 : undefined,
    memory: memory.length > 1 ? memory.at(-1)!.y / memory[0]!.y : undefined,
  };
}

function row(
  id: string,
  work: string,
  most: string,
  parts: readonly Part[],
  remark?: string,
): Judged {
  const known = parts.filter(({ figure }) => figure !== undefined);
  const figures = known.map(({ figure, unit }) => `${shown(figure!)} ${unit}`).join('; ');
  const measured = [figures, known.length === 0 ? undefined : remark].filter(Boolean).join('. ');
  const isShort = known.some((part) => part.figure! > part.most);
  const verdict = isShort
    ? 'falls short'
    : known.length === parts.length && parts.length > 0
      ? 'reached'
      : 'not measured';
  return { id, work, most, measured: measured || '–', verdict };
}
