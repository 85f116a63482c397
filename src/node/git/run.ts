import { spawn, spawnSync } from 'node:child_process';

/** Git is not there, the folder is no repository, or the command failed. */
export class GitError extends Error {
  readonly code: 'no-git' | 'no-repository' | 'not-owned' | 'failed';
  constructor(code: GitError['code']) {
    super(code);
    this.code = code;
  }
}

/** What a caller of git may say about it. */
export interface GitOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Settings of the user's that would change what the commands below print. */
const PLAIN = ['--no-pager', '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false'];

const settings = ({ cwd, env }: GitOptions) => ({
  cwd,
  env: { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
  windowsHide: true,
});

/** Starts a git that is asked one thing after the other. Nobody reads its messages. */
export function startGit(args: readonly string[], options: GitOptions) {
  const child = spawn('git', [...PLAIN, ...args], {
    ...settings(options),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // A git that is not there closes its input: 'error' tells the same.
  child.stdin.on('error', () => undefined);
  return child;
}

/**
 * Runs git and returns what it prints. Its messages go no further: they may name what stands in files.
 *
 * @throws GitError
 */
export function git(args: readonly string[], options: GitOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...PLAIN, ...args], {
      ...settings(options),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.on('data', (data: Buffer) => {
      complaint = (complaint + String(data)).slice(0, 4096);
    });
    child.on('error', () => reject(new GitError('no-git')));
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new GitError(reasonOf(complaint)));
    });
  });
}

/** One of the two ways of running git. */
export type RunGit = (args: readonly string[], options: GitOptions) => Buffer | Promise<Buffer>;

/**
 * As `git`, and nothing else happens until it is done: for an answer of some milliseconds that takes half of
 * what pipes and events take.
 *
 * @throws GitError
 */
export function gitNow(args: readonly string[], options: GitOptions): Buffer {
  const { error, status, stdout, stderr } = spawnSync('git', [...PLAIN, ...args], {
    ...settings(options),
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: Infinity,
  });
  if (error !== undefined) throw new GitError('no-git');
  if (status !== 0) throw new GitError(reasonOf(String(stderr.subarray(0, 4096))));
  return stdout;
}

/** What git says outside of a work tree; there `git diff` knows `--no-index` only. */
const NO_REPOSITORY = /not a git repository|must be run in a work tree|usage: git diff --no-index/;

function reasonOf(complaint: string): GitError['code'] {
  if (NO_REPOSITORY.test(complaint)) return 'no-repository';
  // safe.directory, usual in containers: the folder belongs to another user.
  return complaint.includes('dubious ownership') ? 'not-owned' : 'failed';
}

/** As `git`, for one line of text. */
export async function gitLine(args: readonly string[], options: GitOptions): Promise<string> {
  return String(await git(args, options)).replace(/\r?\n$/, '');
}
