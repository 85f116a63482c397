import * as vscode from 'vscode';
import { guarded } from './guard.ts';
import { FILE_LIMIT } from './limits.ts';
import { scanFileOnDisk } from './scan-file.ts';
import type { Services } from './services.ts';

/**
 * Keeps the results of closed files true: a file that changes on disk is scanned again, one that
 * goes is forgotten. Watches from the first scan on that keeps results.
 */
export class HeldFiles implements vscode.Disposable {
  readonly #services: Omit<Services, 'heldFiles'>;
  readonly #cancel = new vscode.CancellationTokenSource();
  #watcher: vscode.FileSystemWatcher | undefined;

  constructor(services: Omit<Services, 'heldFiles'>) {
    this.#services = services;
  }

  watch(): void {
    if (this.#watcher !== undefined) return;
    const { problems, log } = this.#services;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', true);
    watcher.onDidDelete((uri) => problems.drop(uri));
    watcher.onDidChange((uri) => {
      if (problems.holds(uri)) {
        void guarded(log, 'rescan', () => this.#rescan(uri));
      }
    });
    this.#watcher = watcher;
  }

  dispose(): void {
    this.#cancel.cancel();
    this.#watcher?.dispose();
  }

  async #rescan(uri: vscode.Uri): Promise<void> {
    const { problems } = this.#services;
    const { token } = this.#cancel;
    const result = await scanFileOnDisk(uri, this.#services, FILE_LIMIT, token);
    if (token.isCancellationRequested) return;
    if ('skipped' in result) problems.drop(uri);
    else await problems.hold(uri, result);
  }
}
