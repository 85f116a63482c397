/**
 * A stretch of characters of a machine-readable zone, as it stands in a text: `value` has plain
 * fillers where the text may have `&lt;` or `\u003c`.
 */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Ways to write the filler `<`, in lower case. Each occurs twice in a row in nearly every zone. */
export const FILLERS = ['<', '&lt;', '\\u003c', '%3c', '&#60;', '&#x3c;', '\\x3c'] as const;

/** Longest run that is looked at: three lines of 30 in one piece, and a bit. */
const LONGEST = 96;

/** The way in which fillers are written at an index, or else soon after it. */
export function fillerNear(text: string, index: number): string {
  const here = FILLERS.find((filler) => isAt(text, index, filler));
  if (here !== undefined) return here;
  const near = text.slice(index, index + 4 * LONGEST).toLowerCase();
  return FILLERS.find((filler) => near.includes(filler + filler)) ?? FILLERS[0];
}

/** The run around an index, of at most {@link LONGEST} characters to either side. */
export function runAround(text: string, index: number, filler: string): Run {
  let start = index;
  for (let i = 0; i < LONGEST; i++) {
    const before = unitBefore(text, start, filler);
    if (before === start) break;
    start = before;
  }
  return runFrom(text, start, filler);
}

/** The run that begins at an index; empty where none does. */
export function runFrom(text: string, start: number, filler: string): Run {
  let end = start;
  let value = '';
  while (value.length <= 2 * LONGEST) {
    const after = unitAfter(text, end, filler);
    if (after === end) break;
    value += after - end === 1 ? text[end]! : '<';
    end = after;
  }
  return { start, end, value };
}

function unitAfter(text: string, index: number, filler: string): number {
  if (isAt(text, index, filler) && !opensTag(text, index, filler)) return index + filler.length;
  return isAlphanumeric(text.charCodeAt(index)) ? index + 1 : index;
}

function unitBefore(text: string, index: number, filler: string): number {
  const start = index - filler.length;
  // The C of `%3C` is a letter, too: fillers go first.
  if (start >= 0 && isAt(text, start, filler) && !opensTag(text, start, filler)) return start;
  return index > 0 && isAlphanumeric(text.charCodeAt(index - 1)) ? index - 1 : index;
}

/** The filler before `/pre>` or `br>` is a tag's bracket: zones have no lower case. */
const opensTag = (text: string, index: number, filler: string) =>
  filler === '<' && /[a-z/!?]/.test(text.charAt(index + 1));

function isAt(text: string, index: number, filler: string): boolean {
  const unit = text.charCodeAt(index);
  if (unit !== filler.charCodeAt(0)) return false;
  return filler.length === 1 || text.slice(index, index + filler.length).toLowerCase() === filler;
}

const isAlphanumeric = (unit: number) => (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90);

/**
 * What may stand between two lines: line ends, blanks, their escapes, quotes and the signs that
 * join strings, comment prefixes, tags. Each alternative begins with a character of its own.
 */
const GAP =
  /(?:[\s"'`,+.|#*/;()[\]_>-]|\\{1,4}(?:[nrt]|u000[ADad])?|<\/?[A-Za-z]\w{0,20} ?\/?>|&(?:(?:quot|nbsp|#\d{1,3}|#x[\dA-Fa-f]{1,2});)?|%0[ADad]){1,120}/y;

/** A key of the second line's own: `mrz2:`, `"line2" =>`. */
const KEY = /[a-z]\w{0,30}["'`]? ?(?:=>|[:=])/iy;

/** The place after a gap, or undefined where something else stands there. */
export interface Gap {
  readonly end: number;
  /** Does the next line have a key of its own? Then each line is a value by itself. */
  readonly keyed: boolean;
}

export function gapFrom(text: string, start: number): Gap | undefined {
  const end = match(GAP, text, start);
  if (end === undefined) return undefined;
  const key = match(KEY, text, end);
  if (key === undefined) return { end, keyed: false };
  return { end: match(GAP, text, key) ?? key, keyed: true };
}

/** Longest gap that is looked for backwards: blanks of an indentation, a quote, a key. */
const BACK = 60;

/** The run before an index, with a gap between. */
export function runBefore(
  text: string,
  index: number,
  filler: string,
): { run: Run; keyed: boolean } | undefined {
  for (let end = index - 1; end > Math.max(0, index - BACK); end--) {
    if (unitBefore(text, end, filler) === end) continue;
    const gap = gapFrom(text, end);
    if (gap?.end !== index) continue;
    const run = runAround(text, end, filler);
    return run.end === end ? { run, keyed: gap.keyed } : undefined;
  }
  return undefined;
}

function match(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
