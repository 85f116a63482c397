import { GitError, type GitOptions } from '../node/git/run.ts';
import { CommandError, type CommandContext, type FailureCode } from './command.ts';
import type { Io } from './io.ts';

export function gitOptions({ cwd, env }: Io): GitOptions {
  return { cwd, env };
}

/** Waits for git and tells its failures in the user's language. @throws CommandError */
export async function withGit<T>(work: Promise<T>, { say }: CommandContext): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const failures: Record<GitError['code'], readonly [string, FailureCode]> = {
      'no-git': [say.noGit, 3],
      'no-repository': [say.noRepository, 2],
      'not-owned': [say.notOwned, 3],
      failed: [say.gitFailed, 3],
    };
    throw new CommandError(...failures[error.code]);
  }
}
