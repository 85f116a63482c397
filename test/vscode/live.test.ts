import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  api,
  closeAll,
  diagnostics,
  open,
  rangeOf,
  ruleOf,
  sleep,
  until,
  untilRules,
} from './support/editor.ts';
import { customers, MAIL, OTHER_MAIL, OTHER_PHONE, PHONE } from './support/values.ts';

/** Over the live limit: the whole is scanned when nothing changed for a second and a half. */
const LARGE = `// to ${MAIL}\n${'// nothing of anybody is in this line\n'.repeat(40_000)}// ${PHONE}\n`;

const places = (document: vscode.TextDocument) =>
  diagnostics(document.uri).map((each) => `${ruleOf(each)} ${document.getText(each.range).length}`);

describe('while typing goes on', () => {
  before(api);
  afterEach(closeAll);

  /** Changes a document again and again, so that its pause never comes, until something fits. */
  async function whileTyping(editor: vscode.TextEditor, line: number, fits: () => boolean) {
    for (let key = 0; key < 100 && !fits(); key++) {
      const end = editor.document.lineAt(line).range.end;
      assert.ok(await editor.edit((edit) => edit.insert(end, key % 2 === 0 ? ' a' : ' b')));
      await sleep(100);
    }
    assert.ok(fits());
  }

  it('values that are pasted into a large document are marked', async () => {
    const editor = await open(LARGE, 'ts');
    const { document } = editor;
    await untilRules(document.uri, ['email', 'phone-number']);
    const at = new vscode.Position(200, 0);
    assert.ok(await editor.edit((edit) => edit.insert(at, `// ${OTHER_MAIL}\n`)));
    await whileTyping(editor, 300, () => diagnostics(document.uri).length === 3);
    const expected = [MAIL, OTHER_MAIL, PHONE].map((value) => rangeOf(document, value));
    const shown = diagnostics(document.uri).map(({ range }) => range);
    for (const range of expected) assert.ok(shown.some((each) => each.isEqual(range)));
  });

  it('a mark goes with its value, and the others stay on theirs', async () => {
    const editor = await open(LARGE, 'ts');
    const { document } = editor;
    await untilRules(document.uri, ['email', 'phone-number']);
    const { start } = rangeOf(document, MAIL);
    assert.ok(
      await editor.edit((edit) => {
        edit.delete(new vscode.Range(start, start.translate(0, MAIL.length)));
        edit.insert(new vscode.Position(50, 0), '\n\n');
      }),
    );
    await whileTyping(editor, 300, () => diagnostics(document.uri).length === 1);
    const [phone] = diagnostics(document.uri);
    assert.ok(phone!.range.isEqual(rangeOf(document, PHONE)));
  });

  it('a hover knows where a value has gone', async () => {
    const editor = await open(LARGE, 'ts');
    const { document } = editor;
    await untilRules(document.uri, ['email', 'phone-number']);
    assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(9, 0), '\n\n\n')));
    const { start } = rangeOf(document, PHONE);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      start,
    );
    assert.equal(hovers.length, 1);
    assert.ok(hovers[0]!.range?.isEqual(rangeOf(document, PHONE)));
  });

  it('a fix masks the value and nothing else, behind letters beyond ASCII', async () => {
    const editor = await open(`// 漢字\n${LARGE}`, 'ts');
    const { document } = editor;
    await untilRules(document.uri, ['email', 'phone-number']);
    assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// 𠮷野家\n')));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, PHONE),
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const mask = actions.find(({ isPreferred }) => isPreferred === true);
    const edits = mask?.edit?.get(document.uri) ?? [];
    assert.equal(edits.length, 1);
    const own = rangeOf(document, PHONE);
    assert.ok(own.contains(edits[0]!.range));
  });
});

describe('when typing rests', () => {
  before(api);
  afterEach(closeAll);

  const files: readonly (readonly [string, string])[] = [
    ['csv', customers(80)],
    ['json', JSON.stringify([{ mail: MAIL, tel: PHONE }, { mail: OTHER_MAIL }], null, 2)],
    ['ts', `// ${MAIL}\nconst phone = '${PHONE}';\n`.repeat(20)],
    ['py', `# leaklint-ignore-start\nto = "${MAIL}"\n# leaklint-ignore-end\ntel = "${PHONE}"\n`],
  ];
  for (const [extension, text] of files) {
    it(`what is shown is what a document opened with the text shows: ${extension}`, async () => {
      const editor = await open(text, extension);
      const { document } = editor;
      const leaklint = await api();
      assert.ok((await leaklint.findings(document))!.length > 0);
      const edits: readonly ((edit: vscode.TextEditorEdit) => void)[] = [
        (edit) => edit.delete(new vscode.Range(1, 0, 2, 0)),
        (edit) => edit.insert(new vscode.Position(0, 0), `\n${OTHER_PHONE}\n`),
        (edit) => edit.delete(new vscode.Range(0, 0, 2, 0)),
        (edit) => edit.insert(new vscode.Position(1, 3), 'x'),
      ];
      for (const change of edits) assert.ok(await editor.edit(change));
      const fresh = await open(document.getText(), extension);
      const findings = await leaklint.findings(fresh.document);
      assert.deepEqual(await leaklint.findings(document), findings);
      await until(
        'the same marks',
        () => [places(document), places(fresh.document)] as const,
        ([here, there]) => here.length > 0 && here.join() === there.join(),
      );
    });
  }
});
