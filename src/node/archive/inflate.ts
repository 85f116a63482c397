import { Gunzip, Inflate } from 'fflate';
import { UnreadableError } from '../read-chunks.ts';
import { crc32 } from './crc32.ts';
import type { Budget } from './limits.ts';

/** Packed bytes at a time: deflate makes at most a thousand times as many of them (16 MiB). */
const PIECE = 1 << 14;

/** What the library's streams have in common. */
interface Unpacker {
  push(bytes: Uint8Array, final: boolean): void;
}

type Sink = (data: Uint8Array) => void;

/**
 * Unpacks deflated bytes (RFC 1951) piece by piece, in order, without waiting: the engine reads so.
 *
 * @throws UnreadableError `archive-damaged`, `archive-limit`
 */
export function inflated(packed: Iterable<Uint8Array>, budget: Budget): Generator<Uint8Array> {
  return unpackedBy((sink) => new Inflate(sink), packed, budget);
}

/**
 * Unpacks a .gz (RFC 1952) of one or several parts. The last eight bytes of each are its check sum and
 * its length; those of the last part say whether something is missing, which the library does not.
 *
 * @throws UnreadableError `archive-damaged`, `archive-limit`
 */
export function* gunzipped(packed: Iterable<Uint8Array>, budget: Budget): Generator<Uint8Array> {
  let crc = 0;
  let tail: Uint8Array = new Uint8Array(0);
  const create = (sink: Sink) => {
    const stream = new Gunzip((data) => {
      crc = crc32(data, crc);
      sink(data);
    });
    stream.onmember = () => (crc = 0);
    return stream;
  };
  const watched = function* () {
    for (const chunk of packed) {
      tail = Buffer.concat([tail, chunk.subarray(-8)]).subarray(-8);
      yield chunk;
    }
  };
  yield* unpackedBy(create, watched(), budget);
  if (tail.length === 0) return;
  const isWhole = tail.length === 8 && Buffer.from(tail).readUInt32LE(0) === crc;
  if (!isWhole) throw new UnreadableError('archive-damaged');
}

function* unpackedBy(
  create: (sink: Sink) => Unpacker,
  packed: Iterable<Uint8Array>,
  budget: Budget,
): Generator<Uint8Array> {
  let out: Uint8Array[] = [];
  const stream = create((data) => out.push(data));
  let read = 0;
  let made = 0;
  function* step(bytes: Uint8Array, final: boolean) {
    read += bytes.length;
    let isGood = true;
    try {
      stream.push(bytes, final);
    } catch {
      isGood = false;
    }
    const pieces = out;
    out = [];
    for (const piece of pieces) {
      made += piece.length;
      budget.unpacked(piece.length, made, read);
      if (piece.length > 0) yield piece;
    }
    if (!isGood) throw new UnreadableError('archive-damaged');
  }
  let last: Uint8Array = new Uint8Array(0);
  for (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      if (last.length > 0) yield* step(last, false);
      last = chunk.subarray(at, at + PIECE);
    }
  }
  yield* step(last, true);
}
