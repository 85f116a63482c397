import { resolve } from 'node:path';
import { git, gitLine, type GitOptions } from './run.ts';

/** Absolute path of the top of the work tree. @throws GitError */
export function topOf(options: GitOptions): Promise<string> {
  return gitLine(['rev-parse', '--show-toplevel'], options);
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
