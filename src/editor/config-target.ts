import * as vscode from 'vscode';
import { placeOf } from './places.ts';
import type { Governed } from './policy-source.ts';

/** The `leaklint.json` that a change for a document goes into. */
export interface ConfigTarget {
  readonly file: vscode.Uri;
  /** Path of the document relative to its folder. */
  readonly path: string;
}

/** The file that governs the document, or the one to make in its workspace folder; none for what is nowhere yet. */
export function configTarget(request: {
  readonly document: vscode.TextDocument;
  readonly governed: Governed;
}): ConfigTarget | undefined {
  const { file, configPath } = request.governed;
  if (file !== undefined) return { file, path: configPath };
  const { root, path } = placeOf(request.document);
  const uri = root.with({ path });
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (folder === undefined) return undefined;
  return {
    file: vscode.Uri.joinPath(folder, 'leaklint.json'),
    path: uri.path.slice(folder.path.replace(/\/$/, '').length + 1),
  };
}
