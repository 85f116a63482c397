import * as vscode from 'vscode';
import { guarded } from './guard.ts';
import { FILE_LIMIT } from './limits.ts';
import { scanFileOnDisk } from './scan-file.ts';
import type { Services } from './services.ts';

/**
 * Keeps the results of closed files true: a file that changes on disk is scanned again, one that goes is forgotten. Watches
 * from the first workspace scan on.
 */
export function watchHeldFiles(services: Services): vscode.Disposable {
  const { problems, log } = services;
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', true);
  const cancel = new vscode.CancellationTokenSource();
  return vscode.Disposable.from(
    watcher,
    watcher.onDidDelete((uri) => problems.drop(uri)),
    watcher.onDidChange((uri) => {
      if (problems.held(uri) === undefined) return;
      void guarded(log, 'rescan', async () => {
        const result = await scanFileOnDisk(uri, services, FILE_LIMIT, cancel.token);
        if ('skipped' in result) problems.drop(uri);
        else await problems.hold(uri, result);
      });
    }),
    { dispose: () => cancel.cancel() },
  );
}
