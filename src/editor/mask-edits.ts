import * as vscode from 'vscode';
import type { Finding, Position } from '../engine/index.ts';
import type { Strategy } from '../masking/strategy.ts';
import { loadCore } from './load-core.ts';
import { placeOf } from './places.ts';

/**
 * The edits that mask findings of a document, as one list.
 *
 * @param findings findings of the document's text as it is now
 */
export async function maskEdits(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  strategy: Strategy,
): Promise<vscode.TextEdit[]> {
  const { editsFor } = await loadCore();
  const text = document.getText();
  const bytes = encoder.encode(text);
  const block = { bytes, start: 0, findings, marks: [], crashes: [] };
  return editsFor(block, findings, strategy, placeOf(document).info).map(({ start, end, text }) => {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return vscode.TextEdit.replace(range, text);
  });
}

const encoder = new TextEncoder();

/** Findings with the bytes of their places, which those that were moved while typing do not know. */
export function withBytes(text: string, findings: readonly Finding[]): Finding[] {
  const offsets = new Set(findings.flatMap(({ start, end }) => [start.offset, end.offset]));
  const byteOf = new Map<number, number>();
  let at = 0;
  let byte = 0;
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    byte += encoder.encode(text.slice(at, offset)).length;
    at = offset;
    byteOf.set(offset, byte);
  }
  const counted = (position: Position) => ({ ...position, byte: byteOf.get(position.offset)! });
  return findings.map((each) => ({ ...each, start: counted(each.start), end: counted(each.end) }));
}

/** One list for the whole document: `WorkspaceEdit.set` replaces what was set before. */
export function workspaceEdit(
  document: vscode.TextDocument,
  edits: vscode.TextEdit[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  return edit;
}
