import type { Evidence } from '../../../evidence.ts';
import type { Extent } from './extent.ts';
import type { Street } from './street.ts';
import type { Token } from './tokens.ts';

/** A street with what belongs to it, and how much speaks for it. */
export interface Reading {
  readonly street: Street | undefined;
  readonly extent: Extent;
  readonly evidence: readonly Evidence[];
  readonly weight: number;
}

/** How a street was read. */
export interface Read {
  /** Undefined where nothing speaks for it. */
  readonly reading: Reading | undefined;
  /** Index of the street's first token when it was read. */
  readonly at: number;
  /** Indices in the text of all that belongs to it, the country included. */
  readonly start: number;
  readonly end: number;
  /** Tokens from this one on were not looked at; those before the street neither. Undefined where they were. */
  readonly seen: number | undefined;
}

type ReadStreet = (text: string, tokens: readonly Token[], street: Street) => Read;

/** Longer streets are read each time. */
const LONGEST = 1 << 10;

/**
 * Reads streets, and remembers those of one text that were read without a look at where the tokens
 * begin and end: the candidates beside a street have each their own stretch of tokens around them.
 */
export function createReadings(read: ReadStreet): ReadStreet {
  let known = '';
  let reads = new Map<number, Read>();
  return (text, tokens, street) => {
    const { start } = tokens[street.first]!;
    const length = tokens[street.last]!.end - start;
    if (length >= LONGEST || !street.named || !street.numbered) return read(text, tokens, street);
    if (text !== known) {
      known = text;
      reads = new Map();
    }
    const key = start * LONGEST + length;
    const before = reads.get(key);
    // The last token may be cut.
    const isInside = (seen: number | undefined, at: number) =>
      seen !== undefined && seen - at + street.first < tokens.length - 1;
    if (before !== undefined && isInside(before.seen, before.at)) return before;
    const now = read(text, tokens, street);
    if (isInside(now.seen, now.at)) reads.set(key, now);
    return now;
  };
}

/** A reading among tokens that begin `by` tokens earlier. */
export function movedBy(reading: Reading, by: number): Reading {
  if (by === 0) return reading;
  const { extent } = reading;
  const { first, last, code, country, seen } = extent;
  return {
    ...reading,
    extent: {
      ...extent,
      first: first + by,
      last: last + by,
      code: code && { ...code, first: code.first + by, last: code.last + by },
      country: country && { ...country, first: country.first + by, last: country.last + by },
      seen: seen + by,
    },
  };
}
