import * as vscode from 'vscode';
import { changeConfig, EMPTY_CONFIG, type ConfigChange } from './config-edits.ts';
import { readConfigFile } from './workspace-files.ts';

/**
 * Writes a change into a `leaklint.json`, which is made where there is none. What counts is the
 * disk; only what somebody is writing there goes before it and is saved along.
 */
export async function changeConfiguration(file: vscode.Uri, change: ConfigChange): Promise<void> {
  const key = file.toString();
  const open = vscode.workspace.textDocuments.find(
    ({ uri, isDirty }) => isDirty && uri.toString() === key,
  );
  const text = open?.getText() ?? (await textOf(file)) ?? EMPTY_CONFIG;
  const changed = changeConfig(text, change);
  if (changed === undefined) return refuse(file);
  if (open === undefined) {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(changed));
    return;
  }
  const whole = new vscode.Range(new vscode.Position(0, 0), open.positionAt(text.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(file, whole, changed);
  if (await vscode.workspace.applyEdit(edit)) await open.save();
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  const bytes = await readConfigFile(file);
  return bytes && new TextDecoder().decode(bytes);
}

/** A broken config is for the user to mend: anything written into it might be lost. */
async function refuse(file: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(file);
  void vscode.window.showWarningMessage(
    vscode.l10n.t('leaklint.json has a mistake. Mend it first, then try again.'),
  );
}
