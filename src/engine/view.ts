import {
  escapeAt,
  ESCAPE_STARTS,
  mayBeEscape,
  type Encoding,
  type Escape,
} from './text/escapes.ts';
import { wrappedText } from './text/base64-text.ts';
import { characterStart } from './text/utf8.ts';

/** What stands in a source in another way than it is read. Bytes of the source. */
export interface Disguise {
  readonly start: number;
  readonly end: number;
  /** What it stands for, in UTF-8. */
  readonly bytes: Uint8Array;
  readonly by: Encoding | 'base64' | 'line break' | 'form-encoding';
}

/** Decoded bytes of a stretch of the source, with the way back. */
export interface View {
  readonly bytes: Uint8Array;
  /** First byte of the source, and the byte after. */
  readonly from: number;
  readonly to: number;
  /** Where a byte of the source is in the view. */
  indexOf(source: number): number;
  /** The stretch of the source that a stretch of the view stands for. */
  sourceOf(start: number, end: number): { readonly start: number; readonly end: number };
  /** How the first disguise of a stretch of the view is made, if there is one. */
  disguiseIn(start: number, end: number): Disguise['by'] | undefined;
}

/** Decodes `bytes[from, to)`. `disguises` are in order and do not overlap. */
export function createView(
  source: Uint8Array,
  from: number,
  to: number,
  disguises: readonly Disguise[],
): View {
  const growth = disguises.reduce(
    (sum, { start, end, bytes }) => sum + bytes.length - end + start,
    0,
  );
  const bytes = new Uint8Array(to - from + growth);
  /** First byte of each disguise in the view. */
  const places: number[] = [];
  let read = from;
  let written = 0;
  const copy = (part: Uint8Array): void => {
    bytes.set(part, written);
    written += part.length;
  };
  for (const { start, end, bytes: decoded } of disguises) {
    copy(source.subarray(read, start));
    places.push(written);
    copy(decoded);
    read = end;
  }
  copy(source.subarray(read, to));

  /** The last disguise that begins at or before a place; −1 when none does. */
  const lastAt = (values: (index: number) => number, at: number): number => {
    let low = 0;
    let high = disguises.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values(middle) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const placeOf = (index: number) => places[index]!;
  const startOf = (index: number) => disguises[index]!.start;
  const endOf = (index: number) => places[index]! + disguises[index]!.bytes.length;

  /** The source's place of a boundary in the view. */
  const sourceAt = (at: number, isEnd: boolean): number => {
    // Of what is left out at the edge of a value nothing belongs to it.
    const index = lastAt(placeOf, isEnd ? at - 1 : at);
    if (index < 0) return from + at;
    const { start, end } = disguises[index]!;
    if (at >= endOf(index)) return end + at - endOf(index);
    return isEnd ? end : start;
  };

  return {
    bytes,
    from,
    to,
    indexOf(at) {
      const index = lastAt(startOf, at);
      if (index < 0) return Math.max(0, at - from);
      const { end } = disguises[index]!;
      return at < end ? placeOf(index) : endOf(index) + Math.min(at, to) - end;
    },
    sourceOf: (start, end) => ({ start: sourceAt(start, false), end: sourceAt(end, true) }),
    disguiseIn(start, end) {
      for (let index = Math.max(0, lastAt(placeOf, start)); index < disguises.length; index++) {
        if (placeOf(index) >= end) return undefined;
        if (endOf(index) > start || (placeOf(index) > start && endOf(index) < end)) {
          return disguises[index]!.by;
        }
      }
      return undefined;
    },
  };
}

const STARTS = new Uint8Array(256);
for (const byte of ESCAPE_STARTS) STARTS[byte] = 1;

/** The escapes in `bytes[from, to)`, in order. */
export function escapesIn(bytes: Uint8Array, from: number, to: number): Disguise[] {
  const part = bytes.subarray(from, to);
  const found: Disguise[] = [];
  let printable = false;
  for (let at = 0; at < part.length; at++) {
    if (STARTS[part[at]!] === 0 || !mayBeEscape(part, at)) continue;
    const escape = escapeAt(part, at, false);
    if (escape === undefined) continue;
    printable ||= escape.by === 'quoted-printable';
    found.push(disguiseAt(from + at, escape));
    at += escape.length - 1;
  }
  if (!printable) return found;
  addPrintable(part, from, found);
  return withoutOverlaps(found);
}

/** Where a character is in quoted-printable, `=40` and an `=` at a line's end are of it too. */
function addPrintable(part: Uint8Array, from: number, found: Disguise[]): void {
  for (let at = part.indexOf(0x3d); at >= 0; at = part.indexOf(0x3d, at + 1)) {
    const escape = escapeAt(part, at, true);
    if (escape !== undefined && escape.length < 6) found.push(disguiseAt(from + at, escape));
  }
}

const disguiseAt = (start: number, { length, bytes, by }: Escape): Disguise => ({
  start,
  end: start + length,
  bytes,
  by,
});

function withoutOverlaps(found: readonly Disguise[]): Disguise[] {
  const kept: Disguise[] = [];
  for (const each of [...found].sort((a, b) => a.start - b.start)) {
    if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  }
  return kept;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A short token of base64 is none unless all of a value is one. */
const LEAST_WRAPPED = 12;

/** The value in `bytes[from, to)` as it is read: as {@link readText}, base64 of a text unwrapped. */
export function readValue(bytes: Uint8Array, from: number, to: number): string {
  const wrapped = wrappedText(bytes, from, to, LEAST_WRAPPED);
  return wrapped === undefined ? readText(bytes, from, to) : decoder.decode(wrapped.bytes);
}

/** The text of `bytes[from, to)` as it is read: escapes decoded. */
export function readText(bytes: Uint8Array, from: number, to: number): string {
  const escapes = hasEscape(bytes, from, to) ? escapesIn(bytes, from, to) : [];
  if (escapes.length === 0) return decoder.decode(bytes.subarray(from, to));
  return decoder.decode(createView(bytes, from, to, escapes).bytes);
}

/** May a short value hold an escape of a character? Most values hold none. */
function hasEscape(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === 0x5c || byte === 0x26 || byte === 0x25 || byte === 0x3d) return true;
  }
  return false;
}

/** How far around a disguise its view reaches: labels before a value, words behind it. */
const AROUND = 256;
const LF = 0x0a;

/** The disguises in groups that stand near each other, each with the lines around it, cut where long. */
export function* viewsOf(
  bytes: Uint8Array,
  from: number,
  to: number,
  disguises: readonly Disguise[],
): Generator<View> {
  let first = 0;
  while (first < disguises.length) {
    let last = first;
    while (last + 1 < disguises.length && isNear(disguises[last]!, disguises[last + 1]!)) last++;
    const start = reachBefore(bytes, disguises[first]!.start, from);
    const end = reachAfter(bytes, disguises[last]!.end, to);
    yield createView(bytes, start, end, disguises.slice(first, last + 1));
    first = last + 1;
  }
}

const isNear = (one: Disguise, next: Disguise) => next.start - one.end <= 2 * AROUND;

function reachBefore(bytes: Uint8Array, at: number, floor: number): number {
  const least = Math.max(floor, at - AROUND);
  if (least === floor) return floor;
  const line = bytes.subarray(least, at).indexOf(LF);
  return characterStart(bytes, line < 0 ? least : least + line + 1, floor);
}

function reachAfter(bytes: Uint8Array, at: number, ceiling: number): number {
  const most = Math.min(ceiling, at + AROUND);
  if (most === ceiling) return ceiling;
  const line = bytes.subarray(at, most).lastIndexOf(LF);
  return characterStart(bytes, line < 0 ? most : at + line + 1, at);
}
