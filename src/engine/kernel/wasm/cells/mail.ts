import { at, hashOf } from '../bytes';
import { CLOSER_LOOK, parameter } from '../column';
import { remembered } from '../memo';

/**
 * cells.ts of the mailboxes, step by step. Parameters: the table of kinds of bytes, words of roles as word-bits.ts
 * has them, memos of real domains that are nobody's role, and of real last labels.
 */

const REAL: i32 = 0;

const LONGEST: usize = 100;
const LONGEST_LOCAL: usize = 64;
const LONGEST_LABEL: usize = 63;
const MANY_DIGITS: i32 = 7;
const AT: u32 = 0x40;
const DOT: u32 = 0x2e;
const HYPHEN: u32 = 0x2d;

function isUsualLabel(start: usize, end: usize): bool {
  if (end - start > LONGEST_LABEL || at(end - 1) === HYPHEN) return false;
  const first = at(start);
  const second = at(start + 1);
  return !(first === 0x65 && second === 0x78) && !(first === 0x6e && second === 0x6f);
}

function isRealDomain(column: usize, start: usize, end: usize): bool {
  let label = start;
  let isUsual = true;
  for (let place = start; place < end; place++) {
    const byte = at(place);
    if (byte - 0x61 < 26 || (byte - 0x30 < 10 && place > start)) continue;
    isUsual = place !== label && (byte === HYPHEN || byte === DOT);
    if (isUsual && byte === HYPHEN) continue;
    if (!isUsual || !isUsualLabel(label, place)) {
      return remembered(parameter(column, 2), start, end) === 1;
    }
    label = place + 1;
  }
  return label > start && label < end && remembered(parameter(column, 3), label, end) === 1;
}

function isX(place: usize): bool {
  return (at(place) | 0x20) === 0x78;
}

function mayBeOfRole(roles: usize, start: usize, end: usize): bool {
  const half = hashOf(start, end) >>> 16;
  if ((at(roles + (half >> 3)) & (1 << (half & 7))) !== 0) return true;
  return end - start > 2 && isX(start) && isX(start + 1) && isX(start + 2);
}

/** The at-sign behind a person's local part, or 0. */
function localEnd(column: usize, start: usize, end: usize): usize {
  const kinds = <usize>parameter(column, 0);
  const roles = <usize>parameter(column, 1);
  let digits = 0;
  let letters: u32 = 0;
  let last = DOT;
  let word = start;
  let place = start;
  for (; place < end; place++) {
    const byte = at(place);
    if (byte === AT) break;
    const kind = at(kinds + byte);
    if (kind === 0) return 0;
    if (kind < 3) letters += kind & 1;
    else {
      if (byte === DOT && last === DOT) return 0;
      if (place > word && mayBeOfRole(roles, word, place)) return 0;
      word = place + 1;
      if (kind === 3) digits++;
    }
    last = byte;
  }
  if (place === start || place === end || last === DOT || place - start > LONGEST_LOCAL) return 0;
  if (place > word && mayBeOfRole(roles, word, place)) return 0;
  if (at(kinds + at(start)) > 3 || letters === 0) return 0;
  for (let i = place; i < end; i++) if (at(kinds + at(i)) === 3) digits++;
  return digits < MANY_DIGITS ? place : 0;
}

/** @param plain no `:` or `=` stands before it in its row */
export function testMail(column: usize, start: usize, end: usize, plain: bool): i32 {
  if (!plain || end - start > LONGEST) return CLOSER_LOOK;
  const place = localEnd(column, start, end);
  return place !== 0 && isRealDomain(column, place + 1, end) ? REAL : CLOSER_LOOK;
}
