import * as vscode from 'vscode';
import type { UnusedDirective } from '../policy/directives.ts';
import type { Analyses } from './analyses.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { FindingList } from './finding-list.ts';
import { guarded } from './guard.ts';
import { loadCore } from './load-core.ts';
import { TypingGuard } from './typing-guard.ts';

/** What a scan of a file on disk found. */
export interface FileResult {
  readonly findings: FindingList;
  readonly unused: readonly UnusedDirective[];
}

const NOTHING = { findings: FindingList.EMPTY, unused: [] };

/**
 * The Problems panel: what is open, as it is now, and what a scan found in files that are closed.
 * One `set(uri, …)` per file: a bulk `set` stops without a word at about 1,100 diagnostics in all.
 */
export class Problems implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('leaklint');
  /**
   * What stays of files, by URI, when their document is closed. Diagnostics, which are folded: the
   * findings of a dump would fill the memory.
   */
  readonly #held = new Map<string, readonly vscode.Diagnostic[]>();
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
  async hold(uri: vscode.Uri, { findings, unused }: FileResult): Promise<void> {
    const diagnostics = diagnosticsOf(await loadCore(), findings.folded(), unused);
    this.#held.set(uri.toString(), diagnostics);
    if (openDocument(uri) === undefined) this.#set(uri, diagnostics);
  }

  /** Is anything kept of the file? */
  holds(uri: vscode.Uri): boolean {
    return this.#held.has(uri.toString());
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
    const key = uri.toString();
    if (document.isClosed) return this.#set(uri, this.#held.get(key) ?? []);
    const analysis = this.#analyses.get(document);
    if (analysis === undefined) return;
    const { findings, unused } = analysis.kind === 'scanned' ? analysis : NOTHING;
    const core = await loadCore();
    if (this.#held.has(key) && !document.isDirty) {
      this.#held.set(key, diagnosticsOf(core, findings.folded(), unused));
    }
    const shown = this.#typing.withoutTyped(document, findings);
    this.#set(uri, diagnosticsOf(core, shown.folded(), unused));
  }

  #set(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): void {
    if (diagnostics.length === 0) this.#collection.delete(uri);
    else this.#collection.set(uri, diagnostics);
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}
