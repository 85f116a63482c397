import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readFacts } from '../host/facts.ts';

describe('the test host', () => {
  it('runs a VS Code that we support', () => {
    const [major, minor] = vscode.version.split('.').map(Number);
    assert.equal(major, 1);
    assert.ok(minor! >= 100, vscode.version);
  });

  it('opens, edits and shows a document', async () => {
    const document = await vscode.workspace.openTextDocument({ content: '一行目\nline 2\n' });
    const editor = await vscode.window.showTextDocument(document);
    assert.equal(vscode.window.activeTextEditor, editor);
    assert.equal(document.lineAt(0).text, '一行目');
    const edited = await editor.edit((edit) => edit.insert(new vscode.Position(1, 4), ' '));
    assert.ok(edited);
    assert.equal(document.lineAt(1).text, 'line  2');
  });

  it('starts the extension under test', async () => {
    const { extension: id } = readFacts();
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not there: is its engines.vscode right?`);
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
