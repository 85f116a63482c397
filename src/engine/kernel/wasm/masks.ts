import { bitsBelow } from './bytes';
import { CLASS_NIBBLES, CONSTANTS, LITERAL_NIBBLES, MASKS, NIBBLES_OF_GROUPS } from './layout';

/**
 * Sixteen bytes at a time: which of them are in a set? A byte is when the rows of its low and of its high
 * nibble have a bit in common, so eight sets of bytes fit into one look.
 */
function bitsOf(bytes: v128, low: v128, high: v128, nibble: v128): v128 {
  return v128.and(
    i8x16.swizzle(low, v128.and(bytes, nibble)),
    i8x16.swizzle(high, v128.and(i16x8.shr_u(bytes, 4), nibble)),
  );
}

/** Where three bytes may begin a literal of eight groups: one of them must know all three. */
function literalsAt(place: usize, tables: usize, nibble: v128): v128 {
  const first = bitsOf(v128.load(place), v128.load(tables), v128.load(tables, 16), nibble);
  const second = bitsOf(v128.load(place, 1), v128.load(tables, 32), v128.load(tables, 48), nibble);
  const third = bitsOf(v128.load(place, 2), v128.load(tables, 64), v128.load(tables, 80), nibble);
  return v128.and(first, v128.and(second, third));
}

/** The bytes of interest in the sixteen at `place`: those that have a kind, and beginnings of literals. */
function interestAt(place: usize, bytes: v128): u64 {
  const nibble = v128.load(CONSTANTS);
  const classes = bitsOf(bytes, v128.load(CLASS_NIBBLES), v128.load(CLASS_NIBBLES, 16), nibble);
  const literals = v128.or(
    literalsAt(place, LITERAL_NIBBLES, nibble),
    literalsAt(place, LITERAL_NIBBLES + NIBBLES_OF_GROUPS, nibble),
  );
  const none = i8x16.eq(v128.or(classes, literals), i8x16.splat(0));
  return (i8x16.bitmask(none) ^ 0xffff) as u64;
}

/** A range is a signed comparison after a shift: one instruction, where an unsigned one is four. */
function digitsOf(bytes: v128): u64 {
  const shifted = i8x16.add(bytes, v128.load(CONSTANTS, 16));
  return i8x16.bitmask(i8x16.gt_s(shifted, v128.load(CONSTANTS, 32))) as u64;
}

/** Writes the masks of the blocks of 64 bytes in `[from, to)`; the last may have less. */
export function findMasks(from: usize, to: usize): void {
  let masks = MASKS;
  for (let place = from; place < to; place += 64) {
    let interest: u64 = 0;
    let digits: u64 = 0;
    for (let i: usize = 0; i < 64; i += 16) {
      const bytes = v128.load(place + i);
      interest |= interestAt(place + i, bytes) << (i as u64);
      digits |= digitsOf(bytes) << (i as u64);
    }
    if (to - place < 64) interest &= bitsBelow(to - place);
    store<u64>(masks, interest);
    store<u64>(masks, digits, 8);
    masks += 16;
  }
}
