import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  api,
  closeAll,
  diagnostics,
  open,
  openCell,
  rangeOf,
  ruleOf,
  rulesOf,
  sleep,
  uniqueName,
  until,
  untilRules,
  writeFile,
} from './support/editor.ts';
import { customers, MAIL, OTHER_MAIL, PHONE } from './support/values.ts';

describe('diagnostics', () => {
  before(api);
  afterEach(closeAll);

  it('appear on open: one for each value, on the value alone', async () => {
    const { document } = await open(`const to = '${MAIL}';\n// tel: ${PHONE}\n`, 'ts');
    await untilRules(document.uri, ['email', 'phone-number']);
    const places = diagnostics(document.uri).map(({ range }) => document.getText(range));
    assert.deepEqual(places.sort(), [PHONE, MAIL].sort());
  });

  it('say the kind and the masked shape, and never the value', async () => {
    const { document } = await open(`mail = "${MAIL}"\nphone = "${PHONE}"\n`, 'toml');
    await untilRules(document.uri, ['email', 'phone-number']);
    for (const { message } of diagnostics(document.uri)) {
      assert.match(message, /\*\*\*/);
      for (const part of [...MAIL.split(/[@.]/), ...PHONE.split('-')].filter((p) => p.length > 2)) {
        assert.ok(!message.includes(part), message);
      }
    }
  });

  it('link to the page of the rule', async () => {
    const { document } = await open(`to = '${MAIL}'\n`, 'py');
    await untilRules(document.uri, ['email']);
    const [{ code }] = diagnostics(document.uri) as [vscode.Diagnostic];
    assert.ok(typeof code === 'object');
    assert.match(code.target.toString(), /\/docs\/rules\/email\.md$/);
  });

  it('are silent in ordinary code', async () => {
    const text = 'const id = "550e8400-e29b-41d4-a716-446655440000"; // v1.2.3, 2026-11-23\n';
    const { document } = await open(text, 'ts');
    const found = await (await api()).findings(document);
    assert.deepEqual(found, []);
    assert.deepEqual(rulesOf(document.uri), []);
  });

  it('follow the text after a pause, and stay where they belong', async () => {
    const editor = await open(`// ${MAIL}\n`, 'go');
    const { uri } = editor.document;
    await untilRules(uri, ['email']);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), `// ${OTHER_MAIL}\n`));
    await untilRules(uri, ['email', 'email']);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await untilRules(uri, ['email']);
    const [diagnostic] = diagnostics(uri);
    assert.equal(editor.document.getText(diagnostic!.range), OTHER_MAIL);
  });

  it('are not on the word under the caret while it is typed', async () => {
    const editor = await open('//  end\n', 'ts');
    const { uri } = editor.document;
    const at = new vscode.Position(0, 3);
    editor.selection = new vscode.Selection(at, at);
    for (const character of MAIL) {
      await vscode.commands.executeCommand('type', { text: character });
    }
    assert.equal(editor.document.getText(), `// ${MAIL} end\n`);
    const found = await (await api()).findings(editor.document);
    assert.equal(found?.length, 1);
    await sleep(1000);
    assert.deepEqual(rulesOf(uri), []);
    const away = editor.document.positionAt(editor.document.getText().length - 2);
    editor.selection = new vscode.Selection(away, away);
    await untilRules(uri, ['email']);
  });

  it('are on the word under the caret once the file is saved', async () => {
    const editor = await open('// \n', 'ts');
    const at = new vscode.Position(0, 3);
    editor.selection = new vscode.Selection(at, at);
    for (const character of MAIL) {
      await vscode.commands.executeCommand('type', { text: character });
    }
    await sleep(600);
    assert.deepEqual(rulesOf(editor.document.uri), []);
    await editor.document.save();
    await untilRules(editor.document.uri, ['email']);
  });

  it('are on what was pasted at once', async () => {
    const editor = await open('// \n', 'ts');
    await vscode.env.clipboard.writeText(MAIL);
    const at = new vscode.Position(0, 3);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await until(
      'the paste',
      () => editor.document.getText(),
      (text) => text.includes('@'),
    );
    await untilRules(editor.document.uri, ['email']);
  });

  it('disappear when the document is closed', async () => {
    const uri = await writeFile(uniqueName('ts'), `// ${MAIL}\n`);
    // By the command: what an extension opens stays in memory for minutes.
    await vscode.commands.executeCommand('vscode.open', uri);
    await untilRules(uri, ['email']);
    await closeAll();
    await untilRules(uri, []);
  });

  it('are folded to one per column in a large table', async () => {
    const { document } = await open(customers(300), 'csv');
    await untilRules(document.uri, ['email', 'phone-number']);
    const messages = diagnostics(document.uri).map(({ message }) => message);
    for (const message of messages) assert.match(message, /300/);
    assert.ok(messages.some((message) => message.includes('電話番号')));
    const found = await (await api()).findings(document);
    assert.equal(found?.length, 600);
  });

  it('are in untitled documents too', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: `Write to ${MAIL}\n`,
    });
    await untilRules(document.uri, ['email']);
  });

  it('are silent where a comment says so, and hint at one that silences nothing', async () => {
    const { document } = await open(
      `// leaklint-ignore-next-line email -- ours\nsend('${MAIL}');\n// leaklint-ignore-line\n`,
      'ts',
    );
    await until(
      'the hint',
      () => diagnostics(document.uri),
      (all) => all.length === 1,
    );
    const [hint] = diagnostics(document.uri);
    assert.equal(hint!.severity, vscode.DiagnosticSeverity.Hint);
    assert.equal(hint!.range.start.line, 2);
  });

  it('are on the cells of notebooks', async () => {
    const document = await openCell(`to = "${MAIL}"\n`);
    await untilRules(document.uri, ['email']);
  });

  it('give the same findings as asked for twice', async () => {
    const { document } = await open(`phone,${PHONE}\n`, 'txt');
    const leaklint = await api();
    assert.deepEqual(await leaklint.findings(document), await leaklint.findings(document));
    const range = rangeOf(document, PHONE);
    await untilRules(document.uri, ['phone-number']);
    const [diagnostic] = diagnostics(document.uri);
    assert.ok(diagnostic!.range.isEqual(range));
    assert.equal(ruleOf(diagnostic!), 'phone-number');
  });
});
