/** Bytes, as bytes.ts, literals.ts and word-hash.ts of the plain scanner have them. */

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

/** Three bytes in sixteen bits. */
export function tripleOf(first: u32, second: u32, third: u32): u32 {
  return (((first << 16) | (second << 8) | third) * 0x9e3779b1) >>> 16;
}

export function at(place: usize): u32 {
  return load<u8>(place);
}

/** FNV-1a of bytes, as in word-hash.ts. */
export function hashOf(start: usize, end: usize): u32 {
  let hash: u32 = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = (hash ^ lower(at(i))) * 0x01000193;
  return (hash ^ (hash >>> 15)) * 0x85ebca6b;
}

/** The first `count` bits; fewer than 64. */
export function bitsBelow(count: usize): u64 {
  return ((1 as u64) << (count as u64)) - 1;
}
