import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WorkspaceScan } from '../../../src/editor/scan-workspace.ts';
import { api, closeAll, folder, open, rulesOf, untilRules, writeFile } from '../support/editor.ts';
import { MAIL } from '../support/values.ts';

describe('a virtual workspace without search', () => {
  before(async () => {
    await api();
    assert.notEqual(folder().scheme, 'file');
    await writeFile('known.txt', 'text\n');
    assert.deepEqual(await vscode.workspace.findFiles('**/*'), []);
  });

  afterEach(closeAll);

  it('finds in what is open', async () => {
    const { document } = await open(`// ${MAIL}\n`, 'ts');
    await untilRules(document.uri, ['email']);
  });

  it('scans the workspace nevertheless', async () => {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder(), 'deep/er'));
    const uri = await writeFile('deep/er/a.ts', `// ${MAIL}\n`);
    const scan = await vscode.commands.executeCommand<WorkspaceScan>('leaklint.scanWorkspace');
    assert.ok(scan.files >= 2);
    assert.deepEqual(rulesOf(uri), ['email']);
  });
});
