/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Placed {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

/**
 * Is the finding a word that somebody is typing: a caret touches it, and so does the last change?
 * It is reported when it is finished: the caret has left it, or the file was saved. What a change
 * brought in whole was pasted, not typed.
 *
 * @param carets UTF-16 offsets of the carets
 * @param inserted what the last change inserted, one span for each caret
 */
export function isBeingTyped(
  finding: Placed,
  carets: readonly number[],
  inserted: readonly Span[],
): boolean {
  const start = finding.start.offset;
  const end = finding.end.offset;
  const isPasted = inserted.some((span) => span.start <= start && end <= span.end);
  if (isPasted || !inserted.some((span) => span.start <= end && start <= span.end)) return false;
  return carets.some((caret) => start <= caret && caret <= end);
}
