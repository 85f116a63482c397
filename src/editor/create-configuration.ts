import * as vscode from 'vscode';
import { pickFolder } from './pick-folder.ts';
import type { PolicySource } from './policy-source.ts';
import { readConfigFile } from './workspace-files.ts';
import { loadCore } from './load-core.ts';

/**
 * Writes a `leaklint.json` to begin with, and opens it; one that is there already is only opened.
 */
export async function createConfiguration(policies: PolicySource): Promise<void> {
  const folder = await pickFolder();
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder.uri, 'leaklint.json');
  if ((await readConfigFile(file)) === undefined) {
    const { configTemplate } = await loadCore();
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(configTemplate()));
    policies.refresh();
  }
  await vscode.window.showTextDocument(file);
}
