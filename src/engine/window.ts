import { fold } from './text/fold.ts';
import { characterStart, sequenceAt } from './text/utf8.ts';

/** What a rule may see before and after a candidate, in bytes, where the source has it. */
const BEFORE = 1024;
const AFTER = 2048;
/** A window is this long at first; it doubles while candidates stand close to each other. */
const LEAST = 4096;
/** Enough for a cell. */
export const SHORT = 512;
const MOST = 16384;
/** What a window has behind the reach of its candidate at least: the next one is mostly in it too. */
const MARGIN = 256;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A decoded stretch of the buffer, with a way from bytes to UTF-16 indices and back. */
export interface Window {
  readonly text: string;
  readonly folded: string;
  /** First byte and the byte after, in the buffer. */
  readonly from: number;
  readonly to: number;
  indexOf(byte: number): number;
  byteOf(index: number): number;
}

/** Hands out windows for candidates in rising order, each decoded once for many candidates. */
export interface Windows {
  around(start: number, end: number): Window;
  /** Passes a candidate that need not be looked at. The windows of the others stay as they are. */
  pass(start: number, end: number): void;
}

/** @param least how long a window is at first; candidates that stand far from each other want short ones */
export function createWindows(bytes: Uint8Array, least = LEAST): Windows {
  /** Where the current window is; decoded when a rule looks into it. */
  let from = 0;
  let to = -1;
  let decoded: Window | undefined;
  let size = least;

  const pass = (start: number, end: number): void => {
    const first = Math.max(0, start - BEFORE);
    const last = Math.min(bytes.length, end + AFTER);
    if (first >= from && last <= to) return;
    size = to >= 0 && start < to + least ? Math.min(size * 2, MOST) : least;
    from = characterStart(bytes, first, 0);
    const wanted = Math.max(last + MARGIN, start + size);
    to = characterStart(bytes, Math.min(bytes.length, wanted), from);
    decoded = undefined;
  };

  return {
    pass,
    around(start, end) {
      pass(start, end);
      return (decoded ??= decode(bytes, from, to));
    },
  };
}

function decode(bytes: Uint8Array, from: number, to: number): Window {
  const text = decoder.decode(bytes.subarray(from, to));
  if (text.length === to - from && isAsciiBytes(bytes, from, to)) {
    return {
      text,
      folded: text,
      from,
      to,
      indexOf: (byte) => byte - from,
      byteOf: (index) => index + from,
    };
  }
  const starts = byteStarts(bytes, from, to, text.length);
  return {
    text,
    folded: fold(text),
    from,
    to,
    indexOf: (byte) => search(starts, byte - from),
    byteOf: (index) => from + (starts[index] ?? to - from),
  };
}

function isAsciiBytes(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > 0x7f) return false;
  return true;
}

/** First byte of each code unit, relative to `from`; the low half of a pair has its high half's. */
function byteStarts(bytes: Uint8Array, from: number, to: number, units: number): Uint16Array {
  const starts = new Uint16Array(units + 1);
  let unit = 0;
  for (let i = from; i < to;) {
    const length = (bytes[i] ?? 0) < 0x80 ? 1 : sequenceAt(bytes, i, to);
    starts[unit++] = i - from;
    if (length === 4) starts[unit++] = i - from;
    i += Math.abs(length);
  }
  starts[units] = to - from;
  return starts;
}

/** The last index whose byte is not after the wanted one. */
function search(starts: Uint16Array, byte: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < byte) low = middle + 1;
    else high = middle;
  }
  return low;
}
