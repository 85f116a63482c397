import { CHARSETS, charsetOf } from '../../src/encoding/charsets.ts';
import type { EncodingName } from '../../src/encoding/names.ts';

/** Those that have the characters of Japanese. */
export const JAPANESE = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
] as const satisfies readonly EncodingName[];

/** Those that have not; a text is cut down to what they have. */
export const OTHERS = ['big5', 'euc-kr', 'windows-1252'] as const satisfies readonly EncodingName[];

/** A text as bytes, without a byte-order mark. */
export function encoded(text: string, name: EncodingName): Uint8Array {
  const bytes =
    name === 'utf-8' ? new TextEncoder().encode(text) : CHARSETS[name].encode(text, 0, 0);
  if (bytes === undefined) throw new Error(`${name} cannot write the text`);
  return bytes;
}

/** The text with `?` for what the encoding cannot write. */
export function cutDown(text: string, name: EncodingName): string {
  const charset = charsetOf(name);
  if (charset === undefined) return text;
  const known = new Map<string, string>();
  return Array.from(text, (character) => {
    let written = known.get(character);
    if (written === undefined) {
      written = charset.encode(character, 0, 0) === undefined ? '?' : character;
      known.set(character, written);
    }
    return written;
  }).join('');
}

/** Bytes in chunks of `size`. */
export function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.slice(i, i + size);
}
