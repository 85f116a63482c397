import type { FieldName } from '../field-names.ts';

export interface Attribute {
  /** In lower case, as a view of its bytes. */
  readonly name: string;
  readonly field: FieldName;
  /** Bytes of the value, quotes excluded. */
  readonly start: number;
  readonly end: number;
  value(): string;
}

/** Longest tag. A quote that never closes must not swallow the source. */
export const LONGEST_TAG = 64 * 1024;

/**
 * The `>` of the tag that begins at `at`.
 *
 * @returns its index; or where it cannot go on, as −1 − index: at a `<`, or at the view's end
 */
export function tagEnd(view: string, at: number): number {
  const limit = Math.min(view.length, at + LONGEST_TAG);
  let quote = 0;
  for (let i = at + 1; i < limit; i++) {
    const unit = view.charCodeAt(i);
    if (quote > 0) {
      if (unit === quote) quote = 0;
    } else if (unit === 0x3e) return i;
    else if (unit === 0x3c) return -1 - i;
    // A quote opens a value behind `=` only: <p class=a it's>.
    else if ((unit === 0x22 || unit === 0x27) && isAfterEquals(view, i)) quote = unit;
  }
  return -1 - limit;
}

function isAfterEquals(view: string, at: number): boolean {
  let before = at - 1;
  while (view.charCodeAt(before) <= 0x20) before--;
  return view.charCodeAt(before) === 0x3d;
}

const ATTRIBUTE =
  /[ \t\r\n/]{1,200}([^ \t\r\n/<>="'`]{1,200})(?:[ \t\r\n]{0,20}=[ \t\r\n]{0,20}(?:"([^"]*)"|'([^']*)'|([^ \t\r\n"'<>=`]{1,2000}?)(?=[ \t\r\n>]|\/>|$)))?/y;

/** Attributes of the tag `[from, to)` of a view: name, and where its value stands in the view. */
export function* attributesIn(
  view: string,
  from: number,
  to: number,
): Generator<readonly [name: string, nameStart: number, start: number, end: number]> {
  ATTRIBUTE.lastIndex = from;
  for (;;) {
    const at = ATTRIBUTE.lastIndex;
    const match = ATTRIBUTE.exec(view);
    if (match === null || match.index + match[0].length > to) return;
    const [whole, name, double, single, bare] = match;
    const value = double ?? single ?? bare;
    const end = at + whole.length - (double === undefined && single === undefined ? 0 : 1);
    const nameStart = at + whole.indexOf(name!);
    // One without a value says what it is by being there.
    yield [name!, nameStart, end - (value ?? '').length, end];
    // Whoever asks may have used the pattern in between.
    ATTRIBUTE.lastIndex = at + whole.length;
  }
}
