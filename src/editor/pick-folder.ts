import * as vscode from 'vscode';

/**
 * The workspace folder to work in: the only one, or the one that the user picks; undefined when
 * there is none.
 */
export async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first.'));
  }
  return folders[0];
}
