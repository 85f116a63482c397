import type { Finding } from '../engine/index.ts';

/** A range as VS Code gives it: lines and characters from 0. */
export interface LineRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * The findings that a range touches, at its ends too; the innermost of nested ones first, since
 * they end first.
 *
 * @param findings in order of their start
 */
export function findingsIn<F extends Pick<Finding, 'start' | 'end'>>(
  findings: readonly F[],
  range: LineRange,
): F[] {
  return findings
    .filter(({ start, end }) => {
      const startsAfter = isAfter(start, range.end);
      const endsBefore = isAfter(
        { line: range.start.line + 1, column: range.start.character + 1 },
        {
          line: end.line - 1,
          character: end.column - 1,
        },
      );
      return !startsAfter && !endsBefore;
    })
    .sort((a, b) => a.end.offset - b.end.offset || b.start.offset - a.start.offset);
}

/** Is a position (from 1) after another (from 0)? */
function isAfter(
  { line, column }: { readonly line: number; readonly column: number },
  other: LineRange['start'],
): boolean {
  return line - 1 > other.line || (line - 1 === other.line && column - 1 > other.character);
}
