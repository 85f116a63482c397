import { statSync } from 'node:fs';
import { errorCode } from './file-system.ts';
import { maskSource, type MaskJob } from './mask-source.ts';
import { readFileChunks, UnreadableError, type SystemPath } from './read-chunks.ts';
import { beginReplacement, type Disk, type Replacement } from './replace-file.ts';
import { textSource } from './text-source.ts';
import { UnwrittenError } from './unwritten-error.ts';

export interface FileMasking extends Omit<MaskJob, 'source' | 'onMasked'> {
  readonly path: SystemPath;
  /** Where the masked text goes: another file, or the file itself when undefined. */
  readonly destination: string | undefined;
  /** Is asked between chunks; when true, nothing is written. */
  readonly stopped: () => Promise<boolean>;
  readonly disk?: Disk;
}

/**
 * Masks a file into another or into itself: as a whole or not at all. In place, a file in which
 * nothing is to be masked is not touched.
 *
 * @returns the number of values masked, or undefined when the file is binary
 * @throws UnreadableError, CrashedError, UnwrittenError
 */
export async function maskFile(masking: FileMasking): Promise<number | undefined> {
  const { path, destination, stopped, disk, ...job } = masking;
  const before = stateOf(path);
  const source = textSource(readFileChunks(path), job.policy.encoding);
  if (source === undefined) return undefined;
  let count = 0;
  let unchanged = 0;
  let replacement = destination === undefined ? undefined : begin(destination, disk);
  try {
    for (const chunk of maskSource({ ...job, source, onMasked: (n) => (count += n) })) {
      if (replacement === undefined && count > 0) {
        replacement = begin(path, disk);
        copyStart(path, unchanged, replacement);
      }
      if (replacement === undefined) unchanged += chunk.length;
      else write(replacement, chunk);
      if (await stopped()) return 0;
    }
    if (replacement !== undefined) {
      if (stateOf(path) !== before) throw new UnwrittenError('changed');
      attempt(replacement.commit);
    }
    return count;
  } finally {
    replacement?.abandon();
  }
}

/** What changes when somebody writes to the file. */
function stateOf(path: SystemPath): string {
  try {
    const { ino, size, mtimeNs } = statSync(path, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch (error) {
    throw new UnreadableError(errorCode(error) ?? 'EIO');
  }
}

/** Copies the first bytes of a file, which masking left as they were. */
function copyStart(path: SystemPath, length: number, replacement: Replacement): void {
  let left = length;
  for (const chunk of readFileChunks(path)) {
    if (left === 0) break;
    const part = chunk.subarray(0, left);
    write(replacement, part);
    left -= part.length;
  }
}

const begin = (path: SystemPath, disk: Disk | undefined) =>
  attempt(() => beginReplacement(path, disk));
const write = (to: Replacement, bytes: Uint8Array) => attempt(() => to.write(bytes));

function attempt<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new UnwrittenError(errorCode(error) ?? 'EIO');
  }
}
