import { Buffer } from 'node:buffer';

/** A unit's second byte, when the file's last one is missing: U+FFFD as a whole. */
const ODD_BYTE = 0xfffd;

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00;

/**
 * UTF-16 as UTF-8, chunk by chunk. Lone surrogates and a last odd byte become U+FFFD, so that
 * every code unit stays one and offsets keep their meaning.
 */
export function* utf8FromUtf16(
  chunks: Iterable<Uint8Array>,
  bigEndian: boolean,
): Generator<Uint8Array, void, undefined> {
  let rest: Uint8Array = new Uint8Array(0);
  for (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    let end = bytes.length - (bytes.length % 2);
    const high = bigEndian ? bytes[end - 2] : bytes[end - 1];
    // A pair is not cut: its halves would be two replacement characters.
    if (high !== undefined && isHighSurrogate(high << 8)) end -= 2;
    rest = Uint8Array.prototype.slice.call(bytes, end);
    const whole = bytes.subarray(0, end);
    if (bigEndian) whole.swap16();
    if (end > 0) yield Buffer.from(whole.toString('utf16le'), 'utf8');
  }
  if (rest.length === 0) return;
  const last = Buffer.from(rest.subarray(0, rest.length - (rest.length % 2)));
  if (bigEndian) last.swap16();
  const text = last.toString('utf16le') + (rest.length % 2 ? String.fromCharCode(ODD_BYTE) : '');
  yield Buffer.from(text, 'utf8');
}
