import * as vscode from 'vscode';
import { paceFor, type Analyser } from './analyser.ts';
import type { Analysis, Scanned } from './analysis.ts';
import { guarded } from './guard.ts';
import { IDLE_PAUSE, LIVE_PAUSE, LIVE_SLICE, TYPING_PAUSE, WARM_PAUSE } from './limits.ts';
import { afterEdits, isDirty, judgeUntil, rehearse } from './live.ts';
import { linesOf } from './document-lines.ts';
import { loadCore } from './load-core.ts';
import type { Cancellation } from './scanner.ts';

/** What is under way for a document. */
interface Job {
  readonly timer?: ReturnType<typeof setTimeout>;
  readonly cancel: vscode.CancellationTokenSource;
}

/**
 * What is known of the open documents. They are scanned at once when they are opened or saved, and
 * after a pause while they change; until then what was found moves with the text, and only the
 * lines that were edited are judged. Findings are kept with the version of the text; they hold no
 * text themselves.
 */
export class Analyses implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  /** Fires when there is something new about a document. */
  readonly onDidChange = this.#changed.event;
  readonly #known = new Map<vscode.TextDocument, Analysis>();
  readonly #jobs = new Map<vscode.TextDocument, Job>();
  /** Documents with edited lines that wait to be judged. */
  readonly #edited = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  /** Documents whose rules are still to be used for the first time. */
  readonly #warming = new Set<ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #analyser: Analyser;
  readonly #log: vscode.LogOutputChannel;

  /** @param rescan fires when everything is to be scanned anew */
  constructor(analyser: Analyser, rescan: vscode.Event<void>, log: vscode.LogOutputChannel) {
    this.#analyser = analyser;
    this.#log = log;
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        this.#follow(document, contentChanges);
        this.#schedule(document, TYPING_PAUSE);
      }),
      rescan(() => this.scheduleAll()),
    ];
  }

  get(document: vscode.TextDocument): Analysis | undefined {
    return this.#known.get(document);
  }

  /**
   * Scans all open documents, those that can be seen first. Returns before the first scan begins.
   */
  scheduleAll(): void {
    const visible = vscode.window.visibleTextEditors.map(({ document }) => document);
    for (const document of new Set([...visible, ...vscode.workspace.textDocuments])) {
      this.#schedule(document, 0);
    }
  }

  /** What is known of the text as it is now: scans at once where that is not known yet. */
  async fresh(document: vscode.TextDocument): Promise<Analysis | undefined> {
    while (!document.isClosed) {
      const known = this.#known.get(document);
      const isFresh = known?.kind === 'scanned' && known.exact;
      if (isFresh && known.version === document.version) return known;
      const analysis = await this.scan(document);
      // Something else may have begun a scan meanwhile, such as a change of the policy.
      if (analysis !== undefined) return analysis;
    }
    return undefined;
  }

  /** Scans a document now, whatever its size. */
  async scan(document: vscode.TextDocument, token?: Cancellation): Promise<Analysis | undefined> {
    const cancel = this.#begin(document);
    const listening = token?.onCancellationRequested(() => cancel.cancel());
    const analysis = await this.#run(document, cancel.token, true);
    listening?.dispose();
    return analysis;
  }

  dispose(): void {
    for (const document of [...this.#jobs.keys()]) this.#begin(document).cancel();
    for (const timer of [...this.#edited.values(), ...this.#warming]) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Moves what is known of a document with its text. */
  #follow(
    document: vscode.TextDocument,
    changes: readonly vscode.TextDocumentContentChangeEvent[],
  ): void {
    const known = this.#known.get(document);
    if (known?.kind !== 'scanned' || known.live === undefined) return;
    this.#known.set(document, afterEdits(known, changes, document.version));
    if (!this.#edited.has(document)) this.#judgeLater(document, LIVE_PAUSE);
  }

  #judgeLater(document: vscode.TextDocument, pause: number): void {
    const judge = () => guarded(this.#log, 'edited lines', () => this.#judgeEdited(document));
    this.#edited.set(
      document,
      setTimeout(() => void judge(), pause),
    );
  }

  /** Judges lines that were edited, as many as there is time for; tells of it after the last. */
  async #judgeEdited(document: vscode.TextDocument): Promise<void> {
    const core = await loadCore();
    this.#edited.delete(document);
    const known = this.#known.get(document);
    if (known?.kind !== 'scanned') return;
    const judged = judgeUntil(core, known, linesOf(document), performance.now() + LIVE_SLICE);
    this.#known.set(document, judged);
    // What is left of a paste goes on after others had their turn; VS Code moves what is shown.
    if (isDirty(judged)) this.#judgeLater(document, 0);
    else this.#changed.fire(document);
  }

  #schedule(document: vscode.TextDocument, pause: number): void {
    const cancel = this.#begin(document);
    const isLarge = paceFor(document) === 'idle';
    const timer = setTimeout(
      () => void guarded(this.#log, 'scan', () => this.#run(document, cancel.token, false)),
      isLarge ? Math.max(pause, IDLE_PAUSE) : pause,
    );
    this.#jobs.set(document, { timer, cancel });
    if (isLarge && !this.#known.has(document)) {
      this.#learn(document, { kind: 'waiting', reason: 'idle' });
    }
  }

  /** Ends what is under way for a document and makes the token of what follows. */
  #begin(document: vscode.TextDocument): vscode.CancellationTokenSource {
    const job = this.#jobs.get(document);
    clearTimeout(job?.timer);
    job?.cancel.cancel();
    const cancel = new vscode.CancellationTokenSource();
    this.#jobs.set(document, { cancel });
    return cancel;
  }

  async #run(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    asked: boolean,
  ): Promise<Analysis | undefined> {
    const analysis = await this.#analyser.analyse(document, token, asked);
    // What came too late is not told: something newer is under way.
    if (analysis === undefined || token.isCancellationRequested) return undefined;
    this.#learn(document, analysis);
    return analysis;
  }

  #learn(document: vscode.TextDocument, analysis: Analysis): void {
    if (analysis.kind === 'scanned') {
      this.#report(analysis);
      if (!this.#known.has(document)) this.#warmUp(document);
    }
    this.#known.set(document, analysis);
    this.#changed.fire(document);
  }

  /** Uses the rules that a key will use: the first time takes longer than any other. */
  #warmUp(document: vscode.TextDocument): void {
    const warmUp = async () => {
      const core = await loadCore();
      const known = this.#known.get(document);
      if (known?.kind !== 'scanned' || known.version !== document.version) return;
      rehearse(core, known, linesOf(document));
    };
    const timer = setTimeout(() => {
      this.#warming.delete(timer);
      void guarded(this.#log, 'warming up', warmUp);
    }, WARM_PAUSE);
    this.#warming.add(timer);
  }

  /** The log names rules that failed, and no file. */
  #report({ failed }: Scanned): void {
    for (const rule of failed) this.#log.error(`rule-crashed: ${rule}`);
  }

  #forget(document: vscode.TextDocument): void {
    this.#begin(document).cancel();
    this.#jobs.delete(document);
    clearTimeout(this.#edited.get(document));
    this.#edited.delete(document);
    this.#known.delete(document);
    this.#changed.fire(document);
  }
}
