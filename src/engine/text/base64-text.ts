import { isContinuation, sequenceAt } from './utf8.ts';

/** A token in base64 (RFC 4648, both alphabets) that holds text. Bytes of the source. */
export interface Wrapped {
  readonly start: number;
  /** After the padding. */
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** Shorter tokens are words, longer ones are files. */
const LEAST = 16;
const MOST = 8192;
/** Characters decoded first: nearly all words, paths and hashes are no text after so many. */
const GLANCE = 16;
const EQUALS = 0x3d;

/** Six bits of a character of either alphabet, or −1. */
const VALUES = Int8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41;
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x47;
  if (byte >= 0x30 && byte <= 0x39) return byte + 4;
  if (byte === 0x2b || byte === 0x2d) return 62;
  return byte === 0x2f || byte === 0x5f ? 63 : -1;
});

/** The tokens of base64 in `bytes[from, to)` that hold text, in order. */
export function* wrappedTexts(bytes: Uint8Array, from: number, to: number): Generator<Wrapped> {
  /** Byte after the last token: nothing is walked over twice, however long tokens are. */
  let after = from;
  // Every token that is long enough goes over one of these places.
  for (let at = from + LEAST - 1; at < to; at += LEAST) {
    if (at < after || VALUES[bytes[at]!]! < 0) continue;
    // So long a token reaches half its length to one side at least.
    if (VALUES[bytes[at - LEAST / 2]!]! < 0 && VALUES[bytes[at + LEAST / 2] ?? 0]! < 0) continue;
    let start = at;
    while (start > after && VALUES[bytes[start - 1]!]! >= 0) start--;
    let end = at + 1;
    while (end < to && VALUES[bytes[end]!]! >= 0) end++;
    after = end;
    const wrapped = wrappedText(bytes, start, end, LEAST);
    if (wrapped !== undefined) yield wrapped;
  }
}

/** The text in `bytes[start, end)`, when all of it is base64 of a text. */
export function wrappedText(
  bytes: Uint8Array,
  start: number,
  end: number,
  least: number,
): Wrapped | undefined {
  let last = end;
  while (last > start && end - last < 2 && bytes[last - 1] === EQUALS) last--;
  const length = last - start;
  if (length < least || length > MOST || length % 4 === 1) return undefined;
  if (!hasBothCases(bytes, start, last)) return undefined;
  const seen = decode(bytes, start, Math.min(last, start + GLANCE), glance);
  if (seen < 0 || !isText(glance, seen, true)) return undefined;
  const decoded = new Uint8Array(((last - start) * 6) >> 3);
  const whole = decode(bytes, start, last, decoded);
  if (whole < 0 || !isText(decoded, whole, false)) return undefined;
  let after = last;
  while (after - last < 2 && bytes[after] === EQUALS && (after - start) % 4 !== 0) after++;
  return { start, end: after, bytes: decoded };
}

/** Numbers, hexadecimal digits and words in one case are no base64, whatever they would decode to. */
function hasBothCases(bytes: Uint8Array, from: number, to: number): boolean {
  let lower = false;
  let upper = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    lower ||= byte >= 0x61 && byte <= 0x7a;
    upper ||= byte >= 0x41 && byte <= 0x5a;
    if (lower && upper) return true;
  }
  return false;
}

const glance = new Uint8Array((GLANCE * 6) >> 3);

/** @returns how many bytes were written to `decoded`; −1 when it is no base64 */
function decode(bytes: Uint8Array, from: number, to: number, decoded: Uint8Array): number {
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = from; i < to; i++) {
    const value = VALUES[bytes[i]!]!;
    if (value < 0) return -1;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded[at++] = held >> bits;
  }
  return at;
}

/** Is it UTF-8 without controls but blanks and line ends? */
function isText(bytes: Uint8Array, end: number, isCut: boolean): boolean {
  for (let at = 0; at < end;) {
    const byte = bytes[at]!;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
    if (byte === 0x7f) return false;
    const length = sequenceAt(bytes, at, end);
    if (length < 0) {
      const isRest = bytes.subarray(at + 1, end).every(isContinuation);
      return isCut && byte >= 0xc2 && end - at < 4 && isRest;
    }
    at += length;
  }
  return true;
}
