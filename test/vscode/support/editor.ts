import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LeaklintApi } from '../../../src/editor/api.ts';

/** How long a condition may take on a machine that has other things to do. */
const PATIENCE = 20_000;

/** Waits until what is read fits; fails with what was read last. */
export async function until<T>(
  what: string,
  read: () => T | Promise<T>,
  fits: (value: T) => boolean,
): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await read();
    if (fits(value)) return value;
    if (Date.now() > end) assert.fail(`${what}: still ${JSON.stringify(value)}`);
    await sleep(50);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The extension under test, activated. */
export async function api(): Promise<LeaklintApi> {
  const extension = vscode.extensions.getExtension<LeaklintApi>('leaklint.leaklint');
  assert.ok(extension, 'the extension is not installed');
  return extension.activate();
}

export function folder(index = 0): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.[index];
  assert.ok(found, `there is no workspace folder ${index}`);
  return found.uri;
}

let files = 0;

/** Writes a file of its own into the workspace. */
export async function writeFile(
  name: string,
  text: string | Uint8Array,
  within = folder(),
): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(within, name);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

/**
 * Writes the workspace's `leaklint.json` as the Explorer does: the extension hears of it from the
 * editor itself, and no test hangs on a file watcher that lost an event.
 */
export async function writeConfig(text: string, within = folder()): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(within, 'leaklint.json');
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: true, contents: new TextEncoder().encode(text) });
  assert.ok(await vscode.workspace.applyEdit(edit));
  return uri;
}

/** Deletes the workspace's `leaklint.json` where there is one. */
export async function deleteConfig(): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(vscode.Uri.joinPath(folder(), 'leaklint.json'), { ignoreIfNotExists: true });
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Shows a file with the text that is on the disk now, also where the editor held an older one. */
export async function showAsOnDisk(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(uri);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  await until(
    'the text of the disk',
    () => document.getText(),
    (shown) => shown === text,
  );
  return document;
}

/** A name that no other test uses. */
export function uniqueName(extension: string): string {
  return `case-${String(++files)}-${Math.random().toString(36).slice(2, 8)}.${extension}`;
}

/** Writes a file of its own and opens it in an editor. */
export async function open(text: string, extension: string): Promise<vscode.TextEditor> {
  const uri = await writeFile(uniqueName(extension), text);
  return vscode.window.showTextDocument(uri, { preview: false });
}

/** A document as the cells of notebooks are; the host has no extension that brings notebooks. */
export async function openCell(text: string): Promise<vscode.TextDocument> {
  const scheme = 'vscode-notebook-cell';
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: () => text,
  });
  try {
    const uri = vscode.Uri.from({ scheme, path: `/${uniqueName('py')}` });
    return await vscode.workspace.openTextDocument(uri);
  } finally {
    provider.dispose();
  }
}

export async function closeAll(): Promise<void> {
  for (const editor of vscode.window.visibleTextEditors) {
    if (!editor.document.isDirty) continue;
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function diagnostics(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'leaklint');
}

/** The rule ids of a file's diagnostics, in order of place. */
export function rulesOf(uri: vscode.Uri): string[] {
  return diagnostics(uri)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(ruleOf);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

export function untilRules(uri: vscode.Uri, expected: readonly string[]): Promise<string[]> {
  const wanted = JSON.stringify(expected);
  return until(
    `diagnostics, expected ${wanted}`,
    () => rulesOf(uri),
    (found) => JSON.stringify(found) === wanted,
  );
}

/** Where a text stands in a document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, 'the text is not in the document');
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The quick fixes at a place, edits made. */
export async function fixesAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    50,
  );
  return actions;
}

/** Applies a code action as the editor does: the edit, then the command. */
export async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action, 'there is no such action');
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command) {
    const { command, arguments: args = [] } = action.command;
    await vscode.commands.executeCommand(command, ...(args as unknown[]));
  }
}
