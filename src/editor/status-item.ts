import * as vscode from 'vscode';
import type { Analyses } from './analyses.ts';
import { statusOf, type Status } from './status.ts';

/** The one language status item: whether the active document is scanned, and if not, why. */
export function createStatusItem(analyses: Analyses): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('leaklint.status', { scheme: '*' });
  item.name = 'Leaklint';
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined) show(item, documentStatus(analyses, document));
  };
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    analyses.onDidChange(update),
  );
}

/** What the item says of a document. */
export function documentStatus(analyses: Analyses, document: vscode.TextDocument): Status {
  return statusOf(vscode.l10n.t, analyses.get(document));
}

function show(item: vscode.LanguageStatusItem, status: Status): void {
  item.text = status.text;
  item.detail = status.detail;
  item.busy = status.busy;
  item.severity =
    status.severity === 'warning'
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
  item.command = {
    title: status.offersScan ? vscode.l10n.t('Scan File') : vscode.l10n.t('Show Problems'),
    command: status.offersScan ? 'leaklint.scanFile' : 'workbench.actions.view.problems',
  };
}
