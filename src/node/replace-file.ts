import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, sep } from 'node:path';
import { noFile } from './open-file.ts';
import type { SystemPath } from './read-chunks.ts';

/** A new content of a file on its way. The file keeps its old one until `commit`. */
export interface Replacement {
  write(bytes: Uint8Array): void;
  /** Makes the new content the file's, at once and as a whole. */
  commit(): void;
  /** Forgets the new content. Does nothing after `commit`. */
  abandon(): void;
}

/** The system calls that change something, so that a test can let each of them fail. */
export type Disk = Pick<
  typeof fs,
  | 'openSync'
  | 'writeSync'
  | 'fchownSync'
  | 'fchmodSync'
  | 'fsyncSync'
  | 'closeSync'
  | 'renameSync'
  | 'rmSync'
>;

const NEW_FILE = 0o666;

/**
 * Begins to replace a file, or to make one: writes beside it, and `commit` renames. Mode and
 * symbolic links stay. All members throw what the system says.
 */
export function beginReplacement(path: SystemPath, disk: Disk = fs): Replacement {
  const old = fs.statSync(path, { throwIfNoEntry: false });
  if (old && !old.isFile()) throw noFile(old.isDirectory());
  // The other realpathSync makes a string of the name.
  const target = old ? fs.realpathSync.native(path, { encoding: 'buffer' }) : Buffer.from(path);
  const beside = neighbourOf(target);
  const fd = disk.openSync(beside, 'wx', old ? 0o600 : NEW_FILE);
  let open = true;
  const close = () => {
    if (open) disk.closeSync(fd);
    open = false;
  };
  return {
    write(bytes) {
      for (let done = 0; done < bytes.length;) done += disk.writeSync(fd, bytes, done);
    },
    commit() {
      if (old) keepRights(fd, old, disk);
      disk.fsyncSync(fd);
      close();
      disk.renameSync(beside, target);
    },
    abandon() {
      close();
      disk.rmSync(beside, { force: true });
    },
  };
}

/** A new name in the same folder: renaming works inside a file system only. It tells its owner. */
function neighbourOf(target: Buffer): Buffer {
  const name = `.leaklint-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  return Buffer.concat([target.subarray(0, target.lastIndexOf(sep) + 1), Buffer.from(name)]);
}

const NEIGHBOUR = /^\.leaklint-(\d{1,10})-[\da-f]{12}\.tmp$/;

/** Is it the unfinished file of a process that is gone? */
export function isLeftOver(path: string): boolean {
  const owner = NEIGHBOUR.exec(basename(path))?.[1];
  return owner !== undefined && !isRunning(Number(owner));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes such a file. @returns false when the system refused */
export function removeLeftOver(path: SystemPath): boolean {
  try {
    fs.rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** The owner first: changing it clears set-user-id bits. Only root may give files away. */
function keepRights(fd: number, { uid, gid, mode }: fs.Stats, disk: Disk): void {
  try {
    disk.fchownSync(fd, uid, gid);
  } catch {
    // The file becomes the user's own, as with any editor that saves by renaming.
  }
  disk.fchmodSync(fd, mode & 0o7777);
}
