import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const EDITOR = new URL('../../../src/editor/', import.meta.url);

/** The sentences that the editor has translated: the first arguments of all calls of `t`. */
export function sentences(): Set<string> {
  const found = new Set<string>();
  for (const name of readdirSync(EDITOR)) {
    const text = readFileSync(new URL(name, EDITOR), 'utf8');
    visit(ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true), found);
  }
  return found;
}

function visit(node: ts.Node, found: Set<string>): void {
  if (ts.isCallExpression(node) && isTranslate(node.expression)) {
    const [sentence] = node.arguments;
    if (sentence === undefined || !ts.isStringLiteralLike(sentence)) {
      throw new Error(`not a literal: ${node.getText()}`);
    }
    found.add(sentence.text);
  }
  ts.forEachChild(node, (child) => visit(child, found));
}

/** `t(…)`, `l10n.t(…)` or `vscode.l10n.t(…)`. */
function isTranslate(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 't';
  return ts.isPropertyAccessExpression(callee) && callee.name.text === 't';
}
