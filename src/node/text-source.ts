import { isAscii } from 'node:buffer';
import type { Confidence } from '../engine/index.ts';
import { charsetOf } from '../encoding/charsets.ts';
import type { Charset } from '../encoding/charset.ts';
import { decodeStretch, STRETCH } from '../encoding/decode.ts';
import { guess, guessByHead, HEAD_LENGTH, markLength, turnsJapanese } from '../encoding/detect.ts';
import type { EncodingName } from '../encoding/names.ts';
import { createPlaceMap, type PlaceMap } from '../encoding/place-map.ts';
import { createUtf8Check, type Broken } from './utf8-check.ts';

/** How a file's characters are written. */
export interface Encoding {
  readonly name: EncodingName;
  /** How sure that is; `certain` where the user said so. */
  readonly confidence: Confidence;
}

/** A file's text on its way to the engine. */
export interface TextSource {
  /** UTF-8 without a byte-order mark. To be read once. */
  readonly chunks: Iterable<Uint8Array>;
  /**
   * From the first character outside of ASCII on; until there undefined, when it makes no difference.
   * After the last chunk it is known.
   */
  encoding(): Encoding | undefined;
  /** The way back to the bytes of the file, for what has been read and not been released. */
  readonly places: PlaceMap;
  /** After the last chunk: bytes that are no characters of the encoding; `first` in the file. */
  broken(): Broken | undefined;
}

/** As many bytes as are looked at from the first character outside of ASCII on. */
const SAMPLE = 1 << 16;

/**
 * The text in a file's bytes, or undefined when they are binary. Reads the head at once.
 *
 * @param wanted the encoding to read it in, instead of the one that its bytes tell
 */
export function textSource(
  bytes: Iterable<Uint8Array>,
  wanted?: EncodingName,
): TextSource | undefined {
  const input = createInput(bytes);
  const head = input.peek(HEAD_LENGTH);
  const known = wanted === undefined ? guessByHead(head) : saidBy(wanted, head);
  if (known === 'binary') {
    input.close();
    return undefined;
  }
  const places = createPlaceMap();
  const found: Found = { encoding: known, broken: () => undefined };
  if (known !== undefined && known.bom > 0) places.add(input.take(known.bom), 0);
  const chunks = closing(
    known ? decoded(input, places, found) : guessed(input, places, found),
    input,
  );
  return { chunks, places, encoding: () => found.encoding, broken: () => found.broken() };
}

interface Found {
  encoding: Encoding | undefined;
  broken: () => Broken | undefined;
}

function saidBy(name: EncodingName, head: Uint8Array) {
  const isWide = name === 'utf-16le' || name === 'utf-16be';
  if (!isWide && head.includes(0)) return 'binary';
  return { name, confidence: 'certain' as const, bom: markLength(head, name) };
}

type Texts = Generator<Uint8Array, void, undefined>;

/** ASCII until another byte comes, which decides. */
function* guessed(input: Input, places: PlaceMap, found: Found): Texts {
  for (let chunk = input.next(); chunk !== undefined; chunk = input.next()) {
    const end = isPlain(chunk) ? chunk.length : firstTelling(chunk);
    // An escape sequence may be cut off at the end: wait for the rest.
    const escape = chunk.indexOf(0x1b, Math.max(0, chunk.length - 4));
    const to = escape >= 0 && end === chunk.length && !input.isAtEnd() ? escape : end;
    if (to > 0) {
      const text = chunk.subarray(0, to);
      places.add(text, to);
      yield text;
    }
    if (to === chunk.length) continue;
    input.back(chunk.subarray(to));
    if (end === chunk.length) {
      input.peek(chunk.length - to + 4);
      continue;
    }
    const sample = input.peek(SAMPLE);
    found.encoding = guess(sample, sample.length < SAMPLE);
    yield* decoded(input, places, found);
    return;
  }
  found.encoding ??= { name: 'utf-8', confidence: 'certain' };
}

const isPlain = (chunk: Uint8Array) => isAscii(chunk) && !chunk.includes(0x1b);

/** Index of the first byte that tells an encoding; the length when there is none. */
function firstTelling(chunk: Uint8Array): number {
  for (let i = 0; i < chunk.length; i++) {
    const byte = chunk[i]!;
    if (byte >= 0x80 || (byte === 0x1b && turnsJapanese(chunk, i))) return i;
  }
  return chunk.length;
}

/** The rest of the input, in the encoding that was found. */
function* decoded(input: Input, places: PlaceMap, found: Found): Texts {
  const charset = charsetOf(found.encoding!.name);
  if (charset !== undefined) {
    yield* decodedBy(charset, input, places, found);
    return;
  }
  const check = createUtf8Check();
  const start = places.fileEnd();
  found.broken = () => {
    const broken = check.broken();
    return broken && { ...broken, first: broken.first + start };
  };
  for (let chunk = input.next(); chunk !== undefined; chunk = input.next()) {
    check.push(chunk);
    places.add(chunk, chunk.length);
    yield chunk;
  }
}

function* decodedBy(charset: Charset, input: Input, places: PlaceMap, found: Found): Texts {
  const reader = charset.createReader();
  let count = 0;
  let first = -1;
  found.broken = () => (count === 0 ? undefined : { count, first });
  for (let chunk = input.next(); chunk !== undefined; chunk = input.next()) {
    const stretch = chunk.subarray(0, STRETCH);
    const isWhole = stretch.length === chunk.length;
    const last = isWhole && input.isAtEnd();
    const { utf8, origins, read, broken, firstBroken } = decodeStretch(
      reader,
      charset.isAsciiBased,
      stretch,
      last,
    );
    if (broken > 0 && count === 0) first = places.fileEnd() + firstBroken;
    count += broken;
    places.add(stretch.subarray(0, read), utf8.length, origins);
    if (utf8.length > 0) yield utf8;
    // A character that is cut off is read again with what follows it.
    if (!isWhole) input.back(chunk.subarray(read));
    else if (read < chunk.length) input.join(chunk.subarray(read));
  }
}

/** Chunks that can be looked at before they are taken. */
interface Input {
  next(): Uint8Array | undefined;
  /** Puts bytes back before all others. */
  back(bytes: Uint8Array): void;
  /** Puts bytes back as one chunk with those that follow. */
  join(bytes: Uint8Array): void;
  /** The next `length` bytes, fewer at the end. */
  peek(length: number): Uint8Array;
  take(length: number): Uint8Array;
  isAtEnd(): boolean;
  close(): void;
}

function createInput(bytes: Iterable<Uint8Array>): Input {
  const iterator = bytes[Symbol.iterator]();
  const waiting: Uint8Array[] = [];
  let ended = false;
  const pull = (): Uint8Array | undefined => {
    while (!ended) {
      const { value, done } = iterator.next();
      if (done) ended = true;
      else if (value.length > 0) return value;
    }
    return undefined;
  };
  const input: Input = {
    next: () => waiting.shift() ?? pull(),
    back: (part) => waiting.unshift(part),
    join(part) {
      const following = input.next();
      if (following === undefined) waiting.unshift(part);
      else waiting.unshift(Buffer.concat([part, following]));
    },
    peek(length) {
      let have = waiting.reduce((sum, part) => sum + part.length, 0);
      while (have < length) {
        const part = pull();
        if (part === undefined) break;
        waiting.push(part);
        have += part.length;
      }
      const [first] = waiting;
      if (waiting.length > 1 && first!.length < length) {
        waiting.splice(0, waiting.length, Buffer.concat(waiting));
      }
      return waiting[0]?.subarray(0, length) ?? new Uint8Array(0);
    },
    take(length) {
      const taken = input.peek(length);
      const rest = waiting.shift()?.subarray(taken.length);
      if (rest !== undefined && rest.length > 0) waiting.unshift(rest);
      return taken;
    },
    isAtEnd: () => input.peek(1).length === 0,
    close: () => iterator.return?.(),
  };
  return input;
}

function* closing(chunks: Texts, input: Input): Texts {
  try {
    yield* chunks;
  } finally {
    input.close();
  }
}
