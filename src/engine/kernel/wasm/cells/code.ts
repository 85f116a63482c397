import { at, isCapital } from '../bytes';
import { CLOSER_LOOK, parameter } from '../column';
import { digitAt } from '../digits';
import { placeAt } from '../place-name';
import { sourceEnd } from '../scan';

/**
 * cells.ts of the postal codes, step by step. Parameters: the codes in use as bits and behind them where prefixes
 * lie, and a memo of places' names.
 */

const BARE: i32 = 0;
const BESIDE_ADDRESS: i32 = 1;
/** What is said of the same behind 〒 is so much more. */
const MARKED: i32 = 2;

const CODES: i32 = 10_000_000;
const OF_PREFIX: i32 = 10_000;
/** Of prefixes: those in one prefecture have its number, plus this. */
const FIRST_PREFECTURE: i32 = 2;

const LONGEST_ROMAJI: usize = 24;

function hyphenAt(place: usize): usize {
  const byte = at(place);
  if (byte === 0x2d) return 1;
  const second = at(place + 1);
  const third = at(place + 2);
  if (byte === 0xef) return second === 0xbc && third === 0x8d ? 3 : 0;
  if (byte !== 0xe2) return 0;
  if (second === 0x88) return third === 0x92 ? 3 : 0;
  return second === 0x80 && third - 0x90 < 6 ? 3 : 0;
}

/** The seven digits as a number, −1 where the cell has another form. */
function codeIn(start: usize, end: usize): i32 {
  let place = start;
  let code: i32 = 0;
  for (let count = 0; count < 7; count++) {
    if (count === 3) place += hyphenAt(place);
    const length = digitAt(place);
    if (length === 0) return -1;
    place += length;
    code = code * 10 + ((at(place - 1) & 15) as i32);
  }
  return place === end ? code : -1;
}

function isBetween(byte: u32): bool {
  return (
    byte === 0x22 ||
    byte === 0x27 ||
    byte === 0x2c ||
    byte === 0x7c ||
    byte === 0x20 ||
    byte - 9 < 5
  );
}

function nextCell(end: usize): usize {
  let place = end;
  while (place < end + 4 && isBetween(at(place))) place++;
  return place;
}

function mayBeRomaji(start: usize): bool {
  for (let place = start - 1; place >= start - LONGEST_ROMAJI; place--) {
    if (isCapital(at(place)) || at(place) >= 0x80) return true;
  }
  return false;
}

export function testCode(column: usize, start: usize, end: usize): i32 {
  const marked = at(start) === 0xe3 && at(start + 1) === 0x80 && at(start + 2) === 0x92;
  const code = codeIn(marked ? start + 3 : start, end);
  if (code < 0) return CLOSER_LOOK;
  const known = <usize>parameter(column, 0);
  if ((at(known + (code >> 3)) & (1 << (code & 7))) === 0) return CLOSER_LOOK;
  const said = marked ? MARKED : 0;
  const next = nextCell(end);
  if (next >= sourceEnd()) return CLOSER_LOOK;
  if (at(next) < 0xe3) return mayBeRomaji(start) ? CLOSER_LOOK : said + BARE;
  const prefecture = placeAt(parameter(column, 1), next, sourceEnd());
  const prefix = at(known + CODES / 8 + code / OF_PREFIX) as i32;
  if (prefecture < 0 || prefix < FIRST_PREFECTURE) return CLOSER_LOOK;
  return said + (prefix - FIRST_PREFECTURE === prefecture ? BESIDE_ADDRESS : BARE);
}
