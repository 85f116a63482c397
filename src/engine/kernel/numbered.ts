import { isLetter } from './bytes.ts';
import { addCandidate, NUMBERED, type Candidates } from './candidates.ts';
import { lower, lowered } from './literals.ts';
import { hashOf } from './word-hash.ts';

/** Words that numbers stand beside, as `compileNumbered` takes them. */
export interface NumberedWords {
  /** Whole words in small letters, without a point: `street`, `rue`, `ул`. */
  readonly words: readonly string[];
  /** What words end with, three bytes of UTF-8 or more: `straße`, `gatan`, `路`. */
  readonly endings: readonly string[];
  /** Endings that count right before the number only: `路` of `某路1号`, which ends names of people too. */
  readonly next?: readonly string[];
}

/** Tells whether a word of a list stands near a number, on its line: `12 rue …`, `… Street 12`. */
export interface Numbered {
  /** Adds the run of digits at `[start, end)` where such a word stands before or behind it. */
  collect(bytes: Uint8Array, start: number, end: number, out: Candidates): void;
  /** Words and endings by two places of their hashes each: 1 and 2; endings right before the number 4 and 8. */
  readonly words: Uint8Array;
  readonly endings: Uint8Array;
  /** The last two letters of all of them: 1. */
  readonly lasts: Uint8Array;
}

/** How far a word is looked for: streets have names of a few words. */
const MOST_WORDS = 6;
const MOST_BYTES = 56;

const SIZE = 1 << 16;
const BLANK = 0x20;
const COMMA = 0x2c;
const POINT = 0x2e;

/** Bits at the first of two places of a hash; those at the second are twice as high. */
const ANYWHERE = 1;
const NEXT = 4;

/** Words by two places of their hash: a chance hit costs a close look. */
function note(table: Uint8Array, hash: number, bit: number): void {
  table[hash >>> 16]! |= bit;
  table[hash & (SIZE - 1)]! |= bit << 1;
}

const isNoted = (table: Uint8Array, hash: number, bit: number): boolean =>
  (table[hash >>> 16]! & bit) !== 0 && (table[hash & (SIZE - 1)]! & (bit << 1)) !== 0;

/** Letters, digits, `'`, `-`, `.`, `/` */
const isInWord = (byte: number) =>
  isLetter(byte) || (byte >= 0x2d && byte <= 0x39) || byte === 0x27 || byte === 0x26;

/** The last two letters of a word, small, in sixteen bits. */
const lastTwo = (bytes: Uint8Array, start: number, end: number): number =>
  (end - start > 1 ? lower(bytes[end - 2]!) << 8 : 0) | lower(bytes[end - 1]!);

export function compileNumbered({ words, endings, next = [] }: NumberedWords): Numbered {
  const whole = new Uint8Array(SIZE);
  const tails = new Uint8Array(SIZE);
  const lasts = new Uint8Array(SIZE);
  for (const bytes of lowered(words)) {
    note(whole, hashOf(bytes, 0, bytes.length), ANYWHERE);
    lasts[lastTwo(bytes, 0, bytes.length)] = 1;
  }
  for (const [list, bit] of [
    [endings, ANYWHERE],
    [next, NEXT],
  ] as const) {
    for (const bytes of lowered(list)) {
      note(tails, hashOf(bytes, Math.max(0, bytes.length - 4), bytes.length), bit);
      lasts[lastTwo(bytes, 0, bytes.length)] = 1;
    }
  }

  const isEnding = (hash: number, isNext: boolean): boolean =>
    isNoted(tails, hash, ANYWHERE) || (isNext && isNoted(tails, hash, NEXT));

  /** @param isNext does the number stand right behind it? */
  const isKnown = (bytes: Uint8Array, start: number, wordEnd: number, isNext: boolean): boolean => {
    const end = bytes[wordEnd - 1] === POINT ? wordEnd - 1 : wordEnd;
    // Nearly every word is over at its last two letters.
    if (end <= start || lasts[lastTwo(bytes, start, end)] === 0) return false;
    if (isNoted(whole, hashOf(bytes, start, end), ANYWHERE)) return true;
    if (end - start < 3) return false;
    return (
      isEnding(hashOf(bytes, end - 3, end), isNext) || isEnding(hashOf(bytes, end - 4, end), isNext)
    );
  };

  const before = (bytes: Uint8Array, start: number): boolean => {
    let at = start;
    while (start - at < 3 && isBetween(bytes[at - 1] ?? 0)) at--;
    if (at === start && (bytes[at - 1] ?? 0) < 0x80) return false;
    const floor = Math.max(0, start - MOST_BYTES);
    for (let words_ = 0; words_ < MOST_WORDS && at > floor; words_++) {
      const end = at;
      while (at > floor && isInWord(bytes[at - 1]!)) at--;
      if (at === end) return false;
      if (isKnown(bytes, at, end, words_ === 0)) return true;
      while (at > floor && end - at < 60 && isGap(bytes[at - 1]!)) at--;
    }
    return false;
  };

  const behind = (bytes: Uint8Array, end: number): boolean => {
    let at = end;
    while (at - end < 2 && isLetter(bytes[at] ?? 0) && (bytes[at] ?? 0) < 0x80) at++;
    if (!isGap(bytes[at] ?? 0) && bytes[at] !== 0x2f) return false;
    const last = Math.min(bytes.length, end + MOST_BYTES);
    for (let words_ = 0; words_ < MOST_WORDS && at < last; words_++) {
      while (at < last && isGap(bytes[at]!)) at++;
      const start = at;
      while (at < last && isInWord(bytes[at]!)) at++;
      if (at === start) return false;
      if (isKnown(bytes, start, at, false)) return true;
    }
    return false;
  };

  return {
    words: whole,
    endings: tails,
    lasts,
    collect(bytes, start, end, out) {
      if (before(bytes, start) || behind(bytes, end)) addCandidate(out, NUMBERED, start, end);
    },
  };
}

const isGap = (byte: number) => byte === BLANK || byte === COMMA;
/** Blank, comma, `#`, point, as in `Calle 12 #3`, `no.3` */
const isBetween = (byte: number) => isGap(byte) || byte === 0x23 || byte === POINT;
