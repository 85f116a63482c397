import { BROKEN, NOTHING, type Reader } from './charset.ts';

/** Text of a stretch of bytes, with the way back. */
export interface Decoded {
  /** UTF-8. */
  readonly utf8: Uint8Array;
  /** For each byte of `utf8` where its character stands; packed, see the functions below. */
  readonly origins: Uint32Array;
  /** Bytes that were read; a character that is cut off is left for the next stretch. */
  readonly read: number;
  readonly broken: number;
  /** Index of the first broken byte. */
  readonly firstBroken: number;
}

/** Longest stretch in bytes: an index in it takes 17 bits. */
export const STRETCH = 1 << 16;

const pack = (at: number, state: number, length: number) => (at << 6) | (state << 3) | length;
/** Index of the character's first byte. */
export const originOf = (packed: number) => packed >>> 6;
/** The reader's state before the character. */
export const stateOf = (packed: number) => (packed >>> 3) & 7;
/** Index after the character's last byte. */
export const endOf = (packed: number) => (packed >>> 6) + (packed & 7);

const REPLACEMENT = 0xfffd;

/**
 * Decodes at most STRETCH bytes (and a few left over).
 *
 * @param isAsciiBased is a byte below 0x80 where a character begins that ASCII character?
 * @param last do no bytes follow?
 */
export function decodeStretch(
  reader: Reader,
  isAsciiBased: boolean,
  bytes: Uint8Array,
  last: boolean,
): Decoded {
  // The widest growth: a half-width katakana, one byte, becomes three.
  const utf8 = new Uint8Array(bytes.length * 3);
  const origins = new Uint32Array(bytes.length * 3);
  const end = bytes.length;
  let at = 0;
  let to = 0;
  let broken = 0;
  let firstBroken = -1;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte < 0x80 && isAsciiBased) {
      origins[to] = pack(at, 0, 1);
      utf8[to++] = byte;
      at++;
      continue;
    }
    const { state } = reader;
    const length = reader.read(bytes, at, end, last);
    if (length === 0) break;
    let { code } = reader;
    if (code !== NOTHING) {
      if (code === BROKEN) {
        if (broken++ === 0) firstBroken = at;
        code = REPLACEMENT;
      }
      const packed = pack(at, state, length);
      const from = to;
      to = writeUtf8(utf8, to, code);
      for (let i = from; i < to; i++) origins[i] = packed;
    }
    at += length;
  }
  return {
    utf8: utf8.slice(0, to),
    origins: origins.slice(0, to),
    read: at,
    broken,
    firstBroken,
  };
}

/** @returns the index after the character (RFC 3629) */
function writeUtf8(utf8: Uint8Array, at: number, code: number): number {
  let to = at;
  if (code < 0x80) {
    utf8[to++] = code;
  } else if (code < 0x800) {
    utf8[to++] = 0xc0 | (code >> 6);
    utf8[to++] = 0x80 | (code & 0x3f);
  } else if (code < 0x10000) {
    utf8[to++] = 0xe0 | (code >> 12);
    utf8[to++] = 0x80 | ((code >> 6) & 0x3f);
    utf8[to++] = 0x80 | (code & 0x3f);
  } else {
    utf8[to++] = 0xf0 | (code >> 18);
    utf8[to++] = 0x80 | ((code >> 12) & 0x3f);
    utf8[to++] = 0x80 | ((code >> 6) & 0x3f);
    utf8[to++] = 0x80 | (code & 0x3f);
  }
  return to;
}
