import * as vscode from 'vscode';
import { maskAllEdit } from './code-actions.ts';
import type { Services } from './services.ts';

/** Masks everything that is found in the active document, in one step that can be undone. */
export async function maskAllInFile({ analyses, policies }: Services): Promise<void> {
  const { t } = vscode.l10n;
  const document = vscode.window.activeTextEditor?.document;
  const analysis = document && (await analyses.fresh(document));
  if (document === undefined || analysis?.kind !== 'scanned' || analysis.findings.length === 0) {
    void vscode.window.showInformationMessage(t('There is nothing to mask in this file.'));
    return;
  }
  await vscode.workspace.applyEdit(await maskAllEdit(policies, document, analysis));
}
