import * as vscode from 'vscode';
import { enterScope, isIgnored, type IgnoreScope } from './ignore-scope.ts';

/** Folders that never hold the user's own text. */
const NEVER = new Set(['.git', 'node_modules']);

/**
 * The files under a workspace folder, but for what git ignores and symbolic links; a folder that
 * cannot be read is left out. It goes by `workspace.fs`: `findFiles` finds nothing where a virtual
 * file system brings no search, and lists all of an ignored folder where it works.
 */
export async function* walkFolder(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): AsyncGenerator<vscode.Uri, void, undefined> {
  yield* walk(folder, await scopeAbove(folder), token);
}

async function* walk(
  folder: vscode.Uri,
  above: IgnoreScope | undefined,
  token: vscode.CancellationToken,
): AsyncGenerator<vscode.Uri, void, undefined> {
  const entries = await entriesOf(folder);
  const hasOwn = entries.some(([name]) => name === '.gitignore');
  const scope = hasOwn ? await scopeIn(folder, above) : above;
  for (const [name, type] of entries) {
    if (token.isCancellationRequested) return;
    const uri = vscode.Uri.joinPath(folder, name);
    const isFolder = type === vscode.FileType.Directory;
    if (isFolder ? NEVER.has(name) : type !== vscode.FileType.File) continue;
    if (isIgnored(scope, uri.path, isFolder)) continue;
    if (isFolder) yield* walk(uri, scope, token);
    else yield uri;
  }
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.sort(([a], [b]) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
}

/** The `.gitignore` files between the top of the repository and a folder inside it. */
async function scopeAbove(folder: vscode.Uri): Promise<IgnoreScope | undefined> {
  const parents: vscode.Uri[] = [];
  for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
    if (await exists(vscode.Uri.joinPath(at, '.git'))) break;
    // Outside a repository nothing above the folder counts.
    if (at.path === '/' || vscode.Uri.joinPath(at, '..').path === at.path) return undefined;
    parents.unshift(vscode.Uri.joinPath(at, '..'));
  }
  let scope: IgnoreScope | undefined;
  for (const parent of parents) scope = await scopeIn(parent, scope);
  return scope;
}

async function scopeIn(
  folder: vscode.Uri,
  above: IgnoreScope | undefined,
): Promise<IgnoreScope | undefined> {
  const text = await textOf(vscode.Uri.joinPath(folder, '.gitignore'));
  return enterScope(above, folder.path, text);
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
