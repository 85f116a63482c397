import * as vscode from 'vscode';
import { LONGEST_LINES, type FindingList } from './finding-list.ts';
import { isBeingTyped, type Span } from './typing.ts';

/**
 * Knows what is being typed: nothing is said of the word under the caret until the caret leaves it
 * or the file is saved.
 */
export class TypingGuard implements vscode.Disposable {
  /** What the last change of a document inserted; nothing once it is saved. */
  readonly #typed = new Map<vscode.TextDocument, readonly Span[]>();
  /** Those in which something was hidden when it was last asked. */
  readonly #hiding = new Set<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];

  /**
   * @param released called when the carets of a document moved and something may be shown that was
   * hidden
   */
  constructor(released: (document: vscode.TextDocument) => void) {
    const release = (document: vscode.TextDocument) => {
      if (this.#hiding.delete(document)) released(document);
    };
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#typed.set(document, contentChanges.map(insertedBy));
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) =>
        release(textEditor.document),
      ),
      vscode.window.onDidChangeActiveTextEditor(() => {
        for (const document of [...this.#hiding]) release(document);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.#typed.delete(document);
        release(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#typed.delete(document);
        this.#hiding.delete(document);
      }),
    ];
  }

  /** What may be shown of a document: all but words that are being typed, which carets touch. */
  withoutTyped(document: vscode.TextDocument, findings: FindingList): FindingList {
    const editor = vscode.window.activeTextEditor;
    const inserted = this.#typed.get(document);
    if (editor?.document !== document || inserted === undefined) return findings;
    const carets = editor.selections.map(({ active }) => active);
    const offsets = carets.map((caret) => document.offsetAt(caret));
    let shown = findings;
    for (const { line } of carets) {
      const near = shown.near(line + 1, line + 1);
      const told = near.filter((finding) => !isBeingTyped(finding, offsets, inserted));
      if (told.length === near.length) continue;
      shown = shown.withLines(line + 1 - LONGEST_LINES, line + 1, told);
      this.#hiding.add(document);
    }
    return shown;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function insertedBy({ rangeOffset, text }: vscode.TextDocumentContentChangeEvent): Span {
  return { start: rangeOffset, end: rangeOffset + text.length };
}
