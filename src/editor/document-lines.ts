import * as vscode from 'vscode';
import type { Lines } from './live-window.ts';

/** The lines of a document as it is now: the text is never joined. */
export function linesOf(document: vscode.TextDocument): Lines {
  return {
    count: document.lineCount,
    eol: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
    textOf: (line) => document.lineAt(line - 1).text,
    offsetOf: (line) => document.offsetAt(new vscode.Position(line - 1, 0)),
  };
}
