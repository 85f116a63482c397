import { closeSync, readSync } from 'node:fs';
import { errorCode } from './file-system.ts';
import { openFile } from './open-file.ts';

/** A path as the system knows it: names that are not UTF-8 stay bytes. */
export type SystemPath = string | Buffer;

/** A file that could not be read. Holds the system's code only: its message has the whole path. */
export class UnreadableError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Most files fit into the first chunk: one small allocation and one read. */
const FIRST = 1 << 16;
const CHUNK = 1 << 20;

/**
 * Reads what a file descriptor gives, in chunks of up to 1 MiB that nobody else holds.
 *
 * @param first size of the first
 */
export function* readDescriptor(fd: number, first = FIRST): Generator<Uint8Array, void, undefined> {
  for (let size = first; ; size = CHUNK) {
    const buffer = Buffer.allocUnsafeSlow(size);
    const length = readSome(fd, buffer);
    if (length === 0) return;
    yield buffer.subarray(0, length);
  }
}

/** Reads a file from its start, as long as it is then. @throws UnreadableError */
export function* readFileChunks(path: SystemPath): Generator<Uint8Array, void, undefined> {
  const { fd, size } = attempt(() => openFile(path));
  try {
    // A file that somebody appends to would never end; those of /proc say that they are empty.
    yield* size > 0 ? upTo(readDescriptor(fd, Math.min(size, FIRST)), size) : readDescriptor(fd);
  } finally {
    closeSync(fd);
  }
}

function* upTo(chunks: Iterable<Uint8Array>, size: number): Generator<Uint8Array> {
  let left = size;
  for (const chunk of chunks) {
    yield chunk.subarray(0, left);
    left -= Math.min(left, chunk.length);
    if (left === 0) return;
  }
}

function readSome(fd: number, buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(fd, buffer, 0, buffer.length, null);
    } catch (error) {
      const code = errorCode(error);
      // Windows tells the end of a pipe so.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw new UnreadableError(code ?? 'EIO');
      // A standard input that does not block: nothing there yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function attempt<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new UnreadableError(errorCode(error) ?? 'EIO');
  }
}
