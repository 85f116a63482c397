import { addRange, emptyByteSet, type ByteSet } from './byte-set.ts';
import type { Assertion } from './syntax.ts';

/** What assertions tell apart: a byte that is neither, an ASCII word's, a line end, the text's edge. */
export const OTHER = 0;
export const WORD = 1;
export const LINE_END = 2;
export const EDGE = 3;
export type Kind = typeof OTHER | typeof WORD | typeof LINE_END | typeof EDGE;

export const KINDS: readonly Kind[] = [OTHER, WORD, LINE_END, EDGE];

export function kindOf(byte: number): Kind {
  if (byte === 0x0a || byte === 0x0d) return LINE_END;
  const letter = byte | 0x20;
  const isWord =
    (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x7a) || byte === 0x5f;
  return isWord ? WORD : OTHER;
}

/** The bytes of each kind but the edge. */
export const BYTES_OF_KIND: readonly ByteSet[] = [OTHER, WORD, LINE_END].map((kind) => {
  const set = emptyByteSet();
  for (let byte = 0; byte < 256; byte++) if (kindOf(byte) === kind) addRange(set, byte, byte);
  return set;
});

const BITS: Readonly<Record<Assertion, number>> = {
  'line-start': 1,
  'line-end': 2,
  'word-edge': 4,
  'no-word-edge': 8,
};

/**
 * Conditions between two bytes. A condition is a set of assertions that must all hold (4 bits,
 * 0 to 15); `Conditions` is a set of conditions of which one must hold (16 bits).
 */
export type Conditions = number;

export const NEVER: Conditions = 0;
export const ALWAYS: Conditions = 1;

export function conditionsOf(assertion: Assertion): Conditions {
  return 1 << BITS[assertion];
}

/** One condition of `a` and one of `b` hold. */
export function both(a: Conditions, b: Conditions): Conditions {
  if (a === ALWAYS) return b;
  if (b === ALWAYS) return a;
  let result = NEVER;
  for (let i = 0; i < 16; i++) {
    if (((a >> i) & 1) === 0) continue;
    for (let j = 0; j < 16; j++) if (((b >> j) & 1) === 1) result |= 1 << (i | j);
  }
  return simplified(result);
}

export function either(a: Conditions, b: Conditions): Conditions {
  return simplified(a | b);
}

function simplified(conditions: Conditions): Conditions {
  return (conditions & ALWAYS) === ALWAYS ? ALWAYS : conditions;
}

/** Does one of the conditions hold between a byte of kind `before` and one of kind `after`? */
export function holds(conditions: Conditions, before: Kind, after: Kind): boolean {
  if (conditions === ALWAYS) return true;
  const atWordEdge = (before === WORD) !== (after === WORD);
  const truths = (before >= LINE_END ? 1 : 0) | (after >= LINE_END ? 2 : 0) | (atWordEdge ? 4 : 8);
  for (let i = 0; i < 16; i++) {
    if (((conditions >> i) & 1) === 1 && (i & ~truths) === 0) return true;
  }
  return false;
}
