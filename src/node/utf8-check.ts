import { isUtf8 } from 'node:buffer';

/** Bytes that are no characters: how many there are, and where the first stands. */
export interface Broken {
  readonly count: number;
  readonly first: number;
}

/** Watches bytes go by and counts those that are not UTF-8. */
export interface Utf8Check {
  push(chunk: Uint8Array): void;
  /** To be asked after the last chunk; `first` counts in what was pushed. Undefined when none. */
  broken(): Broken | undefined;
}

export function createUtf8Check(): Utf8Check {
  let seen = 0;
  let count = 0;
  let first = -1;
  let rest: Uint8Array = new Uint8Array(0);
  const bad = (at: number) => {
    if (count++ === 0) first = at;
  };
  return {
    push(chunk) {
      let bytes = chunk;
      if (rest.length > 0) {
        bytes = new Uint8Array(rest.length + chunk.length);
        bytes.set(rest);
        bytes.set(chunk, rest.length);
      }
      const whole = bytes.length - openSequence(bytes);
      const text = bytes.subarray(0, whole);
      // The check of a chunk is far faster than a loop, and nearly all chunks are good.
      if (!isUtf8(text)) countBroken(text, (at) => bad(seen + at));
      rest = bytes.slice(whole);
      seen += whole;
    },
    broken() {
      if (rest.length === 0) return count === 0 ? undefined : { count, first };
      return { count: count + 1, first: count === 0 ? seen : first };
    },
  };
}

/** Length of the sequence that the chunk's end cuts off: 0 to 3 bytes (RFC 3629 section 3). */
function openSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/** Calls `bad` for each byte that belongs to no character. */
function countBroken(bytes: Uint8Array, bad: (at: number) => void): void {
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i]!;
    const length = byte < 0x80 ? 1 : sequenceLength(byte);
    const isGood =
      byte < 0x80 || (i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length)));
    if (!isGood) bad(i);
    i += isGood ? length : 1;
  }
}
