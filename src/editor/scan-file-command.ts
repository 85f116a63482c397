import * as vscode from 'vscode';
import { scanFileOnDisk, type Skipped } from './scan-file.ts';
import type { Services } from './services.ts';

/**
 * Bytes above which the command line is the better tool: it reads in pieces, the editor as a whole.
 */
const LIMIT = 256 * 1024 * 1024;

/**
 * Scans one file at once, whatever the limits for scanning while typing: the one chosen in the
 * Explorer, or else the active document. The results of a file that is not open stay in Problems.
 */
export async function scanFile(services: Services, chosen?: vscode.Uri): Promise<void> {
  const { t } = vscode.l10n;
  const uri = chosen ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    void vscode.window.showInformationMessage(t('Open a file first: there is none to scan.'));
    return;
  }
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Leaklint: scanning the file'),
    cancellable: true,
  };
  const outcome = await vscode.window.withProgress(options, (_, token) =>
    scanUri(services, uri, token),
  );
  if (outcome === 'cancelled') return;
  if (typeof outcome === 'number' && outcome > 0) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  void vscode.window.showInformationMessage(outcomeText(outcome));
}

async function scanUri(
  services: Services,
  uri: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<number | Skipped> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
  if (open !== undefined) {
    const analysis = await services.analyses.scan(open, token);
    if (analysis?.kind === 'scanned') return analysis.findings.length;
    if (analysis?.kind === 'off') return 'ignored';
    return analysis === undefined ? 'cancelled' : 'crashed';
  }
  const result = await scanFileOnDisk(uri, services, LIMIT, token);
  if ('skipped' in result) return result.skipped;
  services.heldFiles.watch();
  await services.problems.hold(uri, result);
  return result.findings.length;
}

function outcomeText(outcome: number | Skipped): string {
  const { t } = vscode.l10n;
  switch (outcome) {
    case 'binary':
      return t('Not scanned: the file is binary.');
    case 'too-large':
      return t('Not scanned: the file is over 256 MB. The command line reads files of any size.');
    case 'ignored':
      return t('Not scanned: it is ignored by leaklint.json or the settings.');
    case 'unreadable':
      return t('Not scanned: the file could not be read.');
    case 'crashed':
      return t('The scan of this file failed: an error in Leaklint.');
    default:
      return t('No personal data found.');
  }
}
