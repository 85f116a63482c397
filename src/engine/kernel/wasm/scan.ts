import { at, bitsBelow } from './bytes';
import { collectDigits, digitAt } from './digits';
import { endsName } from './labels';
import {
  AT,
  BEFORE_NO_AT,
  CLASSES,
  COMMERCIAL_AT,
  DIGIT,
  FIRST_OF_LITERAL,
  LABEL,
  LIST,
  MASKS,
  MOST_ROWS,
  SEPARATOR,
  SETS,
  WIDE,
} from './layout';
import { collectListed, collectLiterals } from './literals';
import { findMasks } from './masks';
import { collectNumbered } from './numbered';
import { addCandidate, clear, waiting } from './rows';

/** Bytes whose masks are found before any of them is looked at: calls would spill the vectors. */
const STRIPE: usize = 8192;

/** The source's first byte in memory, or what is known of it; the byte after the last one. */
let first: usize = 0;
let limit: usize = 0;
/** Byte after the last run of digits. */
let digitsUntil: usize = 0;

/** Tells what the source is: its first and the byte after its last byte, the end of a run that goes on. */
export function begin(source: usize, end: usize, until: usize): void {
  first = source;
  limit = end;
  digitsUntil = until;
}

export { waiting } from './rows';

/** The byte after the source's last one that is here. */
export function sourceEnd(): usize {
  return limit;
}

export function runEnd(): usize {
  return digitsUntil;
}

/**
 * Finds the candidates of `[from, to)`, as the plain scanner does; stops where no more rows fit.
 *
 * @param most rows that one block of 64 bytes may give
 * @returns the byte up to which all is found
 */
export function collect(from: usize, to: usize, most: i32): usize {
  clear();
  for (let stripe = from; stripe < to; stripe += STRIPE) {
    const end = min(to, stripe + STRIPE);
    findMasks(stripe, end);
    let masks = MASKS;
    for (let block = stripe; block < end; block += 64, masks += 16) {
      const interest = load<u64>(masks);
      if (interest === 0) continue;
      if (waiting() + most > MOST_ROWS) return block;
      collectBlock(block, interest, load<u64>(masks, 8));
    }
  }
  return to;
}

/** Digits before this byte are of a run that is done with. */
function withoutRun(block: usize, interest: u64, digits: u64): u64 {
  if (digitsUntil <= block) return interest;
  const length = digitsUntil - block;
  return interest & ~(length < 64 ? digits & bitsBelow(length) : digits);
}

function collectBlock(block: usize, interest: u64, digits: u64): void {
  let rest = withoutRun(block, interest, digits);
  while (rest !== 0) {
    const place = block + (ctz(rest) as usize);
    rest &= rest - 1;
    const until = digitsUntil;
    collectAt(place);
    if (digitsUntil !== until) rest = withoutRun(block, rest, digits);
  }
}

function collectRun(place: usize): void {
  digitsUntil = collectDigits(place);
  collectNumbered(place, digitsUntil, first, limit);
}

function collectAt(place: usize): void {
  const kind = load<u8>(CLASSES + at(place)) as u32;
  if ((kind & DIGIT) !== 0 && place >= digitsUntil) collectRun(place);
  else if ((kind & COMMERCIAL_AT) !== 0) {
    if (mayBeAddress(place)) addCandidate(AT, place, place + 1);
  } else if ((kind & SEPARATOR) !== 0 && endsName(place, first)) {
    addCandidate(LABEL, place, place + 1);
  } else if ((kind & LIST) !== 0) collectListed(place + 1, limit);
  if ((kind & WIDE) !== 0) {
    if (place >= digitsUntil && digitAt(place) > 0) collectRun(place);
    else if (isWideSeparator(place) && endsName(place, first)) {
      addCandidate(LABEL, place, place + 3);
    }
  }
  if ((kind & FIRST_OF_LITERAL) !== 0) collectLiterals(place, limit);
}

/** An at-sign that stands alone, behind what may be a name. */
function mayBeAddress(place: usize): bool {
  if (place === first || at(place + 1) === 0x40) return false;
  return (load<u8>(SETS + at(place - 1)) & BEFORE_NO_AT) === 0;
}

/** `：` and `＝` */
function isWideSeparator(place: usize): bool {
  const last = at(place + 2);
  return at(place + 1) === 0xbc && (last === 0x9a || last === 0x9d);
}
