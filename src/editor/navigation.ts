import * as vscode from 'vscode';
import type { Analyses } from './analyses.ts';
import { rangeOf } from './diagnostics.ts';

/**
 * Puts the caret on the next or the previous finding of the active document; after the last comes
 * the first.
 */
export function goToFinding({ analyses }: { readonly analyses: Analyses }, step: 1 | -1): void {
  const editor = vscode.window.activeTextEditor;
  const analysis = editor && analyses.get(editor.document);
  if (editor === undefined || analysis?.kind !== 'scanned') return;
  const { findings } = analysis;
  const caret = editor.selection.active;
  const [line, column] = [caret.line + 1, caret.character + 1];
  const next = step === 1 ? findings.next(line, column) : findings.previous(line, column);
  if (next !== undefined) showPosition(editor, rangeOf(next).start);
}

/** Says why: the caret goes to the finding, and its hover opens. */
export async function showWhy(uri: vscode.Uri, position: vscode.Position): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri);
  showPosition(editor, position);
  await vscode.commands.executeCommand('editor.action.showHover');
}

function showPosition(editor: vscode.TextEditor, position: vscode.Position): void {
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
