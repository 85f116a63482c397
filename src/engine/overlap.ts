import { atLeast } from './finding.ts';
import type { Draft } from './judge.ts';

/** Which kind may lie in which: a postal code in an address, a mail address in anything. */
function mayNest(inner: Draft, outer: Draft): boolean {
  if (inner.start < outer.start || inner.end > outer.end) return false;
  if (inner.start === outer.start && inner.end === outer.end) return false;
  if (outer.rule === 'passport-mrz') return false;
  if (inner.rule === 'postal-code') return outer.rule === 'postal-address';
  return inner.rule === 'email' && outer.rule !== 'email';
}

/**
 * Of two readings of the same text, the better one: the more confident, then the one with a check
 * digit, then the longer, then the one whose rule stands first.
 */
function isBetter(a: Draft, b: Draft, order: ReadonlyMap<string, number>): boolean {
  if (a.confidence !== b.confidence) return atLeast(a.confidence, b.confidence);
  const checkedA = a.evidence.some(({ code }) => code === 'check-digit');
  const checkedB = b.evidence.some(({ code }) => code === 'check-digit');
  if (checkedA !== checkedB) return checkedA;
  const lengthA = a.end - a.start;
  const lengthB = b.end - b.start;
  if (lengthA !== lengthB) return lengthA > lengthB;
  return (order.get(a.rule) ?? Infinity) <= (order.get(b.rule) ?? Infinity);
}

/**
 * Settles drafts that overlap: nested kinds stay, of two readings of the same text the better one
 * does.
 *
 * @returns the drafts that stay, by start, of equal starts the longer first
 */
export function resolveOverlaps(
  drafts: readonly Draft[],
  order: ReadonlyMap<string, number>,
): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Draft[] = [];
  for (const draft of sorted) {
    // Findings are short: only the last few can reach this far.
    const rivals = kept
      .slice(-8)
      .filter(
        (other) => other.end > draft.start && !mayNest(draft, other) && !mayNest(other, draft),
      );
    if (!rivals.every((rival) => isBetter(draft, rival, order))) continue;
    for (const rival of rivals) kept.splice(kept.lastIndexOf(rival), 1);
    kept.push(draft);
  }
  return kept;
}
