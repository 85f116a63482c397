const decoder = new TextDecoder('latin1');

/**
 * Bytes as a text with one code unit a byte, so that an index of a match is a byte. Only signs and
 * letters of ASCII can be looked for in it: never `\s`, which knows bytes of other characters, and
 * never `trim`.
 */
export function viewOf(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return utf8.decode(bytes.subarray(from, to));
}

/** First byte of `[from, to)` that is no blank and no control character; `to` when all are. */
export function trimStart(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at]! <= 0x20) at++;
  return at;
}

/** Byte after the last of `[from, to)` that is no blank and no control character. */
export function trimEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && bytes[at - 1]! <= 0x20) at--;
  return at;
}
