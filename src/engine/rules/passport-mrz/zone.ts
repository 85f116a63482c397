import { fold } from '../../text/fold.ts';
import { holderOf, isValid, parseLines, parseSecondLine, type Holder, type Mrz } from './parse.ts';
import { fillerNear, gapFrom, runAround, runBefore, runFrom, type Run } from './runs.ts';

/** A machine-readable zone in a text. */
export interface Zone {
  readonly lines: readonly Run[];
  /** Undefined for a first line alone: it holds a name and no check digit. */
  readonly mrz: Mrz | undefined;
  readonly holder: Holder;
  /** State code of the document. */
  readonly state: string;
  /** Has each line a key of its own? Then they are values by themselves. */
  readonly keyed: boolean;
}

/**
 * Where a zone may begin in a value: the first two characters in a row that belong to one.
 *
 * @returns the index, or `start` where there is none.
 */
export function firstPlace(text: string, start: number, end: number): number {
  return start + Math.max(0, text.slice(start, end).search(/[A-Z0-9][A-Z0-9<&\\%]|<</));
}

/** Reads the zone that a text holds; see {@link Mrz}. The text of a finding is what it takes. */
export function parseMrz(text: string): Mrz | undefined {
  const folded = fold(text);
  return zoneAt(folded, firstPlace(folded, 0, folded.length))?.mrz;
}

/**
 * Ranges of the lines in a text that holds a zone. What stands between them (a line end, its
 * escape, quotes) is the file's and must stay when the zone is masked.
 */
export function mrzLines(text: string): readonly Pick<Run, 'start' | 'end'>[] {
  const folded = fold(text);
  return zoneAt(folded, firstPlace(folded, 0, folded.length))?.lines ?? [];
}

/** Lengths of two lines of TD3 and TD2 and of three lines of TD1 in one piece. */
const SOLID: Readonly<Record<number, number>> = { 88: 44, 72: 36, 90: 30 };

/** What was found last, for a line has many places to begin with and one answer. */
let last: { text: string; start: number; end: number; zone: Zone | undefined } | undefined;

/** The zone that has a character at `index`, if there is one. */
export function zoneAt(text: string, index: number): Zone | undefined {
  if (last !== undefined && index >= last.start && index < last.end && text === last.text) {
    return last.zone;
  }
  const filler = fillerNear(text, index);
  const run = runAround(text, index, filler);
  const zone = zoneOf(text, run, filler);
  last = { text, start: run.start, end: run.end, zone };
  return zone;
}

function zoneOf(text: string, run: Run, filler: string): Zone | undefined {
  const { length } = run.value;
  if (SOLID[length] !== undefined) return solidZone(run, SOLID[length]);
  if (length < 28 || length > 48) return undefined;
  const group = groupAround(text, run, filler);
  return wholeZone(group) ?? raggedZone(group) ?? firstLine(group);
}

/** A run, and whether a key of its own stands between it and the run before it. */
interface Line extends Run {
  readonly keyed: boolean;
}

interface Group {
  readonly runs: readonly Line[];
  /** Place of the run that the search began with. */
  readonly own: number;
}

/** The run with up to two neighbours to either side. */
function groupAround(text: string, run: Run, filler: string): Group {
  const runs: Line[] = [{ ...run, keyed: false }];
  while (runs.length < 3) {
    const [first] = runs;
    const before = runBefore(text, first!.start, filler);
    if (before === undefined) break;
    runs[0] = { ...first!, keyed: before.keyed };
    runs.unshift({ ...before.run, keyed: false });
  }
  const own = runs.length - 1;
  for (let i = 0, last = run; i < 2; i++) {
    const gap = gapFrom(text, last.end);
    if (gap === undefined) break;
    last = runFrom(text, gap.end, filler);
    if (last.value.length < 28) break;
    runs.push({ ...last, keyed: gap.keyed });
  }
  return { runs, own };
}

const hasKeys = (lines: readonly Line[]) => lines.slice(1).some(({ keyed }) => keyed);

function solidZone(run: Run, width: number): Zone | undefined {
  const { value } = run;
  const lines: string[] = [];
  for (let i = 0; i < value.length; i += width) lines.push(value.slice(i, i + width));
  const mrz = parseLines(lines);
  return mrz && { lines: [run], mrz, holder: mrz, state: mrz.issuer, keyed: false };
}

/** Neighbours that make a zone of two or three lines, the run that began among them. */
function wholeZone({ runs, own }: Group): Zone | undefined {
  let found: Zone | undefined;
  for (const count of [3, 2]) {
    for (let first = Math.max(0, own - count + 1); first <= own; first++) {
      const lines = runs.slice(first, first + count);
      if (lines.length < count) continue;
      const mrz = parseLines(lines.map(({ value }) => value));
      if (mrz === undefined) continue;
      const zone = { lines, mrz, holder: mrz, state: mrz.issuer, keyed: hasKeys(lines) };
      if (isValid(mrz) && !mrz.misread) return zone;
      found ??= zone;
    }
  }
  return found;
}

/** A second line with all check digits right, and the first line, be it a filler short or long. */
function raggedZone({ runs, own }: Group): Zone | undefined {
  for (const place of [own, own + 1]) {
    const run = runs[place];
    const mrz = run && parseSecondLine(run.value);
    if (mrz === undefined) continue;
    const before = runs[place - 1];
    const named = before !== undefined && isName(before.value);
    const lines = named ? [before, run!] : [run!];
    const holder = holderOf(named ? before.value.slice(5) : '');
    return { lines, mrz, holder, state: mrz.nationality, keyed: hasKeys(lines) };
  }
  return undefined;
}

const isName = (value: string) => /^[ACIPV][A-Z<]{3,48}$/.test(value) && value.includes('<<');

/** `P<JPNSURNAME<<GIVEN<NAMES<<<<` of exactly the right width, with no data line after it. */
const FIRST_LINE = /^[PV][A-Z<]{4}[A-Z]+(?:<[A-Z]+){0,6}<<[A-Z]+(?:<[A-Z]+){0,8}<{2,}$/;

function firstLine({ runs, own }: Group): Zone | undefined {
  const run = runs[own]!;
  const { value } = run;
  if ((value.length !== 44 && value.length !== 36) || !FIRST_LINE.test(value)) return undefined;
  const next = runs[own + 1];
  if (next !== undefined && !FIRST_LINE.test(next.value)) return undefined;
  const holder = holderOf(value.slice(5));
  return { lines: [run], mrz: undefined, holder, state: value.slice(2, 5), keyed: false };
}
