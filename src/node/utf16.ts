import { Buffer } from 'node:buffer';

/** A unit's second byte, when the file's last one is missing: U+FFFD as a whole. */
const ODD_BYTE = '\ufffd';

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00;

/** A code unit without its other half; an expression with the u flag sees whole characters. */
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * UTF-16 as UTF-8, chunk by chunk. Lone surrogates and a last odd byte become U+FFFD, so that
 * every code unit stays one and offsets keep their meaning.
 *
 * @param onLoss is called when that happens: the way back would not give the same bytes
 */
export function* utf8FromUtf16(
  chunks: Iterable<Uint8Array>,
  bigEndian: boolean,
  onLoss: () => void,
): Generator<Uint8Array, void, undefined> {
  const encode = (units: Buffer, tail = '') => {
    if (bigEndian) units.swap16();
    const text = units.toString('utf16le') + tail;
    if (tail !== '' || LONE_SURROGATE.test(text)) onLoss();
    return Buffer.from(text, 'utf8');
  };
  let rest = Buffer.alloc(0);
  for (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    let end = bytes.length - (bytes.length % 2);
    const high = bigEndian ? bytes[end - 2] : bytes[end - 1];
    // A pair is not cut: its halves would be two replacement characters.
    if (high !== undefined && isHighSurrogate(high << 8)) end -= 2;
    rest = Buffer.from(bytes.subarray(end));
    if (end > 0) yield encode(bytes.subarray(0, end));
  }
  const odd = rest.length % 2;
  if (rest.length > 0) yield encode(rest.subarray(0, rest.length - odd), odd ? ODD_BYTE : '');
}

/** UTF-8 as UTF-16, without a byte-order mark, chunk by chunk. */
export function* utf16FromUtf8(
  chunks: Iterable<Uint8Array>,
  bigEndian: boolean,
): Generator<Uint8Array, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const encode = (text: string) => {
    const units = Buffer.from(text, 'utf16le');
    return bigEndian ? units.swap16() : units;
  };
  for (const chunk of chunks) yield encode(decoder.decode(chunk, { stream: true }));
  yield encode(decoder.decode());
}
