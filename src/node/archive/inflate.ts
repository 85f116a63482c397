import { Gunzip, Inflate } from 'fflate';
import { UnreadableError } from '../read-chunks.ts';
import type { Budget } from './limits.ts';

/** Packed bytes at a time: deflate makes at most a thousand times as many of them (16 MiB). */
const PIECE = 1 << 14;
/** RFC 1952: a head of ten bytes and a tail of eight. */
const SHORTEST_GZ = 18;

/**
 * Unpacks piece by piece, in order, without waiting: the engine reads sources so.
 *
 * @throws UnreadableError `archive-damaged`, `archive-limit`
 */
export function* inflated(
  packed: Iterable<Uint8Array>,
  form: 'gz' | 'deflate',
  budget: Budget,
): Generator<Uint8Array, void, undefined> {
  let out: Uint8Array[] = [];
  const sink = (data: Uint8Array) => out.push(data);
  const stream = form === 'gz' ? new Gunzip(sink) : new Inflate(sink);
  let read = 0;
  let made = 0;
  const push = (bytes: Uint8Array, final: boolean) => {
    try {
      stream.push(bytes, final);
    } catch {
      return false;
    }
    return true;
  };
  function* step(bytes: Uint8Array, final: boolean) {
    read += bytes.length;
    const isGood = push(bytes, final);
    const pieces = out;
    out = [];
    for (const piece of pieces) {
      made += piece.length;
      budget.unpacked(piece.length, made, read);
      if (piece.length > 0) yield piece;
    }
    if (!isGood) throw new UnreadableError('archive-damaged');
  }
  for (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      yield* step(chunk.subarray(at, at + PIECE), false);
    }
  }
  yield* step(new Uint8Array(0), true);
  // A head that is cut off is no mistake to the library.
  if (form === 'gz' && read > 0 && read < SHORTEST_GZ) throw new UnreadableError('archive-damaged');
}
