import * as vscode from 'vscode';
import type { ConfigProblem } from '../policy/config.ts';
import { SOURCE } from './diagnostics.ts';
import { guarded } from './guard.ts';
import { later } from './later.ts';
import { loadCore } from './load-core.ts';
import { baseName } from './places.ts';
import type { PolicySource } from './policy-source.ts';
import { inLanguage } from './wording.ts';

/**
 * Marks the mistakes in config files: in open ones as they are written, in closed ones when they
 * govern something.
 */
export function checkConfigFiles(
  policies: PolicySource,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('leaklint-config');
  const isOpen = (uri: vscode.Uri) =>
    vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  const check = (document: vscode.TextDocument) => {
    if (!isConfig(document)) return;
    void guarded(log, 'config', async () => {
      const { version } = document;
      const { parseConfig } = await loadCore();
      const { problems } = parseConfig(document.getText());
      if (document.isClosed || document.version !== version) return;
      collection.set(document.uri, problems.map(asDiagnostic));
    });
  };
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    policies.onDidChange(() =>
      collection.forEach((uri) => {
        if (!isOpen(uri)) collection.delete(uri);
      }),
    ),
    policies.onDidLoad(({ uri, problems }) => {
      if (!isOpen(uri)) collection.set(uri, problems.map(asDiagnostic));
    }),
    later(() => vscode.workspace.textDocuments.forEach(check)),
  );
}

/** `leaklint.json`, and by custom `samples.leaklint.json`: what `extends` and `--config` name. */
function isConfig({ uri }: vscode.TextDocument): boolean {
  return /(?:^|\.)leaklint\.json$/.test(baseName(uri)) && uri.scheme !== 'git';
}

function asDiagnostic({ message, line, column, start, end }: ConfigProblem): vscode.Diagnostic {
  const from = new vscode.Position(line - 1, column - 1);
  // A mistake that spans lines is marked to the end of its first, as far as VS Code shows it.
  const range = new vscode.Range(from, from.translate(0, end - start));
  const diagnostic = new vscode.Diagnostic(range, inLanguage(message, vscode.env.language));
  diagnostic.source = SOURCE;
  return diagnostic;
}
