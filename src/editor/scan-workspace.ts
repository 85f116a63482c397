import * as vscode from 'vscode';
import { guarded } from './guard.ts';
import { FILE_LIMIT, MEGABYTE } from './limits.ts';
import { loadCore } from './load-core.ts';
import { scanFileOnDisk, type Skipped } from './scan-file.ts';
import type { Services } from './services.ts';
import { walkFolder } from './walk-folder.ts';

/** Files that are read ahead while the worker scans. */
const AHEAD = 8;

/** What a scan of the workspace did. */
export interface WorkspaceScan {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly findings: number;
  readonly skipped: readonly { readonly uri: vscode.Uri; readonly why: Skipped }[];
  readonly cancelled: boolean;
}

/** Scans all files of the workspace in a worker, with progress; the results stay in Problems. */
export async function scanWorkspace(services: Services): Promise<WorkspaceScan | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const { t } = vscode.l10n;
    void vscode.window.showInformationMessage(t('Open a folder first: there is none to scan.'));
    return undefined;
  }
  const title = vscode.l10n.t('Leaklint: scanning the workspace');
  const location = vscode.ProgressLocation.Notification;
  const scan = await vscode.window.withProgress(
    { location, title, cancellable: true },
    (progress, token) => scanFolders(services, folders, progress, token),
  );
  void guarded(services.log, 'scan workspace', () => tell(services, scan));
  return scan;
}

async function scanFolders(
  services: Services,
  folders: readonly vscode.WorkspaceFolder[],
  progress: vscode.Progress<{ message: string }>,
  token: vscode.CancellationToken,
): Promise<WorkspaceScan> {
  const { t } = vscode.l10n;
  const files = walkAll(folders, token);
  const skipped: { uri: vscode.Uri; why: Skipped }[] = [];
  const counts = { files: 0, filesWithFindings: 0, findings: 0 };
  services.problems.dropAll();
  services.heldFiles.watch();
  const takeFiles = async () => {
    for await (const uri of { [Symbol.asyncIterator]: () => withoutReturn(files) }) {
      const result = await scanFileOnDisk(uri, services, FILE_LIMIT, token);
      if ('skipped' in result) {
        skipped.push({ uri, why: result.skipped });
        continue;
      }
      if (!result.isWhole) skipped.push({ uri, why: 'crashed' });
      counts.files++;
      counts.findings += result.findings.length;
      if (result.findings.length > 0) counts.filesWithFindings++;
      if (result.findings.length + result.unused.length > 0) {
        await services.problems.hold(uri, result);
      }
      const message = t('files: {0}, findings: {1}', counts.files, counts.findings);
      progress.report({ message });
    }
  };
  await Promise.all(Array.from({ length: AHEAD }, takeFiles));
  return { ...counts, skipped, cancelled: token.isCancellationRequested };
}

/** One that ends early must not end the walk for the others. */
function withoutReturn<T>(files: AsyncGenerator<T, void, undefined>): AsyncIterator<T, void> {
  return { next: () => files.next() };
}

async function* walkAll(
  folders: readonly vscode.WorkspaceFolder[],
  token: vscode.CancellationToken,
): AsyncGenerator<vscode.Uri, void, undefined> {
  // A folder may lie in another one.
  const seen = new Set<string>();
  for (const { uri: folder } of folders) {
    for await (const uri of walkFolder(folder, token)) {
      if (seen.has(uri.toString())) continue;
      seen.add(uri.toString());
      yield uri;
    }
  }
}

/** Says what was found, and what was not looked at: the log has the names. */
async function tell({ log }: Services, scan: WorkspaceScan): Promise<void> {
  const { t } = vscode.l10n;
  const { maskedName } = await loadCore();
  for (const { uri, why } of scan.skipped) {
    log.info(`${why}: ${maskedName(vscode.workspace.asRelativePath(uri))}`);
  }
  const sentences = [
    scan.cancelled ? t('Leaklint stopped early.') : t('Leaklint scanned the workspace.'),
    t('Findings: {0}, in {1} of {2} files.', scan.findings, scan.filesWithFindings, scan.files),
    skippedText(scan),
  ].filter((sentence) => sentence !== undefined);
  const problems = t('Show Problems');
  const logs = t('Show Log');
  const buttons = [
    ...(scan.findings > 0 ? [problems] : []),
    ...(scan.skipped.length > 0 ? [logs] : []),
  ];
  const chosen = await vscode.window.showInformationMessage(sentences.join(' '), ...buttons);
  if (chosen === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === logs) log.show();
}

function skippedText({ skipped }: WorkspaceScan): string | undefined {
  const { t } = vscode.l10n;
  const count = (...reasons: Skipped[]) =>
    skipped.filter(({ why }) => reasons.includes(why)).length;
  const parts = [
    [count('binary'), (n: number) => t('{0} binary', n)],
    [count('ignored'), (n: number) => t('{0} ignored by leaklint.json', n)],
    [count('too-large'), (n: number) => t('{0} over {1} MB', n, FILE_LIMIT / MEGABYTE)],
    [count('unreadable'), (n: number) => t('{0} that could not be read', n)],
    [count('crashed'), (n: number) => t('{0} where a rule failed', n)],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, text]) => text(n));
  return told.length === 0 ? undefined : t('Not scanned: {0}.', told.join(', '));
}
