import * as vscode from 'vscode';
import type { Finding } from '../engine/index.ts';
import type { Strategy } from '../masking/strategy.ts';
import { loadCore } from './load-core.ts';
import { placeOf } from './places.ts';

/**
 * The edits that mask findings of a document, as one list.
 *
 * @param findings findings of the document's text as it is now
 */
export async function maskEdits(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  strategy: Strategy,
): Promise<vscode.TextEdit[]> {
  const { editsFor } = await loadCore();
  const bytes = new TextEncoder().encode(document.getText());
  const block = { bytes, start: 0, findings, marks: [], crashes: [] };
  return editsFor(block, findings, strategy, placeOf(document).info).map(({ start, end, text }) => {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return vscode.TextEdit.replace(range, text);
  });
}

/** One list for the whole document: `WorkspaceEdit.set` replaces what was set before. */
export function workspaceEdit(
  document: vscode.TextDocument,
  edits: vscode.TextEdit[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  return edit;
}
