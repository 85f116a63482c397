import type { FieldNames } from './field-names.ts';
import {
  CLOSERS,
  LONGEST_WORD,
  MOST_BLANKS,
  MOST_CLOSERS,
  MOST_WORDS,
  separatorIn,
  UNTOLD,
} from './name-position.ts';

const BLANK = 0x20;
const TAB = 0x09;

const WORD = 1;
/** Passed over where a word begins: a word begins with no digit. */
const NO_FIRST = 2;
/** Between a name and its separator. */
const CLOSER = 4;

/** Of what is not ASCII the bytes alone tell nothing. */
const KINDS = new Uint8Array(256);
for (const [signs, kind] of [
  ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$', WORD],
  ['0123456789.-', WORD | NO_FIRST],
  [CLOSERS, CLOSER],
] as const) {
  for (const sign of signs) KINDS[sign.charCodeAt(0)] = kind;
}

/**
 * May what stands before a separator be a name that is a rule's? As `assignmentAt` finds it, told
 * by the bytes alone: most separators have another name before them, and need no decoding.
 */
export function mayBeRuleName(bytes: Uint8Array, separator: number, names: FieldNames): boolean {
  return mayHaveName(bytes, separator, names, MOST_WORDS);
}

function mayHaveName(
  bytes: Uint8Array,
  separator: number,
  names: FieldNames,
  mostWords: number,
): boolean {
  const end = nameEnd(bytes, separator);
  let start = end;
  for (let words = 0; words < mostWords; words++) {
    const from = runStart(bytes, start);
    if ((bytes[from - 1] ?? 0) >= 0x80) return true;
    let first = from;
    while (first < start && (KINDS[bytes[first]!]! & NO_FIRST) !== 0) first++;
    if (first === start) return false;
    if (names.isKnown(bytes, first, end)) return true;
    if (bytes[first - 1] !== BLANK) return false;
    start = first - 1;
  }
  return false;
}

/**
 * May a candidate be a value whose name is a rule's? As `nameBefore` finds it, told by the bytes
 * alone.
 */
export function mayBeAssigned(bytes: Uint8Array, start: number, names: FieldNames): boolean {
  const separator = separatorIn(bytes, start);
  return separator === UNTOLD || (separator >= 0 && mayHaveName(bytes, separator, names, 1));
}

function nameEnd(bytes: Uint8Array, separator: number): number {
  let at = separator;
  for (let i = 0; i < MOST_BLANKS && (bytes[at - 1] === BLANK || bytes[at - 1] === TAB); i++) at--;
  for (let i = 0; i < MOST_CLOSERS && at > 0 && KINDS[bytes[at - 1]!] === CLOSER; i++) at--;
  return at;
}

/** First byte of the word that ends at `end`. */
function runStart(bytes: Uint8Array, end: number): number {
  const floor = Math.max(0, end - LONGEST_WORD);
  let at = end;
  while (at > floor && (KINDS[bytes[at - 1]!]! & WORD) !== 0) at--;
  return at;
}
