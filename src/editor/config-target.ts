import * as vscode from 'vscode';
import { placeOf } from './places.ts';
import type { Governed } from './policy-source.ts';

/** The `leaklint.json` that a change for a document goes into. */
export interface ConfigTarget {
  readonly file: vscode.Uri;
  /** Path of the document relative to its folder; none of what is no file yet. */
  readonly path: string | undefined;
}

/** Documents that have no path of their own: what is not saved yet, the commit message. */
const PATHLESS = new Set(['untitled', 'vscode-scm']);

/** The file that governs the document, or the one to make in its workspace folder. */
export function configTarget(request: {
  readonly document: vscode.TextDocument;
  readonly governed: Governed;
}): ConfigTarget | undefined {
  const { document, governed } = request;
  const isPathless = PATHLESS.has(document.uri.scheme);
  if (governed.file !== undefined) {
    return { file: governed.file, path: isPathless ? undefined : governed.configPath };
  }
  const { root, path } = placeOf(document);
  const uri = root.with({ path });
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (folder === undefined) return undefined;
  const inside = uri.path.slice(folder.path.replace(/\/$/, '').length + 1);
  const file = vscode.Uri.joinPath(folder, 'leaklint.json');
  return { file, path: isPathless ? undefined : inside };
}
