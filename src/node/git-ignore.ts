import ignore, { type Ignore } from 'ignore';
import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readWhole } from './open-file.ts';

/** The `.gitignore` files that speak about a folder: its own, then those further up. */
export interface IgnoreScope {
  readonly folder: string;
  readonly matcher: Ignore;
  readonly parent: IgnoreScope | undefined;
}

/** Git's `core.ignoreCase` as `git init` sets it on these systems. */
const IGNORE_CASE = process.platform === 'win32' || process.platform === 'darwin';

/** The scope inside a folder, given the scope around it. */
export function enterFolder(
  parent: IgnoreScope | undefined,
  folder: string,
): IgnoreScope | undefined {
  return scopeOf(join(folder, '.gitignore'), folder, parent);
}

/**
 * The scope of the folder where a walk begins: `.git/info/exclude` of its repository and the
 * `.gitignore` files from there down to it. Outside a repository nothing above the folder counts.
 */
export function scopeAbove(folder: string): IgnoreScope | undefined {
  const repository = repositoryOf(folder);
  if (repository === undefined) return undefined;
  let scope = scopeOf(excludeFile(repository), repository, undefined);
  let at = repository;
  for (const part of relative(repository, folder).split(sep)) {
    if (part === '') break;
    scope = enterFolder(scope, at);
    at = join(at, part);
  }
  return scope;
}

/** Does git ignore the path? Its parent folders are taken not to be ignored. */
export function isIgnored(
  scope: IgnoreScope | undefined,
  path: string,
  isFolder: boolean,
): boolean {
  // gitignore(5): the last matching pattern decides, deeper files after those further up.
  for (let at = scope; at !== undefined; at = at.parent) {
    const inside = relative(at.folder, path).split(sep).join('/');
    if (inside === '') continue;
    const { ignored, unignored } = at.matcher.test(isFolder ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function scopeOf(
  file: string,
  folder: string,
  parent: IgnoreScope | undefined,
): IgnoreScope | undefined {
  const text = readText(file);
  if (text === undefined) return parent;
  return { folder, matcher: ignore({ ignorecase: IGNORE_CASE }).add(text), parent };
}

function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (statSync(join(at, '.git'), { throwIfNoEntry: false })) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** gitrepository-layout(5): a worktree's `.git` is a file, and `info` lies in the common folder. */
function excludeFile(repository: string): string {
  const git = join(repository, '.git');
  const link = readText(git)?.match(/^gitdir: (.{1,4096})$/m)?.[1];
  if (link === undefined) return join(git, 'info', 'exclude');
  const own = resolve(repository, link);
  const common = readText(join(own, 'commondir'))?.trim();
  return join(common === undefined ? own : resolve(own, common), 'info', 'exclude');
}

function readText(file: string): string | undefined {
  try {
    return readWhole(file).toString('utf8');
  } catch {
    return undefined;
  }
}
