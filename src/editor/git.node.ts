import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { GitError } from '../node/git/run.ts';
import { installHook } from '../node/hook/install.ts';
import { later } from './later.ts';
import type { GitCommands, GitProblem } from './platform.ts';

/** Version of the extension whose command line the installed hooks run. */
const HOOK_VERSION = 'hookVersion';
/** What the hook needs of the extension: files, and folders that it loads pieces from. */
const HOOK_FILES = ['package.json', 'dist/cli.js'];
const HOOK_FOLDERS = ['dist/cli', 'dist/tables'];

/** Git, for the two commands that use it. */
export function gitCommands(context: vscode.ExtensionContext): GitCommands {
  context.subscriptions.push(later(() => void refreshHook(context).catch(() => undefined)));
  return {
    scanStaged: (folder) =>
      tried(async () => {
        // With it comes the engine, which activation does not load.
        const { stagedFindings } = await import('../node/staged.ts');
        const found = await stagedFindings(gitOptions(folder));
        return found.map(({ path, finding: { rule, start, masked } }) => {
          const { line, column } = start;
          return { uri: vscode.Uri.file(path), rule, line, column, masked };
        });
      }),
    installHook: (folder) =>
      tried(async () => {
        const command = await storeHook(context);
        const change = await installHook(gitOptions(folder), process.execPath, command);
        if (change.kind === 'managed') return { manager: change.manager };
        return { kept: change.kind === 'installed' && change.kept };
      }),
  };
}

/**
 * Copies the command line to where it stays: the extension's own folder is named after its version
 * and goes with the next update, the hooks stay.
 */
async function storeHook(context: vscode.ExtensionContext): Promise<string> {
  const from = context.extensionUri.fsPath;
  const to = context.globalStorageUri.fsPath;
  // The program last: a commit may run it meanwhile, and then it finds the pieces that it names.
  for (const folder of HOOK_FOLDERS) await copyFolder(join(from, folder), join(to, folder));
  for (const file of HOOK_FILES) await copyFile(join(from, file), join(to, file));
  for (const folder of HOOK_FOLDERS) await removeOthers(join(to, folder), join(from, folder));
  await context.globalState.update(HOOK_VERSION, versionOf(context));
  return join(to, 'dist/cli.js');
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) await copyFile(join(from, name), join(to, name));
}

/** Removes what an older version left in a folder. */
async function removeOthers(folder: string, model: string): Promise<void> {
  const wanted = new Set(await readdir(model));
  for (const name of await readdir(folder)) if (!wanted.has(name)) await rm(join(folder, name));
}

/** After an update, gives the installed hooks the new command line. */
async function refreshHook(context: vscode.ExtensionContext): Promise<void> {
  const stored = context.globalState.get(HOOK_VERSION);
  if (stored !== undefined && stored !== versionOf(context)) await storeHook(context);
}

function versionOf({ extension }: vscode.ExtensionContext): unknown {
  return (extension.packageJSON as { version?: unknown }).version;
}

function gitOptions({ fsPath }: vscode.Uri) {
  return { cwd: fsPath, env: process.env };
}

/** Git's failures are for the user, all others are ours. */
async function tried<T>(action: () => Promise<T>): Promise<T | GitProblem> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof GitError) return error.code;
    throw error;
  }
}
