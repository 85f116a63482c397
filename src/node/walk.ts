import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { errorCode } from './file-system.ts';
import { enterFolder, isIgnored, scopeAbove, type IgnoreScope } from './git-ignore.ts';
import type { SystemPath } from './read-chunks.ts';

/** What stands at a path: a file to read, something else, or nothing that can be read. */
export interface Entry {
  readonly kind: 'file' | 'special' | 'unreadable';
  /** Absolute path, in the system's own separators. */
  readonly path: string;
  /** What to open: bytes where the name is not UTF-8. */
  readonly place: SystemPath;
  /** Was it named by the user, not met on the way? */
  readonly named: boolean;
  /** Of an unreadable one: the system's code (`ENOENT`). */
  readonly code?: string;
  /** Folder that the user named and in which it was found; the file itself when named. */
  readonly root: string;
}

/** What never holds the user's own text; in a worktree `.git` is a file. Named, it is walked. */
const NEVER = new Set(['.git', 'node_modules']);

/**
 * The files under `roots` (absolute paths), sorted by name. What git ignores is left out unless
 * named. Symbolic links are followed only when named: what they point to is met at its own place,
 * and there are no loops.
 */
export function* walk(roots: readonly string[]): Generator<Entry, void, undefined> {
  for (const root of roots) {
    const base = { path: root, place: root, named: true, root };
    try {
      const found = statSync(root);
      if (found.isDirectory()) yield* walkFolder(root, root, root, scopeFor(root));
      else yield { ...base, kind: found.isFile() ? 'file' : 'special' };
    } catch (error) {
      yield { ...base, kind: 'unreadable', code: errorCode(error) ?? 'EIO' };
    }
  }
}

/** What git says above a named folder; nothing when it ignores the folder itself. */
function scopeFor(root: string): IgnoreScope | undefined {
  const scope = scopeAbove(root);
  return isIgnored(scope, root, true) ? undefined : scope;
}

function* walkFolder(
  folder: string,
  place: SystemPath,
  root: string,
  above: IgnoreScope | undefined,
): Generator<Entry, void, undefined> {
  let names: readonly Named[];
  try {
    names = namesIn(place);
  } catch (error) {
    const code = errorCode(error) ?? 'EIO';
    yield { kind: 'unreadable', path: folder, place, named: folder === root, root, code };
    return;
  }
  const scope = enterFolder(above, folder);
  for (const { name, place: inside, entry } of names) {
    const path = join(folder, name);
    if (entry.isSymbolicLink()) continue;
    const isFolder = entry.isDirectory();
    if (NEVER.has(name)) continue;
    if (isIgnored(scope, path, isFolder)) continue;
    if (isFolder) yield* walkFolder(path, inside, root, scope);
    else {
      const kind = entry.isFile() ? 'file' : 'special';
      yield { kind, path, place: inside, named: false, root };
    }
  }
}

interface Named {
  readonly name: string;
  readonly place: SystemPath;
  readonly entry: Dirent | Dirent<Buffer>;
}

/** A folder's entries, sorted. Names that are not UTF-8 keep their bytes. */
function namesIn(folder: SystemPath): readonly Named[] {
  const entries =
    typeof folder === 'string' ? readdirSync(folder, { withFileTypes: true }) : undefined;
  const named =
    entries === undefined || entries.some(({ name }) => name.includes('\ufffd'))
      ? readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).map((entry) => ({
          name: entry.name.toString('utf8'),
          place: Buffer.concat([Buffer.from(folder), Buffer.from(sep), entry.name]),
          entry,
        }))
      : entries.map((entry) => ({
          name: entry.name,
          place: join(folder as string, entry.name),
          entry,
        }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `path` as reports show it: relative to the working directory, with `/`. */
export function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path) || '.';
  return sep === '/' ? shown : shown.split(sep).join('/');
}
