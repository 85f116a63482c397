import type { Block, Excerpts, Finding, Mark, Position } from '../engine/index.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import type { Policy } from '../policy/policy.ts';
import type { Scanned } from './analysis.ts';
import {
  countLines,
  dirtyAfter,
  takeDirty,
  type DirtyLines,
  type LineSpan,
} from './dirty-lines.ts';
import { LONGEST_LINES } from './finding-list.ts';
import { linesFrom, windowAround, type Lines, type LiveWindow } from './live-window.ts';
import type { Core } from './load-core.ts';
import type { ScanJob, ScanResult } from './scanner.ts';
import {
  movedBy,
  movedLines,
  movedStretch,
  NO_SHIFT,
  shiftOf,
  type Shift,
  type TextEdit,
} from './text-edit.ts';

/** What lines that change are judged with: what the last scan of the whole document has learned. */
export interface Live {
  readonly excerpts: Excerpts;
  readonly policy: Policy;
  /** The directives of the document. */
  readonly marks: readonly Mark[];
  readonly dirty: DirtyLines;
}

type LiveCore = Pick<Core, 'applyPolicy' | 'createDirectives'>;

/** Undefined where the scan of the whole document has not told what it learned. */
export function liveOf(
  { createExcerpts }: Pick<Core, 'createExcerpts'>,
  { bytes, info }: Pick<ScanJob, 'bytes' | 'info'>,
  policy: Policy,
  { marks = [], learned }: Pick<ScanResult, 'marks' | 'learned'>,
): Live | undefined {
  if (learned === undefined) return undefined;
  return {
    excerpts: createExcerpts(bytes, info, policy.options, learned),
    policy,
    marks: marks.map((mark) => ({ ...mark, start: moved(mark.start, NO_SHIFT) })),
    dirty: [],
  };
}

/** Lines judged at once: some milliseconds of a dense table. */
const MOST_LINES = 8;
/** Past so many edits at once, of many carets or of Replace All, they are taken for one. */
const MOST_EDITS = 100;
/** Past so many edited lines the scan of the whole document is as fast. */
const MOST_DIRTY = 2000;

/**
 * What is known of a document after edits: findings that an edit went into are gone, the others
 * have moved. The lines that were edited are still to be judged.
 *
 * @param edits in the order in which they are made, the last of the document first
 */
export function afterEdits(scanned: Scanned, edits: readonly TextEdit[], version: number): Scanned {
  const edited =
    edits.length > MOST_EDITS ? afterMany(scanned, edits) : edits.reduce(afterEdit, scanned);
  return { ...edited, version, exact: false };
}

function afterEdit(scanned: Scanned, edit: TextEdit): Scanned {
  const { live } = scanned;
  const line = edit.range.start.line + 1;
  const last = edit.range.end.line + 1;
  // Few findings go over line ends, and few of them into a line that is edited.
  const isReached = scanned.findings.reachBeyond(line, edit.range.start.character + 1);
  const first = isReached ? line - LONGEST_LINES : line;
  const near = scanned.findings.inLines(first, last).flatMap((each) => movedBy(each, edit) ?? []);
  const dirty = live === undefined ? [] : dirtyAfter(live.dirty, edit);
  return {
    ...scanned,
    findings: scanned.findings.withLines(first, last, near, shiftOf(edit)),
    unused: scanned.unused.flatMap((each) => movedBy(each, edit) ?? []),
    live: live && {
      ...live,
      marks: live.marks.flatMap((mark) => markAfter(mark, edit) ?? []),
      dirty: countLines(dirty) > MOST_DIRTY ? [] : dirty,
    },
  };
}

/** What stands before the first edit and behind the last. The scan of all tells what is between. */
function afterMany(scanned: Scanned, edits: readonly TextEdit[]): Scanned {
  const first = Math.min(...edits.map(({ range }) => range.start.line)) + 1;
  const last = Math.max(...edits.map(({ range }) => range.end.line)) + 1;
  const by = edits.map(shiftOf).reduce((sum, { lines, units }) => {
    return { lines: sum.lines + lines, units: sum.units + units };
  });
  const isKept = (line: number) => line < first || line > last;
  const { live, findings, unused } = scanned;
  return {
    ...scanned,
    findings: findings.withLines(first, last, [], by),
    unused: unused
      .filter(({ start }) => isKept(start.line))
      .map((each) => (each.start.line > last ? movedStretch(each, by) : each)),
    live: live && {
      ...live,
      marks: live.marks
        .filter(({ start }) => isKept(start.line))
        .map((mark) =>
          mark.start.line > last ? { ...mark, start: movedLines(mark.start, by) } : mark,
        ),
      dirty: [],
    },
  };
}

/** Whatever is typed into the rest of its line may change a directive: it is read anew. */
function markAfter(mark: Mark, edit: TextEdit): Mark | undefined {
  const { line, column, offset, byte } = mark.start;
  const { length } = mark.text;
  const end = { line, column: column + length, offset: offset + length, byte: byte + length };
  return movedBy({ ...mark, end }, edit);
}

/** Are there lines that were edited and not judged since? */
export function isDirty({ live }: Scanned): boolean {
  return live !== undefined && live.dirty.length > 0;
}

/**
 * Judges edited lines again, the first of them first, and what they reach.
 *
 * @param until when no more are begun, by `performance.now()`
 */
export function judgeUntil(core: LiveCore, scanned: Scanned, lines: Lines, until: number): Scanned {
  let known = scanned;
  while (isDirty(known) && performance.now() < until) known = judgeNext(core, known, lines);
  return known;
}

/** Judges the first of the edited lines, at most some of them. */
function judgeNext(core: LiveCore, scanned: Scanned, lines: Lines): Scanned {
  const { live } = scanned;
  const [head, ...tail] = live?.dirty ?? [];
  if (live === undefined || head === undefined) return scanned;
  const [edited, dirty] = takeDirty([head, ...tail], MOST_LINES);
  const found = windowAround(live.excerpts.frame, lines, edited);
  if (found === undefined) return { ...scanned, live: { ...live, dirty } };
  const { findings, marks } = judgeWindow(core, live, lines, found);
  const { first, last } = found.core;
  return {
    ...scanned,
    findings: scanned.findings.withLines(first, last, findings),
    live: { ...live, marks, dirty },
  };
}

function judgeWindow(
  core: LiveCore,
  { excerpts, policy, marks: known }: Live,
  lines: Lines,
  { frame, window, core: told }: LiveWindow,
): { readonly findings: readonly ReportedFinding[]; readonly marks: readonly Mark[] } {
  const before = textOf(frame, lines.eol);
  const block = scanLines(excerpts, before, window, lines);
  const shift = {
    lines: window.first - 1 - frame.length,
    units: lines.offsetOf(window.first) - before.length,
  };
  const isTold = ({ start }: { readonly start: Position }) =>
    start.line >= told.first && start.line <= told.last;
  const placedMarks = block.marks.map((mark) => ({ ...mark, start: moved(mark.start, shift) }));
  const marks = [
    ...known.filter(({ start }) => start.line < told.first),
    ...placedMarks.filter(isTold),
    ...known.filter(({ start }) => start.line > told.last),
  ];
  const directives = core.createDirectives(policy.options.custom.map(({ id }) => id));
  directives.read(marks);
  const findings = core.applyPolicy(block, policy, {
    ...directives,
    read: () => undefined,
    silences: (finding) => directives.silences(placed(finding, shift)),
  });
  return { findings: findings.map((each) => placed(each, shift)).filter(isTold), marks };
}

const textOf = (texts: readonly string[], eol: string) => texts.map((text) => text + eol).join('');

const encoder = new TextEncoder();

function scanLines(
  excerpts: Excerpts,
  before: string,
  { first, last }: LineSpan,
  lines: Lines,
): Block {
  const text =
    linesFrom(lines, first, last).join(lines.eol) + (last < lines.count ? lines.eol : '');
  const frame = encoder.encode(before);
  return excerpts.scan(encoder.encode(before + text), frame.length);
}

/** Where it stands in the document; bytes are counted as units are, as in all that was moved. */
function moved(position: Position, shift: Shift): Position {
  return movedLines({ ...position, byte: position.offset }, shift);
}

function placed<F extends Finding>(finding: F, shift: Shift): F {
  return { ...finding, start: moved(finding.start, shift), end: moved(finding.end, shift) };
}

/**
 * Judges lines as if they were edited, and tells nothing: what rules load and compile when they are
 * asked for the first time is there when a key is struck.
 */
export function rehearse(core: LiveCore, scanned: Scanned, lines: Lines): void {
  const { live, findings } = scanned;
  if (live === undefined) return;
  const first = Math.min(findings.next(0, 0)?.start.line ?? 1, lines.count);
  const last = Math.min(first + MOST_LINES - 1, lines.count);
  judgeNext(core, { ...scanned, live: { ...live, dirty: [{ first, last }] } }, lines);
}
