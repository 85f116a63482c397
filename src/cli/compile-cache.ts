import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';

/** Node 22.8 and later have it; the types are those of the oldest Node that we run on. */
interface CompileCache {
  readonly enableCompileCache?: (folder?: string) => unknown;
}

/**
 * Lets V8 keep what it compiled for the next start, in the user's own folder: whoever may write to it
 * decides what we run, and others may write to the system's folder for temporary files. Never below
 * the working directory: a hook leaves the repository as it is.
 */
export function enableCompileCache(): void {
  const { enableCompileCache: enable } = nodeModule as CompileCache;
  // NODE_COMPILE_CACHE names a folder, and Node has taken it already.
  if (enable === undefined || process.env['NODE_COMPILE_CACHE']) return;
  const folder = cacheFolder();
  if (folder !== undefined && !isWithin(process.cwd(), folder)) enable(folder);
}

/** As the XDG Base Directory Specification has it. */
function cacheFolder(): string | undefined {
  try {
    const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
    return isAbsolute(base) ? join(base, 'leaklint', 'compiled') : undefined;
  } catch {
    // A user without a home, as in some containers.
    return undefined;
  }
}

function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return !inside.startsWith('..') && !isAbsolute(inside);
}
