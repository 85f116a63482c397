/** A stretch of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Forms of address before and behind a name: they belong to no name. */
const BEFORE = /^(?:mrs?|ms|miss|mx|dr|prof|sir|herr|frau|mme|mlle)(?:\. ?| )/i;
const BEHIND = / {0,2}(?:様|さま|さん|殿|先生|御中)$/u;

/** The name in a folded text, without blanks, quotes and forms of address. */
export function trimName(folded: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isOutside(folded.charCodeAt(from))) from++;
  while (to > from && isOutside(folded.charCodeAt(to - 1))) to--;
  const value = folded.slice(from, to);
  from += BEFORE.exec(value)?.[0].length ?? 0;
  to -= BEHIND.exec(value)?.[0].length ?? 0;
  return { start: Math.min(from, to), end: to };
}

const isOutside = (unit: number) => unit <= 32 || unit === 0x22 || unit === 0x27;
