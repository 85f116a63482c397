import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WorkspaceScan } from '../../../src/editor/scan-workspace.ts';
import { api, closeAll, folder, rulesOf, untilRules, writeFile } from '../support/editor.ts';
import { MAIL, PHONE } from '../support/values.ts';

const TEXT = `// ${MAIL} tel ${PHONE}\n`;

describe('a workspace of several folders', () => {
  before(async () => {
    await api();
    assert.equal(vscode.workspace.workspaceFolders?.length, 2);
    await writeFile('leaklint.json', '{ "rules": { "email": "off" } }\n', folder(0));
    await writeFile('leaklint.json', '{ "rules": { "phone-number": "off" } }\n', folder(1));
  });

  afterEach(closeAll);

  it('judges each file by the config of its own folder', async () => {
    const first = await writeFile('a.ts', TEXT, folder(0));
    const second = await writeFile('a.ts', TEXT, folder(1));
    await vscode.window.showTextDocument(first, { preview: false });
    await vscode.window.showTextDocument(second, { preview: false });
    await untilRules(first, ['phone-number']);
    await untilRules(second, ['email']);
  });

  it('scans all folders', async () => {
    const first = await writeFile('b.ts', TEXT, folder(0));
    const second = await writeFile('b.ts', TEXT, folder(1));
    const scan = await vscode.commands.executeCommand<WorkspaceScan>('leaklint.scanWorkspace');
    assert.deepEqual(rulesOf(first), ['phone-number']);
    assert.deepEqual(rulesOf(second), ['email']);
    assert.ok(scan.filesWithFindings >= 2);
  });

  it('has settings of its own for each folder', async () => {
    const uri = await writeFile('c.ts', TEXT, folder(1));
    const other = await writeFile('c.ts', TEXT, folder(0));
    await vscode.window.showTextDocument(uri, { preview: false });
    await vscode.window.showTextDocument(other, { preview: false });
    await untilRules(uri, ['email']);
    const settings = vscode.workspace.getConfiguration('leaklint', folder(1));
    await settings.update('enable', false, vscode.ConfigurationTarget.WorkspaceFolder);
    await untilRules(uri, []);
    await untilRules(other, ['phone-number']);
    await settings.update('enable', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  });
});
