import { at } from '../bytes';
import { CLOSER_LOOK, parameter } from '../column';
import { remembered } from '../memo';

/**
 * cells.ts of the person's names, step by step. Parameters: memos of words, of characters where two names
 * meet, of specimens' given names; is the column one of surnames or given names; is it alone in its table?
 */

const KNOWN: i32 = 0;
const BARE: i32 = 1;

const JAPANESE: i32 = 1;
const LATIN: i32 = 2;
const SURNAME: i32 = 4;
const GIVEN: i32 = 8;
const NOT_LAST: i32 = 16;
const DUMMY: i32 = 32;
const PLACE: i32 = 64;
const LABEL: i32 = 128;
const BEGINS: i32 = 16;
const GOES_ON: i32 = 64;

const SPACE: u32 = 0x20;
const SLASH: u32 = 0x2f;
const LONGEST_SOLID: usize = 36;
const LONGEST_PART: usize = 9;

/** Place of a blank, half or full width, or a slash between words; 0 for none. */
function gapIn(start: usize, end: usize): usize {
  for (let place = start + 1; place < end; place++) {
    const byte = at(place);
    if (byte === SPACE || byte === SLASH) return place;
    if (byte === 0xe3 && at(place + 1) === 0x80 && at(place + 2) === 0x80) return place;
  }
  return 0;
}

function japanesePair(first: i32, second: i32): i32 {
  if ((second & NOT_LAST) !== 0) return CLOSER_LOOK;
  return (first & SURNAME) !== 0 || (second & GIVEN) !== 0 ? KNOWN : CLOSER_LOOK;
}

function latinPair(first: i32, second: i32): i32 {
  if ((first & BEGINS) !== 0 && (second & GOES_ON) !== 0) return CLOSER_LOOK;
  const inOrder = (first & SURNAME) !== 0 && (second & GIVEN) !== 0;
  const reversed = (first & GIVEN) !== 0 && (second & SURNAME) !== 0;
  return inOrder || reversed ? KNOWN : BARE;
}

function isKanjiFirst(start: usize, end: usize): bool {
  if (at(start) < 0xe4) return false;
  for (let place = start; place < end; place += 3) if (at(place) - 0xe3 > 6) return false;
  return true;
}

/** Is it surely no specimen's whole name? */
function isNoSpecimen(column: usize, words: usize, start: usize, end: usize): bool {
  for (let length: usize = 6; length <= 9; length += 3) {
    if (end - start <= length) continue;
    const known = remembered(parameter(column, 2), end - length, end);
    if (known === 0) continue;
    if (known < 0) return false;
    const before = remembered(words, start, end - length);
    if (before < 0 || (before & (JAPANESE | DUMMY)) !== JAPANESE) return false;
  }
  return true;
}

/** The length of the surname, the usual ones first: 6, 3, 9, 12, 15. */
function lengthOfSurname(turn: i32): usize {
  return turn === 0 ? 6 : turn === 1 ? 3 : 3 * (turn + 1);
}

function testSolid(column: usize, start: usize, end: usize): i32 {
  if (end - start > LONGEST_SOLID || !isKanjiFirst(start, end)) return CLOSER_LOOK;
  const words = <usize>parameter(column, 0);
  if (parameter(column, 3) !== 0 && end - start <= LONGEST_PART) {
    const known = remembered(words, start, end);
    if (known < 0) return CLOSER_LOOK;
    const isAlone = (known & (JAPANESE | LABEL)) === JAPANESE;
    if (isAlone && (known & (SURNAME | GIVEN)) !== 0) return KNOWN;
  }
  if (!isNoSpecimen(column, words, start, end)) return CLOSER_LOOK;
  for (let turn = 0; turn < 5; turn++) {
    const cut = start + lengthOfSurname(turn);
    if (cut >= end) continue;
    const surname = remembered(words, start, cut);
    if (surname < 0) return CLOSER_LOOK;
    if ((surname & SURNAME) === 0) continue;
    const given = remembered(words, cut, end);
    if (given < 0) return CLOSER_LOOK;
    if ((given & GIVEN) === 0 || (given & (NOT_LAST | PLACE)) !== 0) continue;
    const meet = remembered(parameter(column, 1), cut - 3, cut + 3);
    if (meet === 0) return KNOWN;
    if (meet < 0) return CLOSER_LOOK;
  }
  return CLOSER_LOOK;
}

export function testName(column: usize, start: usize, end: usize): i32 {
  const gap = gapIn(start, end);
  if (gap === 0) return testSolid(column, start, end);
  const next = gap + (at(gap) < 0x80 ? 1 : 3);
  if (next === end) return CLOSER_LOOK;
  const words = <usize>parameter(column, 0);
  const first = remembered(words, start, gap);
  const second = remembered(words, next, end);
  if (first < 0 || second < 0) return CLOSER_LOOK;
  const both = first & second;
  if ((both & DUMMY) !== 0) return CLOSER_LOOK;
  if ((both & JAPANESE) !== 0 && at(gap) !== SLASH) return japanesePair(first, second);
  return (both & LATIN) === 0 || parameter(column, 4) !== 0
    ? CLOSER_LOOK
    : latinPair(first, second);
}
