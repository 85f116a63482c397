import { isTopLevelDomain } from '../../gazetteer/top-level-domains.ts';
import type { Place } from '../../rule.ts';
import { byteMemo } from '../../text/byte-memo.ts';
import { asciiOf } from '../../text/cell-text.ts';
import { lazy } from '../../gazetteer/lazy.ts';

const AT = 0x40;
const DOT = 0x2e;
const HYPHEN = 0x2d;

/** RFC 1035 section 2.3.4, and a byte more. */
const LONGEST_NAME = 254;

const isTop = lazy(() =>
  byteMemo((bytes, start, end) => (isTopLevelDomain(asciiOf(bytes, start, end)) ? 1 : 0)),
);

/**
 * May a real domain stand behind an at-sign? Behind those of decorators, scopes and tags of
 * comments none does.
 */
export function mayBeMailbox({ bytes, start, end }: Place): boolean {
  if (bytes[start] !== AT || end - start > 1) return true;
  let after = end;
  while (after - end < LONGEST_NAME && isOfName(bytes[after])) after++;
  if (after - end === LONGEST_NAME || (bytes[after] ?? 0) >= 0x80) return true;
  while (after > end && (bytes[after - 1] === DOT || bytes[after - 1] === HYPHEN)) after--;
  let label = after;
  while (label > end && bytes[label - 1] !== DOT) label--;
  if (label <= end + 1) return false;
  // A sentence may go on behind the full stop: `joe@example.com.Next`.
  return isCapital(bytes[label]!) || isTop()(bytes, label, after) === 1;
}

const isCapital = (byte: number) => byte >= 0x41 && byte <= 0x5a;

/** Letters, digits, hyphens and dots. */
function isOfName(byte = 0): boolean {
  const letter = byte | 0x20;
  return (
    byte === DOT ||
    byte === HYPHEN ||
    (byte >= 0x30 && byte <= 0x39) ||
    (letter >= 0x61 && letter <= 0x7a)
  );
}
