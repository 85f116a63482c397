import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, fixesAt, open, rangeOf, untilRules, writeFile } from '../support/editor.ts';
import { MAIL, PHONE } from '../support/values.ts';

describe('Restricted Mode', () => {
  before(async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    await api();
  });

  afterEach(closeAll);

  it('finds and fixes as elsewhere', async () => {
    const { document } = await open(`// ${MAIL}\n`, 'ts');
    await untilRules(document.uri, ['email']);
    const actions = await fixesAt(document.uri, rangeOf(document, MAIL));
    assert.ok(actions.some(({ title }) => title === 'Mask this value'));
  });

  it('heeds leaklint.json, which is data alone', async () => {
    await writeFile('leaklint.json', '{ "rules": { "email": "off" } }\n');
    const { document } = await open(`// ${MAIL} tel ${PHONE}\n`, 'ts');
    await untilRules(document.uri, ['phone-number']);
  });

  it('runs no git', async () => {
    for (const command of ['leaklint.scanStaged', 'leaklint.installHook']) {
      assert.equal(await vscode.commands.executeCommand(command), undefined);
    }
  });
});
