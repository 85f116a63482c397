import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { plainTop } from './repository.ts';
import type { GitOptions } from './run.ts';

/** Objects that have a file of their own, as all have that were staged last. */
export interface LooseObjects {
  /** A blob by its id. Undefined where git itself has to be asked: it may stand elsewhere, or be large. */
  blob(id: string): Uint8Array | undefined;
}

const ID = /^[0-9a-f]{40,64}$/;
/** Git makes pieces of larger ones, of which not all are held at once. */
const LARGEST_FILE = 1 << 20;
const LARGEST = 1 << 24;

/** The objects of a repository in `.git`; of any other nothing is known. */
export function looseObjects({ cwd, env }: GitOptions): LooseObjects {
  let folder: string | null | undefined;
  const objects = (): string | null => {
    const top = env['GIT_OBJECT_DIRECTORY'] ? undefined : plainTop({ cwd, env });
    return top === undefined ? null : join(top, '.git', 'objects');
  };
  return {
    blob(id) {
      if (!ID.test(id)) return undefined;
      folder ??= objects();
      return folder === null ? undefined : blobIn(join(folder, id.slice(0, 2), id.slice(2)));
    },
  };
}

/** Zlib's format around `blob SIZE NUL bytes` (gitformat-loose). */
function blobIn(file: string): Uint8Array | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined || found.size > LARGEST_FILE) return undefined;
    const object = inflateSync(readFileSync(file), { maxOutputLength: LARGEST });
    const end = object.indexOf(0);
    const head = object.toString('latin1', 0, end);
    const bytes = object.subarray(end + 1);
    return head === `blob ${String(bytes.length)}` ? bytes : undefined;
  } catch {
    // Damaged, gone, not ours to read: git will say so.
    return undefined;
  }
}
