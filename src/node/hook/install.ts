import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { errorCode } from '../file-system.ts';
import { gitFolder, hooksFolder, topOf } from '../git/repository.ts';
import type { GitOptions } from '../git/run.ts';
import { hookManagerOf, type HookManager } from './managers.ts';
import { HOOK, hookScript, isOurs, KEPT } from './script.ts';

/** What became of the hook of a repository. */
export type HookChange =
  | { readonly kind: 'managed'; readonly manager: HookManager }
  | { readonly kind: 'none' }
  | { readonly kind: 'foreign'; readonly hook: string }
  | {
      readonly kind: 'installed' | 'removed';
      readonly hook: string;
      /** Is (or was) a hook kept that was there before? */
      readonly kept: boolean;
      /** Do the hooks lie outside of the repository, so that they run for others too? */
      readonly isShared: boolean;
    };

/** The hook could not be written. Holds the system's code only. */
export class HookError extends Error {
  readonly hook: string;
  readonly code: string;
  constructor(hook: string, code: string) {
    super(code);
    this.hook = hook;
    this.code = code;
  }
}

/** Places of a repository's hooks. */
interface Hooks {
  readonly top: string;
  readonly folder: string;
  readonly hook: string;
  /** Where a hook that was there before is kept. */
  readonly kept: string;
  readonly isShared: boolean;
}

async function hooksOf(options: GitOptions): Promise<Hooks> {
  const [top, folder, git] = await Promise.all([
    topOf(options),
    hooksFolder(options),
    gitFolder(options),
  ]);
  const isInside = (parent: string) => !relative(parent, folder).startsWith(`..${sep}`);
  const isShared = !isInside(top) && !isInside(git);
  return { top, folder, isShared, hook: join(folder, HOOK), kept: join(folder, KEPT) };
}

/**
 * Installs the hook where git looks for it (`core.hooksPath`). One that is there is kept and runs
 * first. Where a tool keeps the hooks, nothing is changed.
 *
 * @param node absolute path of the Node that runs the hook
 * @param command absolute path of the command line
 * @throws GitError, HookError
 */
export async function installHook(
  options: GitOptions,
  node: string,
  command: string,
): Promise<HookChange> {
  const hooks = await hooksOf(options);
  const manager = hookManagerOf(hooks.top, hooks.folder);
  if (manager) return { kind: 'managed', manager };
  const before = readScript(hooks.hook);
  const isForeign = before !== undefined && !isOurs(before);
  changeFiles(hooks, () => {
    mkdirSync(hooks.folder, { recursive: true });
    if (isForeign) renameSync(hooks.hook, hooks.kept);
    writeFileSync(hooks.hook, hookScript(node, command));
    chmodSync(hooks.hook, 0o755);
  });
  const { hook, isShared } = hooks;
  return { kind: 'installed', hook, kept: existsSync(hooks.kept), isShared };
}

/** Removes our hook and puts back the one that was there. @throws GitError, HookError */
export async function uninstallHook(options: GitOptions): Promise<HookChange> {
  const hooks = await hooksOf(options);
  const { hook, isShared } = hooks;
  const script = readScript(hook);
  if (script === undefined) return { kind: 'none' };
  if (!isOurs(script)) return { kind: 'foreign', hook };
  const kept = existsSync(hooks.kept);
  changeFiles(hooks, () => {
    if (kept) renameSync(hooks.kept, hook);
    else rmSync(hook);
  });
  return { kind: 'removed', hook, kept, isShared };
}

function readScript(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'latin1') : undefined;
}

function changeFiles({ hook }: Hooks, change: () => void): void {
  try {
    change();
  } catch (error) {
    throw new HookError(hook, errorCode(error) ?? 'EIO');
  }
}
