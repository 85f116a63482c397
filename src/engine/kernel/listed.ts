import { lazy } from '../gazetteer/lazy.ts';
import { isLetter, isSmall } from './bytes.ts';
import { addCandidate, LISTED, type Candidates } from './candidates.ts';
import { compileLiterals, type Literals } from './literals.ts';

/** Finds names that stand behind a comma or at the beginning of a line: `…, Germany`. */
export interface Listed {
  /** @param at the byte behind a comma or a line end, or the first of the source */
  collect(bytes: Uint8Array, at: number, out: Candidates): void;
  readonly names: Literals;
}

/** Marks of comments and quotations before the first word of a line, and blanks. */
export const MARKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x2a, 0x23, 0x2f, 0x3e, 0x2d]);
const MOST_MARKS = 12;

/**
 * @param names each at least three bytes of UTF-8; ASCII letters match in any case. Compiled where one
 *   may stand: in many a source file none may.
 */
export function compileListed(names: () => readonly string[]): Listed {
  const literalsOf = lazy(() => compileLiterals(names()));
  return {
    get names() {
      return literalsOf();
    },
    collect(bytes, at, out) {
      let start = at;
      while (start - at < MOST_MARKS && MARKS.has(bytes[start] ?? 0)) start++;
      const first = bytes[start] ?? 0;
      // Most words behind a comma are small, and no country is.
      if (isSmall(first) || !isLetter(first)) return;
      const literals = literalsOf();
      if (literals.firsts[first] !== 1) return;
      let end = 0;
      literals.match(bytes, start, (_, after) => {
        if (after > end && !isLetter(bytes[after] ?? 0)) end = after;
      });
      if (end > 0) addCandidate(out, LISTED, start, end);
    },
  };
}
