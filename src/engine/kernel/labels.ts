import { isCapital, isDigit, isSmall } from './bytes.ts';
import { lower, lowered, tripleOf } from './literals.ts';
import { hashOf } from './word-hash.ts';

/** A cheap look whether a known name may stand before a separator. */
export interface LabelEndings {
  endsAt(bytes: Uint8Array, separator: number): boolean;
  /** By the key of a name's last three bytes: 1 where a known name ends so. */
  readonly endings: Uint8Array;
  /** By the upper half of a word's hash: 1 where it is the last word of a known name. */
  readonly words: Uint8Array;
}

/** Blanks, quotes, closing brackets, `\\` and `*` that may stand between a name and its separator. */
const BETWEEN = new Set([0x20, 0x09, 0x22, 0x27, 0x60, 0x5d, 0x5c, 0x2a]);

/** Longer words are no name's. */
const LONGEST_WORD = 32;

/** @param names words parted by blanks, in small letters; only the last one counts */
export function compileLabelEndings(names: Iterable<string>): LabelEndings {
  const endings = new Uint8Array(65536);
  const words = new Uint8Array(65536);
  for (const word of lowered([...new Set(Array.from(names, lastWordOf))])) {
    endings[keyOf(word, word.length)] = 1;
    words[hashOf(word, 0, word.length) >>> 16] = 1;
  }

  /** May a known name end at `end`? */
  const isEnd = (bytes: Uint8Array, end: number): boolean => {
    const start = wordStart(bytes, end);
    if (start < end && words[hashOf(bytes, start, end) >>> 16] === 1) return true;
    // Letters outside ASCII and digits before the letters are of the word too: `電話tel`.
    const before = bytes[start - 1] ?? 0;
    return (before >= 0x80 || isDigit(before)) && endings[keyOf(bytes, end)] === 1;
  };

  return {
    endings,
    words,
    endsAt(bytes, separator) {
      let end = separator;
      // `tel 1:`, `address_2=`: a number may follow the name.
      for (let i = 0; i < 6 && end > 1 && mayStandBetween(bytes[end - 1]!); i++) end--;
      return end > 1 && isEnd(bytes, end);
    },
  };
}

/** Where the word of ASCII letters begins that ends at `end`: `custTel` and `CUSTTel` hold two. */
function wordStart(bytes: Uint8Array, end: number): number {
  let start = end;
  while (start > 0 && end - start <= LONGEST_WORD && isSmall(bytes[start - 1]! | 0x20)) {
    start--;
    if (!isCapital(bytes[start]!)) continue;
    const before = bytes[start - 1] ?? 0;
    if (isSmall(before) || isDigit(before) || isSmall(bytes[start + 1] ?? 0)) break;
  }
  return start;
}

/** The last word of a name, without what may stand between a name and its separator. */
function lastWordOf(name: string): string {
  let end = name.length;
  while (end > 0 && mayStandBetween(name.charCodeAt(end - 1))) end--;
  return name.slice(name.lastIndexOf(' ', end - 1) + 1, end);
}

/**
 * The three bytes before `end` in sixteen bits. Of a letter outside ASCII that is cut the case is unknown.
 */
function keyOf(bytes: Uint8Array, end: number): number {
  const third = lower(bytes[end - 3] ?? 0);
  const second = lower(bytes[end - 2] ?? 0);
  return tripleOf(third >= 0x80 && second < 0x80 ? 0x80 : third, second, lower(bytes[end - 1]!));
}

/** May a byte stand between a name and its separator: blanks, quotes, a number? */
export function mayStandBetween(byte: number): boolean {
  return BETWEEN.has(byte) || isDigit(byte) || byte === 0x5f || byte === 0x2e;
}
