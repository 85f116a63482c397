import { lazy } from '../gazetteer/lazy.ts';
import { textOf } from './cell-text.ts';
import { LONGEST_RUN, maskedShape } from './masked-shape.ts';

const STAR = 0x2a;
const BLANK = 0x20;
/** A character whose shape takes the close look. */
const UNKNOWN = -1;

/** Longer values take it too. */
const LONGEST = 512;
/** Shapes that are remembered; a power of two. */
const SLOTS = 1024;

/** What a character of ASCII is in a shape. */
const ascii = lazy(() =>
  Uint8Array.from({ length: 0x80 }, (_, code) =>
    maskedShape(String.fromCharCode(code)).charCodeAt(0),
  ),
);

/**
 * The shape of a character of three bytes as a number of these bytes: kanji, kana, what is written in
 * full width, the minus sign.
 */
function shapeOfThree(lead: number, second: number, third: number): number {
  if (lead > 0xe3 && lead < 0xea) return STAR;
  if (lead === 0xe3) {
    if (second === 0x80) return third === 0x80 ? BLANK : UNKNOWN;
    return isKana(second, third) ? STAR : UNKNOWN;
  }
  if (lead === 0xef && (second === 0xbc || second === 0xbd)) {
    const code = ((second & 1) << 6) | (third & 0x3f);
    if (code < 0x5f && isLetterOrDigit(code + 0x20)) return STAR;
    return second === 0xbc && third === 0x8d ? 0xefbc8d : UNKNOWN;
  }
  return lead === 0xe2 && second === 0x88 && third === 0x92 ? 0xe28892 : UNKNOWN;
}

const isLetterOrDigit = (code: number) =>
  (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);

/** U+3041–3096, U+30A1–30FA and U+30FC–30FE, letters all. */
function isKana(second: number, third: number): boolean {
  if (second === 0x81) return third >= 0x81;
  if (second === 0x82) return third <= 0x96 || third >= 0xa1;
  return second === 0x83 && third <= 0xbe && third !== 0xbb;
}

/**
 * Tells the shapes of cells, as `maskedShape` does. Cells of a table have few shapes, and a shape that is
 * known is no new text.
 */
export function createCellShapes(): (bytes: Uint8Array, start: number, end: number) => string {
  const ofAscii = ascii();
  const shape = new Uint8Array(LONGEST);
  const keys: Uint8Array[] = [];
  const texts: string[] = [];

  /** Writes the shape of `bytes[start, end)`, valid UTF-8. Returns its length, or −1. */
  const write = (bytes: Uint8Array, start: number, end: number): number => {
    let length = 0;
    let last = 0;
    let run = 0;
    for (let at = start; at < end;) {
      const lead = bytes[at]!;
      const isAscii = lead < 0x80;
      if (!isAscii && (lead < 0xe2 || lead > 0xef)) return UNKNOWN;
      const next = isAscii ? ofAscii[lead]! : shapeOfThree(lead, bytes[at + 1]!, bytes[at + 2]!);
      if (next === UNKNOWN) return UNKNOWN;
      at += isAscii ? 1 : 3;
      run = next === last ? run + 1 : 1;
      last = next;
      if (run > LONGEST_RUN) continue;
      if (next > 0xff) {
        shape[length++] = next >> 16;
        shape[length++] = next >> 8;
      }
      shape[length++] = next;
    }
    return length;
  };

  return (bytes, start, end) => {
    const length = end - start > LONGEST ? UNKNOWN : write(bytes, start, end);
    if (length < 0) return maskedShape(textOf(bytes, start, end));
    let hash = 0x811c9dc5;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ shape[i]!, 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const key = keys[slot];
    if (key !== undefined && isSame(key, shape, length)) return texts[slot]!;
    keys[slot] = shape.slice(0, length);
    return (texts[slot] = textOf(shape, 0, length));
  };
}

function isSame(key: Uint8Array, shape: Uint8Array, length: number): boolean {
  if (key.length !== length) return false;
  for (let i = 0; i < length; i++) if (key[i] !== shape[i]) return false;
  return true;
}
