import * as vscode from 'vscode';
import type { ReportedFinding } from '../policy/apply.ts';
import type { UnusedDirective } from '../policy/directives.ts';
import type { Analyses } from './analyses.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { guarded } from './guard.ts';
import { loadCore } from './load-core.ts';
import { TypingGuard } from './typing-guard.ts';

/** What a scan of a file on disk found. */
export interface FileResult {
  readonly findings: readonly ReportedFinding[];
  readonly unused: readonly UnusedDirective[];
}

const NOTHING: FileResult = { findings: [], unused: [] };

/**
 * The Problems panel: what is open, as it is now, and what Scan Workspace found in files that are closed. One
 * `set(uri, …)` per file: a bulk `set` stops without a word at about 1,100 diagnostics in all.
 */
export class Problems implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('leaklint');
  /** Results of files, by URI, that stay when their document is closed. */
  readonly #held = new Map<string, FileResult>();
  readonly #analyses: Analyses;
  readonly #typing: TypingGuard;
  readonly #subscriptions: vscode.Disposable[];

  constructor(analyses: Analyses, log: vscode.LogOutputChannel) {
    this.#analyses = analyses;
    const show = (document: vscode.TextDocument) =>
      void guarded(log, 'diagnostics', () => this.#showDocument(document));
    this.#typing = new TypingGuard(show);
    this.#subscriptions = [this.#collection, this.#typing, analyses.onDidChange(show)];
  }

  /** Shows what was found in a file and keeps it when its document is closed. */
  async hold(uri: vscode.Uri, result: FileResult): Promise<void> {
    this.#held.set(uri.toString(), result);
    if (openDocument(uri) === undefined) await this.#show(uri, result);
  }

  /** Findings of a file that is closed, if it was scanned. */
  held(uri: vscode.Uri): FileResult | undefined {
    return this.#held.get(uri.toString());
  }

  /** Forgets the results of the file, or of all files in a folder. */
  drop(uri: vscode.Uri): void {
    const key = uri.toString();
    for (const held of [...this.#held.keys()]) {
      if (held !== key && !held.startsWith(`${key}/`)) continue;
      this.#held.delete(held);
      const gone = vscode.Uri.parse(held);
      if (openDocument(gone) === undefined) this.#collection.delete(gone);
    }
  }

  /** Forgets the results of all files that are closed: a new scan of the workspace begins. */
  dropAll(): void {
    for (const held of [...this.#held.keys()]) this.drop(vscode.Uri.parse(held));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #showDocument(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const analysis = this.#analyses.get(document);
    if (document.isClosed) return this.#show(uri, this.held(uri) ?? NOTHING);
    if (analysis === undefined) return;
    const result = analysis.kind === 'scanned' ? analysis : NOTHING;
    if (this.held(uri) !== undefined && !document.isDirty) this.#held.set(uri.toString(), result);
    const findings = result.findings.filter((finding) => !this.#typing.hides(document, finding));
    await this.#show(uri, { ...result, findings });
  }

  async #show(uri: vscode.Uri, { findings, unused }: FileResult): Promise<void> {
    if (findings.length + unused.length === 0) return this.#collection.delete(uri);
    this.#collection.set(uri, diagnosticsOf(await loadCore(), findings, unused));
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}
