import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { plainTop } from './repository.ts';
import type { GitOptions } from './run.ts';

/** A larger index is read by git alone. */
const LARGEST = 1 << 26;
/** `DIRC` and the versions that write paths in full (gitformat-index): the next one shortens them. */
const HEADS = ['DIRC\0\0\0\x02', 'DIRC\0\0\0\x03'];
/** Extensions, with the first byte of their size: entries stand in another file, or are folders. */
const ELSEWHERE = ['link\0', 'sdir\0'];

/**
 * Tells by the bytes of the index whether a file of that name may be in it: nearly always none is, and
 * nobody has to ask git.
 */
export function indexNames(options: GitOptions): (name: string) => boolean {
  let index: Buffer | null | undefined;
  return (name) => {
    if (index === undefined) index = wholeIndex(options) ?? null;
    return index === null || index.includes(name);
  };
}

/** The bytes of an index that holds all paths. */
function wholeIndex({ cwd, env }: GitOptions): Buffer | undefined {
  const top = plainTop({ cwd, env });
  if (top === undefined) return undefined;
  // `git commit <path>` makes one of its own.
  const own = env['GIT_INDEX_FILE'];
  const file = own ? resolve(top, own) : join(top, '.git', 'index');
  try {
    if (statSync(file).size > LARGEST) return undefined;
    const bytes = readFileSync(file);
    const isWhole = HEADS.includes(bytes.toString('latin1', 0, 8));
    return isWhole && !ELSEWHERE.some((each) => bytes.includes(each)) ? bytes : undefined;
  } catch {
    // None yet, or nobody may read it: git will say so.
    return undefined;
  }
}
