import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  api,
  apply,
  closeAll,
  deleteConfig,
  fixesAt,
  folder,
  open,
  openCell,
  rangeOf,
  showAsOnDisk,
  until,
  untilRules,
  writeConfig,
} from './support/editor.ts';
import { customers, MAIL, OTHER_MAIL, OTHER_PHONE, PHONE } from './support/values.ts';

const CONFIG = () => vscode.Uri.joinPath(folder(), 'leaklint.json');

async function fixes(document: vscode.TextDocument, value: string): Promise<vscode.CodeAction[]> {
  return fixesAt(document.uri, rangeOf(document, value));
}

function titled(actions: readonly vscode.CodeAction[], title: RegExp): vscode.CodeAction {
  const action = actions.find((each) => title.test(each.title));
  assert.ok(action, `${String(title)} is not in ${actions.map((each) => each.title).join(' | ')}`);
  return action;
}

async function configText(): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(CONFIG()));
}

describe('quick fixes', () => {
  before(api);

  afterEach(async () => {
    await closeAll();
    await deleteConfig();
  });

  it('stand in the order from the value to the policy, the mask preferred', async () => {
    const text = `// ${MAIL}\n// ${OTHER_MAIL}\n// tel ${PHONE}\n`;
    const { document } = await open(text, 'ts');
    await untilRules(document.uri, ['email', 'email', 'phone-number']);
    const actions = await fixes(document, MAIL);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Mask this value',
        'Replace with a stand-in',
        'Mask every “E-mail address” in this file (2)',
        'Mask everything in this file (3)',
        'Ignore this line',
        'Ignore this file',
        'Allow this domain: it is public',
        'Allow this value: it is public',
        'Turn off email for *.ts',
        'Why is this reported?',
      ],
    );
    assert.deepEqual(
      actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      ['Mask this value'],
    );
    for (const { title } of actions) assert.ok(!title.includes('selftest'), title);
  });

  it('are there for values that are folded away', async () => {
    const { document } = await open(customers(250), 'csv');
    await untilRules(document.uri, ['email', 'phone-number']);
    const actions = await fixes(document, `100.${MAIL}`);
    titled(actions, /^Mask this value$/);
    titled(actions, /\(250\)$/);
  });

  it('mask the value and nothing else', async () => {
    const { document } = await open(`// ${MAIL} and ${OTHER_MAIL}\r\n`, 'ts');
    await untilRules(document.uri, ['email', 'email']);
    await apply(titled(await fixes(document, MAIL), /^Mask this value$/));
    const text = document.getText();
    assert.match(text, /^\/\/ [\w*]{1,20}@[\w*.-]{1,40} and /);
    assert.ok(!text.includes(MAIL));
    assert.ok(text.endsWith(` and ${OTHER_MAIL}\r\n`), text);
    await untilRules(document.uri, ['email']);
  });

  it('put a stand-in that is not found again', async () => {
    const { document } = await open(`// tel ${PHONE}\n`, 'ts');
    await untilRules(document.uri, ['phone-number']);
    await apply(titled(await fixes(document, PHONE), /stand-in/));
    assert.match(document.getText(), /^\/\/ tel [\d-]{12,13}\n$/);
    assert.ok(!document.getText().includes(PHONE));
    await untilRules(document.uri, []);
  });

  it('mask all of the kind in one step', async () => {
    const { document } = await open(`// ${MAIL} ${OTHER_MAIL} tel ${PHONE}\n`, 'ts');
    await untilRules(document.uri, ['email', 'email', 'phone-number']);
    await apply(titled(await fixes(document, MAIL), /^Mask every /));
    await untilRules(document.uri, ['phone-number']);
    await vscode.commands.executeCommand('undo');
    await untilRules(document.uri, ['email', 'email', 'phone-number']);
  });

  it('mask a column', async () => {
    const text = `mail,other\n${MAIL},${OTHER_MAIL}\na.${MAIL},b.${OTHER_MAIL}\n`;
    const { document } = await open(text, 'csv');
    await untilRules(document.uri, ['email', 'email', 'email', 'email']);
    await apply(titled(await fixes(document, MAIL), /^Mask column “mail” \(2\)$/));
    await untilRules(document.uri, ['email', 'email']);
    assert.ok(document.getText().includes(`,b.${OTHER_MAIL}\n`));
  });

  it('mask everything', async () => {
    const { document } = await open(`// ${MAIL} tel ${PHONE}\n`, 'ts');
    await untilRules(document.uri, ['email', 'phone-number']);
    await apply(titled(await fixes(document, MAIL), /^Mask everything /));
    await untilRules(document.uri, []);
  });

  it('ignore a line', async () => {
    const { document } = await open(`f();\n  send('${MAIL}', '${PHONE}');\n`, 'ts');
    await untilRules(document.uri, ['email', 'phone-number']);
    await apply(titled(await fixes(document, MAIL), /^Ignore this line$/));
    const lines = document.getText().split('\n');
    assert.equal(lines[1], '  // leaklint-ignore-next-line email, phone-number');
    await untilRules(document.uri, []);
  });

  it('ignore a file', async () => {
    const { document } = await open(`#!/bin/sh\necho ${MAIL}\n`, 'sh');
    await untilRules(document.uri, ['email']);
    await apply(titled(await fixes(document, MAIL), /^Ignore this file$/));
    assert.equal(document.lineAt(1).text, '# leaklint-ignore-file');
    await untilRules(document.uri, []);
  });

  it('allow a value in one file where the language has no comments', async () => {
    const text = JSON.stringify({ mail: MAIL }, undefined, 2);
    const { document } = await open(text, 'json');
    const { document: other } = await open(text, 'json');
    await untilRules(document.uri, ['email']);
    await apply(titled(await fixes(document, MAIL), /^Allow this value in this file/));
    await untilRules(document.uri, []);
    await untilRules(other.uri, ['email']);
    assert.equal(document.getText(), text);
  });

  it('ignore a file by its path where the language has no comments', async () => {
    const { document } = await open(JSON.stringify({ mail: MAIL }), 'json');
    await untilRules(document.uri, ['email']);
    await apply(titled(await fixes(document, MAIL), /^Ignore this file \(in leaklint\.json\)$/));
    await untilRules(document.uri, []);
    const status = (await api()).status(document);
    assert.equal(status.state, 'off');
    assert.match(status.detail, /leaklint\.json/);
  });

  it('allow a domain for good', async () => {
    const { document } = await open(`// ${MAIL} ${OTHER_MAIL} tel ${PHONE}\n`, 'ts');
    await untilRules(document.uri, ['email', 'email', 'phone-number']);
    await apply(titled(await fixes(document, MAIL), /^Allow this domain/));
    await untilRules(document.uri, ['phone-number']);
    assert.match(await configText(), /"domain": "leaklint-selftest\.co\.jp"/);
  });

  it('allow a value for good, without a finding in the config itself', async () => {
    const { document } = await open(`// tel ${PHONE} tel ${OTHER_PHONE}\n`, 'ts');
    await untilRules(document.uri, ['phone-number', 'phone-number']);
    await apply(titled(await fixes(document, PHONE), /^Allow this value: it is public$/));
    await untilRules(document.uri, ['phone-number']);
    const config = await showAsOnDisk(CONFIG());
    assert.deepEqual(await (await api()).findings(config), []);
  });

  it('turn a rule off for such files', async () => {
    const { document } = await open(`// ${MAIL} tel ${PHONE}\n`, 'ts');
    const { document: other } = await open(`# ${MAIL}\n`, 'py');
    await untilRules(document.uri, ['email', 'phone-number']);
    await apply(titled(await fixes(document, MAIL), /^Turn off email for \*\.ts/));
    await untilRules(document.uri, ['phone-number']);
    await untilRules(other.uri, ['email']);
    const status = (await api()).status(document);
    assert.equal(status.state, 'partial');
    assert.match(status.detail, /email/);
  });

  it('write into an open config and keep its comments', async () => {
    const config = await showAsOnDisk(await writeConfig('{\n  // ours\n  "regions": ["JP"]\n}\n'));
    const { document } = await open(`// ${MAIL}\n`, 'ts');
    await untilRules(document.uri, ['email']);
    await apply(titled(await fixes(document, MAIL), /^Allow this domain/));
    await untilRules(document.uri, []);
    assert.ok(!config.isDirty);
    const changed = await showAsOnDisk(CONFIG());
    assert.equal(changed, config);
    assert.match(changed.getText(), /\/\/ ours[\s\S]*"domain": "leaklint-selftest/);
  });

  it('write no path of a document that has none', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'json',
      content: JSON.stringify({ mail: MAIL }),
    });
    await untilRules(document.uri, ['email']);
    const titles = (await fixes(document, MAIL)).map(({ title }) => title);
    assert.ok(titles.includes('Allow this value: it is public'), titles.join());
    assert.ok(!titles.some((title) => /this file \(in|Turn off/.test(title)), titles.join());
  });

  it('say why by the hover', async () => {
    const editor = await open(`// ${MAIL}\n`, 'ts');
    await untilRules(editor.document.uri, ['email']);
    await apply(titled(await fixes(editor.document, MAIL), /^Why /));
    const { active } = vscode.window.activeTextEditor!.selection;
    assert.ok(rangeOf(editor.document, MAIL).start.isEqual(active));
  });

  it('are not there where nothing is found', async () => {
    const { document } = await open('// nothing\n', 'ts');
    await (await api()).findings(document);
    const actions = await fixesAt(document.uri, new vscode.Range(0, 3, 0, 6));
    assert.deepEqual(
      actions.filter(({ title }) => /Mask|Leaklint|Ignore/.test(title)),
      [],
    );
  });
});

describe('source.fixAll.leaklint', () => {
  before(api);
  afterEach(closeAll);

  async function sourceActions(uri: vscode.Uri, kind: string): Promise<vscode.CodeAction[]> {
    const all = new vscode.Range(0, 0, 9, 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      all,
      kind,
      10,
    );
    return actions.filter(({ title }) => title.includes('personal data'));
  }

  it('masks everything when it is asked for by name', async () => {
    const { document } = await open(`// ${MAIL} tel ${PHONE}\n`, 'ts');
    const [action] = await sourceActions(document.uri, 'source.fixAll.leaklint');
    await apply(action);
    await untilRules(document.uri, []);
    assert.ok(!document.getText().includes(MAIL));
  });

  it('runs on save when it is set by name, and not with the source.fixAll of others', async () => {
    const settings = vscode.workspace.getConfiguration('editor', folder());
    const target = vscode.ConfigurationTarget.Workspace;
    try {
      await settings.update('codeActionsOnSave', { 'source.fixAll': 'explicit' }, target);
      const first = await open(`// ${MAIL}\n`, 'ts');
      await first.edit((edit) => edit.insert(new vscode.Position(0, 0), '// x\n'));
      await first.document.save();
      assert.ok(first.document.getText().includes(MAIL));
      await settings.update('codeActionsOnSave', { 'source.fixAll.leaklint': 'explicit' }, target);
      const second = await open(`// ${MAIL}\n`, 'ts');
      await second.edit((edit) => edit.insert(new vscode.Position(0, 0), '// x\n'));
      await second.document.save();
      await until(
        'the saved text',
        () => second.document.getText(),
        (text) => !text.includes(MAIL),
      );
    } finally {
      await settings.update('codeActionsOnSave', undefined, target);
    }
  });

  it('is not for the cells of notebooks', async () => {
    const { uri } = await openCell(`to = "${MAIL}"\n`);
    await untilRules(uri, ['email']);
    assert.deepEqual(await sourceActions(uri, 'source.fixAll.leaklint'), []);
  });
});
