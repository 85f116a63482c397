import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { GIT_ENV } from './git-repository.ts';

export const CLI = join(__dirname, '..', '..', 'dist', 'cli.js');

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** Options of Node itself. */
  readonly node?: readonly string[];
  /** The user to run as, by number; needs root. */
  readonly user?: number | undefined;
}

/** Runs the built command line in a process of its own, in English unless told otherwise. */
export function runCli(args: readonly string[], options: CliOptions): CliRun {
  const { cwd, env = {}, input = '', node = [], user } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, CLI, ...args], {
    cwd,
    env: { ...GIT_ENV, LC_ALL: 'C', ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(user !== undefined && { uid: user, gid: user }),
  });
  return { code: status, stdout, stderr };
}
