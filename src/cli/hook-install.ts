import * as hooks from '../node/hook/install.ts';
import { CommandError, type CommandContext } from './command.ts';
import { gitOptions, withGit } from './git-errors.ts';
import { commandPath } from './package-files.ts';
import { shownFile } from './shown.ts';

/** `leaklint hook install`. Where a tool keeps the hooks, says what to tell it instead. */
export async function installHook(context: CommandContext): Promise<number> {
  const { io, say } = context;
  const options = gitOptions(io);
  const install = hooks.installHook(options, process.execPath, commandPath());
  const change = await written(install, context);
  if (change.kind === 'managed') {
    const { name, file, lines } = change.manager;
    await io.stdout.write(`${say.hookManaged(name)}\n${say.hookAdd(file)}\n\n${lines}\n`);
    return 2;
  }
  if (change.kind !== 'installed') return 0;
  const lines = [say.hookInstalled(shownFile(change.hook, io.cwd))];
  if (change.kept) lines.push(say.hookKept);
  if (change.isShared) lines.push(say.hookElsewhere);
  await io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** `leaklint hook uninstall`: removes our hook and puts back the one that was there. */
export async function uninstallHook(context: CommandContext): Promise<number> {
  const { io, say } = context;
  const change = await written(hooks.uninstallHook(gitOptions(io)), context);
  if (change.kind === 'foreign') {
    throw new CommandError(say.hookForeign(shownFile(change.hook, io.cwd)));
  }
  if (change.kind !== 'removed') {
    await io.stdout.write(`${say.hookNone}\n`);
    return 0;
  }
  const lines = [say.hookRemoved(shownFile(change.hook, io.cwd))];
  if (change.kept) lines.push(say.hookRestored);
  await io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** Waits for the change and tells its failures in the user's language. @throws CommandError */
async function written(
  change: Promise<hooks.HookChange>,
  context: CommandContext,
): Promise<hooks.HookChange> {
  const { io, say } = context;
  try {
    return await withGit(change, context);
  } catch (error) {
    if (!(error instanceof hooks.HookError)) throw error;
    const { hook, code } = error;
    throw new CommandError(say.cannotWriteOutput(shownFile(hook, io.cwd), say.code(code)), 3);
  }
}
