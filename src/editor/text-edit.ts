import type { Position } from '../engine/index.ts';

/** A place as VS Code gives it: line and character from 0. */
export interface Caret {
  readonly line: number;
  readonly character: number;
}

/** A change of a document, as VS Code tells it. */
export interface TextEdit {
  readonly range: { readonly start: Caret; readonly end: Caret };
  /** UTF-16 units that were taken out. */
  readonly rangeLength: number;
  readonly text: string;
}

/** How far a place is moved by changes before it. */
export interface Shift {
  readonly lines: number;
  readonly units: number;
}

export const NO_SHIFT: Shift = { lines: 0, units: 0 };

/** How far an edit moves the lines behind it. */
export function shiftOf({ range, rangeLength, text }: TextEdit): Shift {
  const lines = lineEnds(text) - (range.end.line - range.start.line);
  return { lines, units: text.length - rangeLength };
}

/** VS Code ends lines at \n, \r\n and a lone \r. */
export function lineEnds(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

/**
 * A place on a later line. What an edit took out is gone, so its bytes cannot be counted: `byte`
 * moves as the offset does, and says no more than which of two places comes first.
 */
export function movedLines(position: Position, { lines, units }: Shift): Position {
  const { offset, byte, line, column } = position;
  return { offset: offset + units, byte: byte + units, line: line + lines, column };
}

interface Stretch {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of later lines. */
export function movedStretch<S extends Stretch>(stretch: S, by: Shift): S {
  return { ...stretch, start: movedLines(stretch.start, by), end: movedLines(stretch.end, by) };
}

/** The same stretch of the text after an edit; undefined where the edit went into it. */
export function movedBy<S extends Stretch>(stretch: S, edit: TextEdit): S | undefined {
  const { start, end } = edit.range;
  if (!isAfter(stretch.end, start)) return stretch;
  if (isBefore(stretch.start, end)) return undefined;
  const moved = (position: Position) => movedPosition(position, edit);
  return { ...stretch, start: moved(stretch.start), end: moved(stretch.end) };
}

/** @param position behind the edit */
function movedPosition(position: Position, edit: TextEdit): Position {
  const { start, end } = edit.range;
  const moved = movedLines(position, shiftOf(edit));
  if (position.line !== end.line + 1) return moved;
  const last =
    edit.text.length - 1 - Math.max(edit.text.lastIndexOf('\n'), edit.text.lastIndexOf('\r'));
  const behind = last === edit.text.length ? start.character + last : last;
  return { ...moved, column: position.column + behind - end.character };
}

const isAfter = ({ line, column }: Position, caret: Caret) =>
  line - 1 > caret.line || (line - 1 === caret.line && column - 1 > caret.character);

const isBefore = ({ line, column }: Position, caret: Caret) =>
  line - 1 < caret.line || (line - 1 === caret.line && column - 1 < caret.character);
