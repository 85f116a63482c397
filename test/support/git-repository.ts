import { execFileSync } from 'node:child_process';
import { addFiles, temporaryFolder } from './temp-folder.ts';

/** A real repository in a folder of its own. */
export interface Repository {
  readonly folder: string;
  /** Runs git there and returns what it prints. */
  git(...args: string[]): string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Stages everything and commits, without hooks. */
  commitAll(): void;
}

/** The tests must not see the settings of whoever runs them. */
export const GIT_ENV: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
  GIT_DIR: undefined,
  GIT_INDEX_FILE: undefined,
};

export function newRepository(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Repository {
  const folder = temporaryFolder();
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, env: GIT_ENV, encoding: 'utf8', stdio: 'pipe' });
  git('init', '--quiet', '--initial-branch=main');
  addFiles(folder, files);
  return {
    folder,
    git,
    write: (more) => addFiles(folder, more),
    commitAll() {
      git('add', '--all');
      git('commit', '--quiet', '--no-verify', '--message=x');
    },
  };
}
