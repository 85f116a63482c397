import * as vscode from 'vscode';

/**
 * The bytes of a config file, or undefined when there is none. Outside the workspace any failure
 * counts as none: the walk upward ends where a file system lets nobody read.
 */
export async function readConfigFile(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (vscode.workspace.getWorkspaceFolder(uri) === undefined || isAbsence(error)) {
      return undefined;
    }
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof vscode.FileSystemError ? error.code : undefined;
  return code === 'FileNotFound' || code === 'FileIsADirectory' || code === 'FileNotADirectory';
}
