import { closeSync, readSync } from 'node:fs';
import { errorCode } from '../file-system.ts';
import { openFile } from '../open-file.ts';
import { UnreadableError, type SystemPath } from '../read-chunks.ts';

/** Bytes that can be read at any place. */
export interface RandomAccess {
  readonly size: number;
  /** Fewer at the end. @throws UnreadableError */
  read(at: number, length: number): Uint8Array;
  close(): void;
}

/** @throws UnreadableError */
export function openRandomAccess(path: SystemPath): RandomAccess {
  try {
    const { fd, size } = openFile(path);
    return {
      size,
      read(at, length) {
        const buffer = Buffer.allocUnsafeSlow(length);
        try {
          return buffer.subarray(0, readSync(fd, buffer, 0, length, at));
        } catch (error) {
          throw new UnreadableError(errorCode(error) ?? 'EIO');
        }
      },
      close: () => closeSync(fd),
    };
  } catch (error) {
    throw new UnreadableError(errorCode(error) ?? 'EIO');
  }
}

/** Holds all bytes. @throws UnreadableError when there are more than `limit` */
export function heldInMemory(chunks: Iterable<Uint8Array>, limit: number): RandomAccess {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw new UnreadableError('archive-limit');
    parts.push(chunk);
  }
  const all = Buffer.concat(parts);
  return { size, read: (at, length) => all.subarray(at, at + length), close: () => undefined };
}
