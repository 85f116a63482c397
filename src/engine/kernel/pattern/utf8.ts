import type { Ranges } from './code-points.ts';

/** Inclusive range of a byte. */
export type ByteRange = readonly [number, number];

/** Last code point of each encoded length, and the lead byte's mark. */
const LENGTHS = [
  { last: 0x7f, bits: 0, mark: 0 },
  { last: 0x7ff, bits: 6, mark: 0xc0 },
  { last: 0xffff, bits: 12, mark: 0xe0 },
  { last: 0x1fffff, bits: 18, mark: 0xf0 },
] as const;

/**
 * The byte sequences (RFC 3629) of code points, as sequences of byte ranges.
 *
 * Overlong forms and surrogates count as characters where a range reaches them: they occur in no
 * valid text, and leaving them in halves the automaton of a negated class.
 */
export function byteSequences(ranges: Ranges): ByteRange[][] {
  const sequences: ByteRange[][] = [];
  for (const [low, high] of ranges) {
    let first = 0;
    for (const { last, bits, mark } of LENGTHS) {
      // A range that reaches the end of a length is widened to the end of its bytes.
      const from = low <= first ? (mark === 0 ? low : 0) : low;
      const to = high >= Math.min(last, 0x10ffff) ? last : high;
      if (high >= first && low <= last) split(from, to, bits, mark, [], sequences);
      first = last + 1;
    }
  }
  return sequences;
}

/** Splits `[from, to]` where the continuation bytes do not run through all their 64 values. */
function split(
  from: number,
  to: number,
  bits: number,
  mark: number,
  prefix: readonly ByteRange[],
  out: ByteRange[][],
): void {
  if (bits === 0) {
    out.push([...prefix, [mark | from, mark | to]]);
    return;
  }
  const rest = (1 << bits) - 1;
  let head = from >> bits;
  let end = to >> bits;
  const descend = (value: number, low: number, high: number): void => {
    const byte = mark | value;
    split(low, high, bits - 6, 0x80, [...prefix, [byte, byte]], out);
  };
  if (head === end) return descend(head, from & rest, to & rest);
  if ((from & rest) !== 0) descend(head++, from & rest, rest);
  if ((to & rest) !== rest) descend(end--, 0, to & rest);
  if (head > end) return;
  const lead: ByteRange = [mark | head, mark | end];
  const full = Array.from({ length: bits / 6 }, (): ByteRange => [0x80, 0xbf]);
  out.push([...prefix, lead, ...full]);
}
