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
import { errorCode } from '../node/file-system.ts';
import { gitFolder, hooksFolder, topOf } from '../node/git/repository.ts';
import { CommandError, type CommandContext } from './command.ts';
import { gitOptions, withGit } from './git-errors.ts';
import { hookManagerOf } from './hook-managers.ts';
import { HOOK, hookScript, isOurs, KEPT } from './hook-script.ts';
import { commandPath } from './package-files.ts';
import { shownFile } from './shown.ts';

/** Places of a repository's hooks. */
interface Hooks {
  readonly top: string;
  readonly folder: string;
  readonly hook: string;
  /** Where a hook that was there before is kept. */
  readonly kept: string;
  /** Do the hooks lie outside of the repository, so that they run for others too? */
  readonly isShared: boolean;
}

async function hooksOf(context: CommandContext): Promise<Hooks> {
  const options = gitOptions(context.io);
  const [top, folder, git] = await withGit(
    Promise.all([topOf(options), hooksFolder(options), gitFolder(options)]),
    context,
  );
  const isInside = (parent: string) => !relative(parent, folder).startsWith(`..${sep}`);
  const isShared = !isInside(top) && !isInside(git);
  return { top, folder, isShared, hook: join(folder, HOOK), kept: join(folder, KEPT) };
}

/**
 * `leaklint hook install`: the hook goes where git looks for it (`core.hooksPath`). One that is
 * there is kept and runs first. Where a tool keeps the hooks, says what to tell it instead.
 */
export async function installHook(context: CommandContext): Promise<number> {
  const { io, say } = context;
  const hooks = await hooksOf(context);
  const manager = hookManagerOf(hooks.top, hooks.folder);
  if (manager) {
    await io.stdout.write(
      `${say.hookManaged(manager.name)}\n${say.hookAdd(manager.file)}\n\n${manager.lines}\n`,
    );
    return 2;
  }
  const before = readScript(hooks.hook);
  const isForeign = before !== undefined && !isOurs(before);
  changeFiles(hooks, context, () => {
    mkdirSync(hooks.folder, { recursive: true });
    if (isForeign) renameSync(hooks.hook, hooks.kept);
    writeFileSync(hooks.hook, hookScript(process.execPath, commandPath()));
    chmodSync(hooks.hook, 0o755);
  });
  const lines = [say.hookInstalled(shownFile(hooks.hook, io.cwd))];
  if (existsSync(hooks.kept)) lines.push(say.hookKept);
  if (hooks.isShared) lines.push(say.hookElsewhere);
  await io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** `leaklint hook uninstall`: removes our hook and puts back the one that was there. */
export async function uninstallHook(context: CommandContext): Promise<number> {
  const { io, say } = context;
  const hooks = await hooksOf(context);
  const script = readScript(hooks.hook);
  if (script === undefined) {
    await io.stdout.write(`${say.hookNone}\n`);
    return 0;
  }
  if (!isOurs(script)) throw new CommandError(say.hookForeign(shownFile(hooks.hook, io.cwd)));
  const restores = existsSync(hooks.kept);
  changeFiles(hooks, context, () => {
    if (restores) renameSync(hooks.kept, hooks.hook);
    else rmSync(hooks.hook);
  });
  const lines = [say.hookRemoved(shownFile(hooks.hook, io.cwd))];
  if (restores) lines.push(say.hookRestored);
  await io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function readScript(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'latin1') : undefined;
}

function changeFiles({ hook }: Hooks, { io, say }: CommandContext, change: () => void): void {
  try {
    change();
  } catch (error) {
    const why = say.code(errorCode(error) ?? 'EIO');
    throw new CommandError(say.cannotWriteOutput(shownFile(hook, io.cwd), why), 3);
  }
}
