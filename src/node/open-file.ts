import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { SystemPath } from './read-chunks.ts';

/** A pipe that stands where a file was expected would be waited for, deaf to every signal. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file that is open for reading. */
export interface OpenFile {
  readonly fd: number;
  /** Length that it had when it was opened. */
  readonly size: number;
}

/**
 * Opens a regular file, whatever has become of it since somebody looked.
 *
 * @throws what the system says; `EISDIR` for a folder, `special` for a pipe, a socket or a device
 */
export function openFile(path: SystemPath): OpenFile {
  const fd = openSync(path, READ_ONLY);
  try {
    const found = fstatSync(fd);
    if (!found.isFile()) throw noFile(found.isDirectory());
    return { fd, size: found.size };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** What is said of that which is no file. */
export function noFile(isFolder: boolean): Error {
  return Object.assign(new Error('no file'), { code: isFolder ? 'EISDIR' : 'special' });
}

/** Reads a small file at once. @throws as `openFile` */
export function readWhole(path: SystemPath): Buffer {
  const { fd } = openFile(path);
  try {
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}
