import { charsetOf } from './charsets.ts';
import { decodeStretch, STRETCH } from './decode.ts';
import { guess, guessByHead, markLength, turnsJapanese } from './detect.ts';
import type { EncodingName } from './names.ts';

/**
 * The text in a file's bytes as UTF-8 without a byte-order mark, or undefined when they are binary.
 * For files held whole; `textSource` does the same piece by piece.
 *
 * @param wanted the encoding to read it in, instead of the one that its bytes tell
 */
export function utf8Of(bytes: Uint8Array, wanted?: EncodingName): Uint8Array | undefined {
  const told = wanted === undefined ? guessByHead(bytes) : said(wanted, bytes);
  if (told === 'binary') return undefined;
  const text = bytes.subarray(told?.bom ?? 0);
  const charset = charsetOf(told?.name ?? guessIn(text));
  if (charset === undefined) return text;
  const reader = charset.createReader();
  const parts: Uint8Array[] = [];
  for (let at = 0; at < text.length;) {
    const stretch = text.subarray(at, at + STRETCH);
    const last = at + STRETCH >= text.length;
    const { utf8, read } = decodeStretch(reader, charset.isAsciiBased, stretch, last);
    parts.push(utf8);
    at += read;
  }
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** As many bytes as git and grep look at for NULs. */
const HEAD = 8192;

function said(name: EncodingName, bytes: Uint8Array) {
  const isWide = name === 'utf-16le' || name === 'utf-16be';
  if (!isWide && bytes.subarray(0, HEAD).includes(0)) return 'binary';
  return { name, bom: markLength(bytes, name) };
}

/** As many bytes as are looked at from the first one that tells something. */
const SAMPLE = 1 << 16;

function guessIn(bytes: Uint8Array): EncodingName {
  const from = bytes.findIndex(
    (byte, i) => byte >= 0x80 || (byte === 0x1b && turnsJapanese(bytes, i)),
  );
  if (from < 0) return 'utf-8';
  const sample = bytes.subarray(from, from + SAMPLE);
  return guess(sample, sample.length < SAMPLE).name;
}
