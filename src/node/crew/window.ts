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
  /** Reads so many bytes ahead from now on. */
  readAhead(size: number): void;
  /** Forgets what stands before `byte`, once it is handed on. */
  release(byte: number): void;
}

interface Part {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** What fails in the source is thrown when all that came before is handed on. */
export function createWindow(source: Iterable<Uint8Array>): Window {
  const iterator = source[Symbol.iterator]();
  let parts: Part[] = [];
  /** One chunk is read when it is asked for. */
  let size = 1;
  let end = 0;
  let handedOn = 0;
  let ended = false;
  let failure: { readonly error: unknown } | undefined;

  const fill = (): void => {
    while (!ended && end - handedOn < size) {
      const { value, done } = iterator.next();
      if (done === true) ended = true;
      else if (value.length > 0) {
        parts.push({ start: end, bytes: value });
        end += value.length;
      }
    }
  };
  const fillWell = (): void => {
    try {
      fill();
    } catch (error) {
      ended = true;
      failure = { error };
    }
  };

  function* chunks(): Generator<Uint8Array, void, undefined> {
    try {
      for (;;) {
        fillWell();
        const part = parts.find(({ start }) => start >= handedOn);
        if (part === undefined) break;
        handedOn = part.start + part.bytes.length;
        yield part.bytes;
      }
      if (failure !== undefined) throw failure.error;
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
    readAhead(bytes) {
      size = bytes;
      fillWell();
    },
    release(byte) {
      const before = Math.min(byte, handedOn);
      const kept = parts.findIndex(({ start, bytes }) => start + bytes.length > before);
      if (kept > 0) parts = parts.slice(kept);
    },
  };
}
