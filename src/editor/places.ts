import * as vscode from 'vscode';
import type { SourceInfo } from '../engine/index.ts';
import { isScanned } from './document-scope.ts';

/** Where a source stands for the policy. */
export interface Place {
  /** Scheme and authority of the file system in which `leaklint.json` is looked for. */
  readonly root: vscode.Uri;
  /** Absolute path in it, with `/`. */
  readonly path: string;
  readonly info: SourceInfo;
}

export function isScannedDocument(document: vscode.TextDocument): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return isScanned(
    document.uri,
    folders.map(({ uri }) => uri),
  );
}

/** The place of a file. */
export function placeOfFile(uri: vscode.Uri): Place {
  return { root: uri.with({ path: '/' }), path: uri.path, info: { path: baseName(uri) } };
}

/**
 * The place of a document. What is not saved yet, and the commit message, stand in the first
 * workspace folder, so that its `leaklint.json` governs them too; a notebook's cell stands where
 * the notebook does.
 */
export function placeOf(document: vscode.TextDocument): Place {
  const { uri, languageId } = document;
  const info = { path: baseName(uri), languageId };
  if (uri.scheme === 'vscode-notebook-cell') {
    const { root, path } = placeOfFile(notebookOf(document) ?? uri);
    return { root, path, info };
  }
  if (uri.scheme !== 'untitled' && uri.scheme !== 'vscode-scm') {
    return { ...placeOfFile(uri), info };
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? uri.with({ path: '/' });
  // An untitled document with a file to come (`untitled:/home/…`) knows its path already.
  const path = uri.path.startsWith('/')
    ? uri.path
    : vscode.Uri.joinPath(folder, baseName(uri) || 'untitled').path;
  return { root: folder.with({ path: '/' }), path, info };
}

function notebookOf(cell: vscode.TextDocument): vscode.Uri | undefined {
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some(({ document }) => document === cell),
  )?.uri;
}

export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
