import type { Frame } from '../engine/index.ts';
import type { LineSpan } from './dirty-lines.ts';

/** A document's lines, as VS Code hands them out without joining them. */
export interface Lines {
  readonly count: number;
  /** What ends a line. */
  readonly eol: string;
  /** @param line from 1 */
  textOf(line: number): string;
  /** UTF-16 offset of a line's start. */
  offsetOf(line: number): number;
}

/** What is scanned after an edit. */
export interface LiveWindow {
  /** Lines that must stand before the window for its fields to be read. */
  readonly frame: readonly string[];
  /** The lines that are scanned. */
  readonly window: LineSpan;
  /** Those of them whose findings are told. The others are what rules see around. */
  readonly core: LineSpan;
}

/** Lines around an edit that are judged again, and lines around them that are looked at. */
interface Reach {
  readonly judged: number;
  readonly seen: number;
}

/** A row stands alone; what makes a record of an object, or a form of labels, stands around. */
const REACH: Readonly<Record<Frame, Reach>> = {
  none: { judged: 4, seen: 8 },
  head: { judged: 0, seen: 0 },
  outline: { judged: 12, seen: 4 },
  markup: { judged: 12, seen: 4 },
  paragraph: { judged: 4, seen: 8 },
  statement: { judged: 1, seen: 1 },
  whole: { judged: 0, seen: 0 },
};

/** UTF-16 units above which an excerpt would keep the editor waiting: a file of one line. */
const MOST_UNITS = 32 * 1024;

/** Lines of a header's surroundings: titles before it, and rows that tell it from data. */
const HEAD_LINES = 14;
const PARAGRAPH_HEAD = 3;
const STATEMENT_HEAD = 12;
/** Lines that are looked through for what a window stands under. */
const FARTHEST = 1000;

/**
 * The lines to scan after an edit of some; undefined where they are too long, or what they belong
 * to is too far away: then the whole document must be scanned to know.
 */
export function windowAround(frame: Frame, lines: Lines, edited: LineSpan): LiveWindow | undefined {
  const reach = REACH[frame];
  const record = frame === 'head' ? recordAround(lines, edited) : edited;
  const core = widened(record, reach.judged, lines.count);
  const window = widened(core, reach.seen, lines.count);
  let units = 0;
  for (let line = window.first; line <= window.last; line++) units += lines.textOf(line).length;
  if (units > MOST_UNITS) return undefined;
  const above = FRAMES[frame](lines, window);
  return above && { frame: above, window, core };
}

function widened({ first, last }: LineSpan, by: number, count: number): LineSpan {
  return { first: Math.max(1, first - by), last: Math.min(count, last + by) };
}

/** A quote behind the last delimiter opens a cell, one before a delimiter closes it. */
const OPENS = /(?:^|[,;\t|])"[^"]*$/;
const CLOSES = /^[^"]*"(?:[,;\t|]|$)/;

/** A cell may hold line ends: the rows at which a cut one begins and ends are of the edit. */
function recordAround(lines: Lines, { first, last }: LineSpan): LineSpan {
  const near = {
    first: Math.max(1, first - HEAD_LINES),
    last: Math.min(lines.count, last + HEAD_LINES),
  };
  return {
    first: CLOSES.test(lines.textOf(first)) ? lineWith(OPENS, lines, first, near.first) : first,
    last: OPENS.test(lines.textOf(last)) ? lineWith(CLOSES, lines, last, near.last) : last,
  };
}

/** The next line, up or down, that a pattern finds; the line itself where none does. */
function lineWith(pattern: RegExp, lines: Lines, from: number, to: number): number {
  const step = Math.sign(to - from);
  for (let line = from; line !== to;) {
    line += step;
    if (pattern.test(lines.textOf(line))) return line;
  }
  return from;
}

type FrameReader = (lines: Lines, window: LineSpan) => readonly string[] | undefined;

/** What must stand before a window; undefined where it was not found. */
const FRAMES: Readonly<Record<Frame, FrameReader>> = {
  none: () => [],
  head: (lines, { first }) => linesFrom(lines, 1, Math.min(HEAD_LINES, first - 1)),
  outline: outlineAbove,
  markup: (lines, window) => (isInTable(lines, window) ? undefined : outlineAbove(lines, window)),
  paragraph: paragraphAbove,
  statement: statementAbove,
  whole: () => undefined,
};

export function linesFrom(lines: Lines, first: number, last: number): string[] {
  const texts: string[] = [];
  for (let line = first; line <= last; line++) texts.push(lines.textOf(line));
  return texts;
}

/** The lines that a line is indented under, the outermost first. */
function outlineAbove(lines: Lines, { first }: LineSpan): readonly string[] {
  const outline: string[] = [];
  let indent = indentOf(lines.textOf(first)) ?? Infinity;
  const floor = Math.max(1, first - FARTHEST);
  for (let line = first - 1; line >= floor && indent > 0; line--) {
    const text = lines.textOf(line);
    const own = indentOf(text);
    if (own === undefined || own >= indent) continue;
    outline.push(text);
    indent = own;
  }
  return outline.reverse();
}

/** Undefined for a blank line. */
function indentOf(text: string): number | undefined {
  const first = text.search(/\S/);
  return first < 0 ? undefined : first;
}

const TABLE = /<(\/?)table\b/gi;

/** Cells of a table are named by its header. */
function isInTable(lines: Lines, { first, last }: LineSpan): boolean {
  const floor = Math.max(1, first - FARTHEST);
  for (let line = last; line >= floor; line--) {
    const tags = [...lines.textOf(line).matchAll(TABLE)];
    const opens = tags.some(([, slash]) => slash === '');
    if (opens && (line >= first || tags.at(-1)?.[1] === '')) return true;
    if (tags.length > 0 && line < first) return false;
  }
  return false;
}

/** A table in a text begins with its header; one that is longer than we look, with the text. */
function paragraphAbove(lines: Lines, { first }: LineSpan): readonly string[] {
  const floor = Math.max(1, first - FARTHEST);
  let start = first;
  while (start > floor && lines.textOf(start - 1).trim() !== '') start--;
  if (start === floor && floor > 1) start = 1;
  return linesFrom(lines, start, Math.min(start + PARAGRAPH_HEAD, first) - 1);
}

const STATEMENT = /^\s*(?:insert|replace|into|copy)\s/i;
/** Nothing is known of the columns but by the definition of the table. */
const NAMELESS = /^[^(]*\bvalues\b/i;
const VALUES = /\bvalues\s*(?:\(|$)|\bstdin\b/i;

function statementAbove(
  lines: Lines,
  { first, last: end }: LineSpan,
): readonly string[] | undefined {
  const floor = Math.max(1, first - FARTHEST);
  for (let line = end; line >= floor; line--) {
    const text = lines.textOf(line);
    if (!STATEMENT.test(text)) continue;
    if (NAMELESS.test(text) || text.length > MOST_UNITS) return undefined;
    if (line >= first) continue;
    let last = line;
    const limit = Math.min(first - 1, line + STATEMENT_HEAD);
    while (last < limit && !VALUES.test(lines.textOf(last))) last++;
    return linesFrom(lines, line, last);
  }
  return floor === 1 ? [] : undefined;
}
