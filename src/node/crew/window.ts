const LF = 0x0a;

/** A source that is read further than it is handed on. Offsets count in the source, in bytes. */
export interface Window {
  readonly chunks: Iterable<Uint8Array>;
  /** How far it is read. */
  readonly end: number;
  /** Is it read to its end? */
  readonly ended: boolean;
  /** A copy of the bytes `[from, to)`, of those that are read; none of them may be released. */
  copy(from: number, to: number): Uint8Array;
  /** Where the line ends that `at` stands in, its line end included; Infinity where that is not read yet. */
  lineEnd(at: number): number;
  /** Forgets what stands before `byte`, once it is handed on. */
  release(byte: number): void;
}

interface Part {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** @param size bytes that are read ahead */
export function createWindow(source: Iterable<Uint8Array>, size: number): Window {
  let parts: Part[] = [];
  let end = 0;
  let handedOn = 0;
  let ended = false;

  const fill = (iterator: Iterator<Uint8Array>): void => {
    while (!ended && end - handedOn < size) {
      const { value, done } = iterator.next();
      if (done === true) ended = true;
      else {
        parts.push({ start: end, bytes: value });
        end += value.length;
      }
    }
  };

  function* chunks(): Generator<Uint8Array, void, undefined> {
    const iterator = source[Symbol.iterator]();
    try {
      for (;;) {
        fill(iterator);
        const part = parts.find(({ start }) => start >= handedOn);
        if (part === undefined) return;
        handedOn = part.start + part.bytes.length;
        yield part.bytes;
      }
    } finally {
      iterator.return?.();
    }
  }

  return {
    chunks: { [Symbol.iterator]: chunks },
    get end() {
      return end;
    },
    get ended() {
      return ended;
    },
    copy(from, to) {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, end) - from));
      for (const part of parts) {
        const first = Math.max(from, part.start);
        const after = Math.min(from + bytes.length, part.start + part.bytes.length);
        if (first >= after) continue;
        bytes.set(part.bytes.subarray(first - part.start, after - part.start), first - from);
      }
      return bytes;
    },
    lineEnd(at) {
      for (const { start, bytes } of parts) {
        if (start + bytes.length <= at) continue;
        const index = bytes.indexOf(LF, Math.max(0, at - start));
        if (index >= 0) return start + index + 1;
      }
      return Infinity;
    },
    release(byte) {
      const before = Math.min(byte, handedOn);
      const kept = parts.findIndex(({ start, bytes }) => start + bytes.length > before);
      if (kept > 0) parts = parts.slice(kept);
    },
  };
}
