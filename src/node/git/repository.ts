import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { git, gitLine, type GitOptions } from './run.ts';

/** Absolute path of the top of the work tree. @throws GitError */
export async function topOf(options: GitOptions): Promise<string> {
  return plainTop(options) ?? gitLine(['rev-parse', '--show-toplevel'], options);
}

/** Variables and settings that let a work tree be elsewhere than around its repository. */
const ELSEWHERE = ['DIR', 'WORK_TREE', 'COMMON_DIR', 'CONFIG_COUNT', 'CONFIG_PARAMETERS'];
const ELSEWHERE_SET = /worktree|bare|include/i;
/** What `git init` writes of them. */
const NOT_BARE = /^\s{0,8}bare = false$/m;

/**
 * The working directory, where it plainly is the top and has its repository in `.git`: that spares
 * a process with each commit.
 */
export function plainTop({ cwd, env }: GitOptions): string | undefined {
  if (sep !== '/' || ELSEWHERE.some((name) => env[`GIT_${name}`])) return undefined;
  try {
    const settings = readFileSync(join(cwd, '.git', 'config'), 'utf8').replace(NOT_BARE, '');
    return ELSEWHERE_SET.test(settings) ? undefined : realpathSync(cwd);
  } catch {
    return undefined;
  }
}

/** Is there a commit of that name? */
export async function isCommit(revision: string, options: GitOptions): Promise<boolean> {
  try {
    await git(
      ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
      options,
    );
    return true;
  } catch {
    return false;
  }
}

/** Absolute path of the folder that git takes hooks from, `core.hooksPath` respected. */
export async function hooksFolder(options: GitOptions): Promise<string> {
  // Relative to the working directory; `--path-format=absolute` needs git 2.31.
  return resolve(options.cwd, await gitLine(['rev-parse', '--git-path', 'hooks'], options));
}

/** Absolute path of the repository itself (`.git`), of the main one for a worktree. */
export async function gitFolder(options: GitOptions): Promise<string> {
  return resolve(options.cwd, await gitLine(['rev-parse', '--git-common-dir'], options));
}
