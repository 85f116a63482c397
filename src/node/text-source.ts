import { encodingOf, HEAD_LENGTH, type Encoding } from './encoding.ts';
import { utf8FromUtf16 } from './utf16.ts';
import { createUtf8Check } from './utf8-check.ts';

/** A file's text on its way to the engine. */
export interface TextSource {
  readonly encoding: Encoding;
  /** UTF-8 without a byte-order mark. To be read once. */
  readonly chunks: Iterable<Uint8Array>;
  /** After the last chunk: offset in the file of the first byte that is not UTF-8, if any. */
  firstBadByte(): number | undefined;
  /** After the last chunk: would these chunks, in the file's encoding again, be other bytes? */
  isLossy(): boolean;
}

/** The text in a file's bytes, or undefined when they are binary. Reads the head at once. */
export function textSource(bytes: Iterable<Uint8Array>): TextSource | undefined {
  const iterator = bytes[Symbol.iterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_LENGTH) {
    const { value, done } = iterator.next();
    if (done) break;
    head.push(value);
    length += value.length;
  }
  const encoding = encodingOf(join(head, Math.min(length, HEAD_LENGTH)));
  if (encoding === undefined) {
    iterator.return?.();
    return undefined;
  }
  const raw = withoutMark(head, iterator, encoding.bom);
  if (encoding.name !== 'utf-8') {
    let lossy = false;
    const chunks = utf8FromUtf16(raw, encoding.name === 'utf-16be', () => (lossy = true));
    return { encoding, chunks, firstBadByte: () => undefined, isLossy: () => lossy };
  }
  const check = createUtf8Check();
  return {
    encoding,
    chunks: watched(raw, check.push),
    // Broken bytes go through as they are.
    isLossy: () => false,
    firstBadByte() {
      const bad = check.firstBad();
      return bad === undefined ? undefined : bad + encoding.bom;
    },
  };
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = parts;
  if (first !== undefined && first.length >= length) return first.subarray(0, length);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    const fitting = part.subarray(0, length - at);
    all.set(fitting, at);
    at += fitting.length;
  }
  return all;
}

function* withoutMark(
  head: readonly Uint8Array[],
  rest: Iterator<Uint8Array>,
  mark: number,
): Generator<Uint8Array, void, undefined> {
  let skip = mark;
  try {
    for (const part of head) {
      const skipped = Math.min(skip, part.length);
      skip -= skipped;
      if (part.length > skipped) yield part.subarray(skipped);
    }
    for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
  } finally {
    rest.return?.();
  }
}

function* watched(
  chunks: Iterable<Uint8Array>,
  watch: (chunk: Uint8Array) => void,
): Generator<Uint8Array, void, undefined> {
  for (const chunk of chunks) {
    watch(chunk);
    yield chunk;
  }
}
