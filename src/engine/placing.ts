import type { Crash, Mark, Tally } from './block.ts';
import type { PlainBlock } from './column-path.ts';
import { directivePlace, type DirectivePlace, type DirectiveSource } from './directive-place.ts';
import type { Confidence, Finding, Position } from './finding.ts';
import { lazy } from './gazetteer/lazy.ts';
import type { Draft } from './judge.ts';
import { advance } from './positions.ts';
import type { Rows } from './row-list.ts';
import type { Drafts } from './stretch.ts';
import { createCellShapes } from './text/cell-shape.ts';
import { maskedShape } from './text/masked-shape.ts';

/** Bytes of the buffer, which begins at `base` in the source. */
interface Place {
  readonly bytes: Uint8Array;
  readonly base: number;
}

type Found = Readonly<Omit<Drafts, 'drafts'>> & { readonly drafts: readonly Draft[] };

export interface Placed {
  readonly findings: readonly Finding[];
  readonly marks: readonly Mark[];
  readonly crashes: readonly Crash[];
  /** The last position that was worked out. */
  readonly reached: Position;
}

/** Gives drafts and directives, both in order, their lines and columns in one walk over the bytes. */
export function place(
  { drafts, directives, crashes }: Found,
  { bytes, base }: Place,
  from: Position,
  source: DirectiveSource,
): Placed {
  let reached = from;
  const at = (byte: number): Position => (reached = advance(reached, bytes, base, base + byte));
  const findings: Finding[] = [];
  const marks: Mark[] = [];
  let next = 0;
  const readMark = markReader(bytes, source);
  const marksUntil = (byte: number): void => {
    for (; next < directives.length && directives[next]! <= byte; next++) {
      const mark = readMark(directives[next]!);
      if (mark !== undefined) marks.push({ start: at(directives[next]!), ...mark });
    }
  };
  for (const draft of drafts) {
    marksUntil(draft.start);
    const start = at(draft.start);
    const end = advance(start, bytes, base, base + draft.end);
    findings.push(asFinding(draft, maskedShape(draft.text), draft.record, start, end));
  }
  marksUntil(Infinity);
  return {
    findings,
    marks,
    crashes: crashes.map((crash) => ({ rule: crash.rule, byte: base + crash.at })),
    reached,
  };
}

interface SettledPlace extends Place {
  /** Of the block's first byte. */
  readonly position: Position;
  /** What the records' numbers are moved by. */
  readonly shift: number;
  readonly directives: DirectiveSource;
}

/** Has the caller seen enough findings of a rule, so that more of them need no place? */
export type Enough = (rule: string) => boolean;

/**
 * As `place`, for a block of plain rows, which ends with a line: the cells that
 * were settled join the drafts, or are counted where the caller has enough of their rule. Only the
 * rows of what is told are walked.
 */
export function placeSettled(
  { drafts, directives, crashes }: Found,
  { end, rows, cells, verdicts }: PlainBlock,
  { bytes, base, position, shift, directives: source }: SettledPlace,
  enough: Enough,
): Placed & { readonly tallies: readonly Tally[] } {
  // A directive may silence any of the block's findings.
  const isCounted = directives.length > 0 ? () => false : enough;
  const counted = verdicts.map(({ rule }) => isCounted(rule));
  const counts = new Int32Array(verdicts.length);
  const tallies = createTallies();
  const at = rowPlacer(rows, bytes, base, position);
  const shapeOf = cellShapes();
  const findings: Finding[] = [];
  const marks: Mark[] = [];
  let draft = 0;
  let mark = 0;
  const readMark = markReader(bytes, source);
  const tellUntil = (byte: number): void => {
    for (;;) {
      const next = drafts[draft]?.start ?? Infinity;
      const nextMark = directives[mark] ?? Infinity;
      if (Math.min(next, nextMark) >= byte) return;
      if (nextMark <= next) {
        const read = readMark(nextMark);
        if (read !== undefined) marks.push({ start: at(nextMark), ...read });
        mark++;
      } else {
        const told = drafts[draft++]!;
        if (isCounted(told.rule)) {
          tallies.add(told.rule, told.confidence, 1);
          continue;
        }
        const start = at(told.start);
        const end = advance(start, bytes, base, base + told.end);
        findings.push(asFinding(told, maskedShape(told.text), told.record, start, end));
      }
    }
  };
  for (let i = 0; i < cells.length; i++) {
    const kind = cells.kinds[i]!;
    if (kind < 0) continue;
    if (counted[kind]) {
      counts[kind]!++;
      continue;
    }
    const first = cells.starts[i]!;
    const last = cells.ends[i]!;
    tellUntil(first);
    const start = at(first);
    const end = advance(start, bytes, base, base + last);
    const record = cells.records[i]! + shift;
    findings.push(asFinding(verdicts[kind]!, shapeOf(bytes, first, last), record, start, end));
  }
  tellUntil(Infinity);
  verdicts.forEach(({ rule, confidence }, kind) => {
    if (counts[kind]! > 0) tallies.add(rule, confidence, counts[kind]!);
  });
  return {
    findings,
    tallies: tallies.all,
    marks,
    crashes: crashes.map((crash) => ({ rule: crash.rule, byte: base + crash.at })),
    reached: at(end),
  };
}

function createTallies() {
  const all: Tally[] = [];
  return {
    all,
    add(rule: string, confidence: Confidence, count: number): void {
      const at = all.findIndex((tally) => tally.rule === rule && tally.confidence === confidence);
      if (at < 0) all.push({ rule, confidence, count });
      else all[at] = { rule, confidence, count: all[at]!.count + count };
    },
  };
}

const cellShapes = lazy(createCellShapes);

/** Positions of bytes in rising order, or in one row: rows are jumped over. */
function rowPlacer(
  { length, starts, surplus, lines }: Rows,
  bytes: Uint8Array,
  base: number,
  from: Position,
): (byte: number) => Position {
  let row = 0;
  let last = from;
  const first = from.byte - base;
  return (byte) => {
    const before = row;
    while (row < length && starts[row + 1]! <= byte) row++;
    if (row > before) {
      const start = starts[row]!;
      const offset = from.offset + start - first - surplus[row]!;
      last = { offset, byte: base + start, line: from.line + lines[row]!, column: 1 };
    }
    return (last = advance(last, bytes, base, base + byte));
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const LONGEST_MARK = 1000;

const DIRECTIVE = /^leaklint-ignore[\w-]*/;
const isBreak = (byte: number | undefined) => byte === 0x0a || byte === 0x0d;

/**
 * Reads directives in rising order, each with its line up to {@link LONGEST_MARK} before and behind
 * it. Where they stand in one line, no byte of it is looked at twice for its end.
 *
 * @returns undefined where a directive does not count
 */
function markReader(
  bytes: Uint8Array,
  source: DirectiveSource,
): (at: number) => Omit<Mark, 'start'> | undefined {
  /** No line ends in between. */
  let from = 0;
  let end = 0;
  return (at) => {
    const floor = Math.max(0, at - LONGEST_MARK);
    if (at < end) from = Math.max(from, floor);
    else {
      from = end = at;
      while (from > floor && !isBreak(bytes[from - 1])) from--;
    }
    const limit = Math.min(bytes.length, at + LONGEST_MARK);
    while (end < limit && !isBreak(bytes[end])) end++;
    const text = decoder.decode(bytes.subarray(at, end));
    const before = decoder.decode(bytes.subarray(from, at));
    const place: DirectivePlace = directivePlace(before, text.replace(DIRECTIVE, ''), source);
    if (place === 'none') return undefined;
    return place === 'example' ? { text, isExample: true } : { text };
  };
}

/** A name as people give fields: words, and at most two digits (`phone_1`, `col_17`). */
const PLAIN_NAME = /^[^@＠%]{1,60}$/;
const MANY_DIGITS = /(?:\p{N}\P{N}*){3}/u;

const shownNames = new Map<string, string>();
const MOST_NAMES = 1024;

/** A field's name as a report may show it: a key or header can be somebody's number or address. */
function shownName(name: string): string {
  let shown = shownNames.get(name);
  if (shown === undefined) {
    shown = PLAIN_NAME.test(name) && !MANY_DIGITS.test(name) ? name : maskedShape(name);
    if (shownNames.size >= MOST_NAMES) shownNames.clear();
    shownNames.set(name, shown);
  }
  return shown;
}

type Told = Pick<Draft, 'rule' | 'confidence' | 'evidence' | 'region' | 'field'>;

type Growing = { -readonly [Key in keyof Finding]: Finding[Key] };

function asFinding(
  { rule, confidence, evidence, region, field }: Told,
  masked: string,
  record: number | undefined,
  start: Position,
  end: Position,
): Finding {
  const finding: Growing = { rule, start, end, confidence, evidence, masked };
  if (region !== undefined) finding.region = region;
  if (field !== undefined && !field.name.startsWith('#')) finding.field = shownName(field.name);
  if (record !== undefined) finding.record = record;
  return finding;
}
