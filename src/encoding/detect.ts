import type { Confidence } from '../engine/index.ts';
import { CHARSETS } from './charsets.ts';
import type { EncodingName } from './names.ts';
import { weigh, weighLatin, type Weight } from './weigh.ts';

/** What bytes are taken for. */
export interface Guess {
  readonly name: EncodingName;
  readonly confidence: Confidence;
}

export interface MarkedGuess extends Guess {
  /** Length of the byte-order mark in bytes. */
  readonly bom: number;
}

const MARKS: readonly (readonly [name: EncodingName, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** As many bytes of a file's head as are looked at for NULs: what git and grep look at. */
export const HEAD_LENGTH = 8192;

/** Length of the mark that bytes of the encoding begin with, 0 without one. */
export function markLength(head: Uint8Array, name: EncodingName): number {
  const mark = MARKS.find(([each]) => each === name)?.[1] ?? [];
  return mark.every((byte, i) => head[i] === byte) ? mark.length : 0;
}

/**
 * What the first bytes of a file tell: an encoding by its mark or by its NULs, `binary`, or nothing
 * yet, when the text begins like ASCII or like any encoding that holds ASCII.
 */
export function guessByHead(head: Uint8Array): MarkedGuess | 'binary' | undefined {
  const [a, b, c, d] = head;
  // UTF-32 (Unicode 3.10): its little-endian mark begins with that of UTF-16. Nobody writes it.
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'binary';
  const first = head.subarray(0, HEAD_LENGTH);
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => head[i] === byte));
  const isWide = marked?.[0] === 'utf-16le' || marked?.[0] === 'utf-16be';
  if (first.includes(0) && !isWide) return wideWithoutMark(first) ?? 'binary';
  return marked && { name: marked[0], confidence: 'certain', bom: marked[1].length };
}

/**
 * UTF-16 without a mark: NULs on one side of the units only, at least one in 50 units (a line end, a
 * comma, a digit), no control characters, and the other units not all pairs of ASCII letters.
 */
function wideWithoutMark(head: Uint8Array): MarkedGuess | undefined {
  const units = head.length >> 1;
  if (head.length < HEAD_LENGTH && head.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const name = odd > even ? 'utf-16le' : 'utf-16be';
  if (Math.min(even, odd) * 20 > Math.max(even, odd)) return undefined;
  if (Math.max(even, odd) * 50 < units || units < 2) return undefined;
  const reader = CHARSETS[name].createReader();
  let others = 0;
  let pairs = 0;
  for (let at = 0; at < head.length;) {
    const length = reader.read(head, at, head.length, false);
    if (length === 0) break;
    const { code } = reader;
    // BROKEN is below zero.
    if (code < 0x20 && !(code >= 9 && code <= 13)) return undefined;
    if (code === 0xfffe || code === 0xffff || (code >= 0xfdd0 && code <= 0xfdef)) return undefined;
    if (code > 0xff) others++;
    if (isPrintable(code >> 8) && isPrintable(code & 0xff)) pairs++;
    at += length;
  }
  return pairs > 0.8 * others ? undefined : { name, confidence: 'likely', bom: 0 };
}

const isPrintable = (byte: number) => byte >= 0x20 && byte < 0x7f;

const ISO_2022 = [
  [0x24, 0x42],
  [0x24, 0x40],
  [0x24, 0x28, 0x44],
  [0x28, 0x49],
];

/** Does an escape sequence of ISO-2022-JP begin at `at` that leaves ASCII? */
export function turnsJapanese(bytes: Uint8Array, at: number): boolean {
  return ISO_2022.some((sequence) => sequence.every((byte, i) => bytes[at + 1 + i] === byte));
}

const MULTI_BYTE = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'] as const;

/**
 * Guesses the encoding of text from its first byte outside of ASCII on, or from the first escape
 * sequence of ISO-2022-JP.
 *
 * @param last does the text end with the sample?
 */
export function guess(sample: Uint8Array, last: boolean): Guess {
  if (sample.length === 0) return { name: 'utf-8', confidence: 'certain' };
  const escape = sample.indexOf(0x1b);
  const high = firstHigh(sample);
  if (escape >= 0 && (high < 0 || escape < high) && turnsJapanese(sample, escape)) {
    return { name: 'iso-2022-jp', confidence: high < 0 ? 'certain' : 'likely' };
  }
  const utf8 = utf8Share(sample, last);
  if (utf8 === 1) return { name: 'utf-8', confidence: 'certain' };
  if (utf8 >= 0.6) return { name: 'utf-8', confidence: 'likely' };
  const weights = MULTI_BYTE.map((name): [EncodingName, Weight] => [
    name,
    weigh(CHARSETS[name], sample, last),
  ]);
  weights.push(['windows-1252', weighLatin(sample)]);
  weights.sort(([, a], [, b]) => b.mean - a.mean);
  const [[name, best], [, second]] = weights as [(typeof weights)[0], (typeof weights)[0]];
  // No encoding makes text of it: the bytes are kept, and named as broken.
  if (best.mean < 0) return { name: 'utf-8', confidence: 'possible' };
  return { name, confidence: confidenceOf(best, best.mean - second.mean) };
}

/** Index of the first byte outside of ASCII; −1 when there is none. */
function firstHigh(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! >= 0x80) return at;
  return -1;
}

function confidenceOf({ characters, broken }: Weight, margin: number): Confidence {
  if (characters >= 15 && margin >= 0.8 && broken === 0) return 'certain';
  return margin >= 0.4 && characters >= 3 ? 'likely' : 'possible';
}

/**
 * The share of UTF-8 in what is not ASCII, a broken byte against a byte that continues a character:
 * two bytes in a row are UTF-8 by chance often, three hardly ever.
 */
function utf8Share(bytes: Uint8Array, last: boolean): number {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length;) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const length = utf8Length(bytes, at);
    if (length > 0) {
      good += length * length - 3;
      at += length;
    } else {
      const isCut = !last && at + 3 >= bytes.length;
      if (!isCut) bad++;
      at++;
    }
  }
  return good + bad === 0 ? 1 : good / (good + bad);
}

const isTail = (byte: number) => (byte & 0xc0) === 0x80;

/** Length of the UTF-8 sequence of two to four bytes at `at` (RFC 3629, section 4), 0 for none. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const a = bytes[at] ?? 0;
  const b = bytes[at + 1] ?? 0;
  const c = bytes[at + 2] ?? 0;
  const d = bytes[at + 3] ?? 0;
  if (a < 0xc2 || a > 0xf4 || !isTail(b)) return 0;
  if (a < 0xe0) return 2;
  if (!isTail(c) || (a === 0xe0 && b < 0xa0) || (a === 0xed && b > 0x9f)) return 0;
  if (a < 0xf0) return 3;
  const isPlane = !(a === 0xf0 && b < 0x90) && !(a === 0xf4 && b > 0x8f);
  return isPlane && isTail(d) ? 4 : 0;
}
