import { lineEnds, shiftOf, type TextEdit } from './text-edit.ts';

/** Lines from 1, the last included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** Lines that were edited and not judged since, in order, with others between any two spans. */
export type DirtyLines = readonly LineSpan[];

/** The dirty lines after an edit, its own among them. */
export function dirtyAfter(dirty: DirtyLines, edit: TextEdit): DirtyLines {
  const first = edit.range.start.line + 1;
  const end = edit.range.end.line + 1;
  const { lines } = shiftOf(edit);
  const isBefore = ({ last }: LineSpan) => last < first;
  const isBehind = (span: LineSpan) => span.first > end;
  const touched = dirty.filter((span) => !isBefore(span) && !isBehind(span));
  const own = {
    first: Math.min(first, ...touched.map((span) => span.first)),
    last: Math.max(first + lineEnds(edit.text), ...touched.map(({ last }) => last + lines)),
  };
  const behind = dirty.filter(isBehind).map((span) => ({
    first: span.first + lines,
    last: span.last + lines,
  }));
  return [...dirty.filter(isBefore), own, ...behind];
}

/** The first dirty lines, at most so many, and what is left without them. */
export function takeDirty(
  [head, ...rest]: readonly [LineSpan, ...LineSpan[]],
  most: number,
): readonly [LineSpan, DirtyLines] {
  const last = Math.min(head.last, head.first + most - 1);
  if (last === head.last) return [head, rest];
  return [{ first: head.first, last }, [{ first: last + 1, last: head.last }, ...rest]];
}

export function countLines(dirty: DirtyLines): number {
  return dirty.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
