import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { keepCompiled } from './keep-compiled.ts';

/** Node 22.8 and later have it; the types are those of the oldest Node that we run on. */
interface CompileCache {
  readonly enableCompileCache?: (folder: string) => unknown;
}

/** Lets V8 keep what it compiled for the next start. */
export function enableCompileCache(): void {
  const { enableCompileCache: enable = keepCompiled } = nodeModule as CompileCache;
  const folder = cacheFolder(process.env, process.cwd());
  if (folder !== undefined) enable(folder);
}

/**
 * The user's own folder: whoever may write to the cache decides what we run, and others may write to
 * the system's folder for temporary files. None below the working directory: a hook leaves the
 * repository as it is.
 */
export function cacheFolder(env: NodeJS.ProcessEnv, cwd: string): string | undefined {
  // NODE_COMPILE_CACHE names a folder, and a Node that knows it has taken it already.
  const base = env['NODE_COMPILE_CACHE'] ? undefined : userCache(env);
  if (base === undefined || !isAbsolute(base)) return undefined;
  const folder = join(base, 'leaklint', 'compiled');
  return isWithin(cwd, folder) ? undefined : folder;
}

/** As the XDG Base Directory Specification has it. */
function userCache(env: NodeJS.ProcessEnv): string | undefined {
  try {
    return env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  } catch {
    // A user without a home, as in some containers.
    return undefined;
  }
}

function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return !inside.startsWith('..') && !isAbsolute(inside);
}
