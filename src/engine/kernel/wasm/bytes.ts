/** Kinds of bytes, as in digits.ts, codes.ts, numbered.ts and literals.ts of the plain scanner. */

export function isDigit(byte: u32): bool {
  return byte - 0x30 < 10;
}

export function isCapital(byte: u32): bool {
  return byte - 0x41 < 26;
}

export function isSmall(byte: u32): bool {
  return byte - 0x61 < 26;
}

/** Of ASCII, or any byte outside it. */
export function isLetter(byte: u32): bool {
  return byte >= 0x80 || isSmall(byte | 0x20);
}

/** Letters and digits of ASCII, and `_`. */
export function isAlphanumeric(byte: u32): bool {
  return isDigit(byte) || isSmall(byte | 0x20) || byte === 0x5f;
}

export function lower(byte: u32): u32 {
  return isCapital(byte) ? byte | 0x20 : byte;
}

export function at(place: usize): u32 {
  return load<u8>(place);
}

/** The first `count` bits; fewer than 64. */
export function bitsBelow(count: usize): u64 {
  return ((1 as u64) << (count as u64)) - 1;
}
