import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { sep } from 'node:path';
import type { SystemPath } from './read-chunks.ts';

/** A new content of a file on its way. The file keeps its old one until `commit`. */
export interface Replacement {
  write(bytes: Uint8Array): void;
  /** Makes the new content the file's, at once and as a whole. */
  commit(): void;
  /** Forgets the new content. Does nothing after `commit`. */
  abandon(): void;
}

const NEW_FILE = 0o666;

/**
 * Begins to replace a file, or to make one: writes beside it, and `commit` renames. Mode and
 * symbolic links stay. All members throw what the system says.
 */
export function beginReplacement(path: SystemPath): Replacement {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old && !old.isFile()) throw Object.assign(new Error('no file'), { code: 'EISDIR' });
  // The other realpathSync makes a string of the name.
  const target = old ? realpathSync.native(path, { encoding: 'buffer' }) : Buffer.from(path);
  const beside = neighbourOf(target);
  const fd = openSync(beside, 'wx', old ? 0o600 : NEW_FILE);
  let open = true;
  const close = () => {
    if (open) closeSync(fd);
    open = false;
  };
  return {
    write(bytes) {
      for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
    },
    commit() {
      if (old) keepRights(fd, old);
      fsyncSync(fd);
      close();
      renameSync(beside, target);
    },
    abandon() {
      close();
      rmSync(beside, { force: true });
    },
  };
}

/** A new name in the same folder: renaming works inside a file system only. */
function neighbourOf(target: Buffer): Buffer {
  const name = `.leaklint-${randomBytes(6).toString('hex')}.tmp`;
  return Buffer.concat([target.subarray(0, target.lastIndexOf(sep) + 1), Buffer.from(name)]);
}

/** The owner first: changing it clears set-user-id bits. Only root may give files away. */
function keepRights(fd: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(fd, uid, gid);
  } catch {
    // The file becomes the user's own, as with any editor that saves by renaming.
  }
  fchmodSync(fd, mode & 0o7777);
}
