import { isUtf8 } from 'node:buffer';

/** Watches bytes go by and remembers where they first stop being UTF-8. */
export interface Utf8Check {
  push(chunk: Uint8Array): void;
  /** To be asked after the last chunk: byte offset of the first bad byte, undefined when none. */
  firstBad(): number | undefined;
}

export function createUtf8Check(): Utf8Check {
  let seen = 0;
  let bad: number | undefined;
  let rest: Uint8Array = new Uint8Array(0);
  return {
    push(chunk) {
      if (bad !== undefined) return;
      let bytes = chunk;
      if (rest.length > 0) {
        bytes = new Uint8Array(rest.length + chunk.length);
        bytes.set(rest);
        bytes.set(chunk, rest.length);
      }
      const whole = bytes.length - openSequence(bytes);
      if (!isUtf8(bytes.subarray(0, whole))) bad = seen + firstBadByte(bytes.subarray(0, whole));
      rest = bytes.slice(whole);
      seen += whole;
    },
    firstBad() {
      return bad ?? (rest.length > 0 ? seen : undefined);
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

/** Index of the first byte that is not UTF-8, by halving: `isUtf8` is far faster than a loop. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let end = bytes.length;
  while (end - good > 64) {
    let middle = (good + end) >> 1;
    // Cut between characters only: at most three continuation bytes stand before a lead byte.
    for (let i = 0; i < 3 && (bytes[middle]! & 0xc0) === 0x80; i++) middle--;
    if (isUtf8(bytes.subarray(good, middle))) good = middle;
    else end = middle;
  }
  for (let i = good; i < bytes.length;) {
    const byte = bytes[i]!;
    const length = byte < 0x80 ? 1 : sequenceLength(byte);
    if (!isUtf8(bytes.subarray(i, i + length)) || i + length > bytes.length) return i;
    i += length;
  }
  return bytes.length;
}
