import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WorkspaceScan } from '../../src/editor/scan-workspace.ts';
import {
  api,
  closeAll,
  folder,
  open,
  rangeOf,
  rulesOf,
  uniqueName,
  until,
  untilRules,
  writeFile,
} from './support/editor.ts';
import { MAIL, OTHER_MAIL, PHONE } from './support/values.ts';

const scanWorkspace = () => vscode.commands.executeCommand<WorkspaceScan>('leaklint.scanWorkspace');

describe('Scan Workspace', () => {
  const dir = `scan-${Math.random().toString(36).slice(2, 8)}`;
  const inDir = (name: string) => vscode.Uri.joinPath(folder(), dir, name);
  const write = (name: string, text: string | Uint8Array) => writeFile(`${dir}/${name}`, text);

  before(async () => {
    await api();
    await vscode.workspace.fs.createDirectory(inDir('sub/node_modules'));
    await vscode.workspace.fs.createDirectory(inDir('ignored'));
    await write('.gitignore', 'ignored/\n*.log\n');
    await write('a.csv', `mail,phone\n${MAIL},${PHONE}\n`);
    await write('sub/b.ts', `// ${MAIL}\n`);
    await write('clean.ts', 'export const x = 1;\n');
    await write('utf16.txt', utf16(`mail: ${MAIL}\n`));
    await write('ignored/c.ts', `// ${MAIL}\n`);
    await write('d.log', `${MAIL}\n`);
    await write('sub/node_modules/e.js', `// ${MAIL}\n`);
    await write('image.bin', Uint8Array.from([0x42, 0, 1, 2, 3]));
    await write('leaklint.json', '{ "ignore": ["vendor"] }\n');
    await vscode.workspace.fs.createDirectory(inDir('vendor'));
    await write('vendor/f.ts', `// ${MAIL}\n`);
  });

  after(async () => {
    await vscode.workspace.fs.delete(inDir(''), { recursive: true });
    await scanWorkspace();
    await closeAll();
  });

  it('finds what is in files that are closed', async () => {
    const scan = await scanWorkspace();
    assert.ok(!scan.cancelled);
    assert.deepEqual(rulesOf(inDir('a.csv')), ['email', 'phone-number']);
    assert.deepEqual(rulesOf(inDir('sub/b.ts')), ['email']);
    assert.deepEqual(rulesOf(inDir('utf16.txt')), ['email']);
    assert.deepEqual(rulesOf(inDir('clean.ts')), []);
    assert.ok(scan.findings >= 4 && scan.filesWithFindings >= 3);
  });

  it('works in a worker', async () => {
    await scanWorkspace();
    assert.equal((await api()).scansIn(), 'worker');
  });

  it('leaves out what git or the policy ignores, and what is binary, and says so', async () => {
    const { skipped } = await scanWorkspace();
    const names = ['ignored/c.ts', 'd.log', 'sub/node_modules/e.js', 'vendor/f.ts', 'image.bin'];
    for (const name of names) assert.deepEqual(rulesOf(inDir(name)), [], name);
    const why = (name: string) =>
      skipped.find(({ uri }) => uri.toString() === inDir(name).toString())?.why;
    assert.equal(why('vendor/f.ts'), 'ignored');
    assert.equal(why('image.bin'), 'binary');
    assert.equal(why('ignored/c.ts'), undefined);
  });

  it('keeps its results when a file is opened and closed', async () => {
    await scanWorkspace();
    await vscode.window.showTextDocument(inDir('sub/b.ts'));
    await untilRules(inDir('sub/b.ts'), ['email']);
    await closeAll();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(rulesOf(inDir('sub/b.ts')), ['email']);
  });

  it('keeps what was saved last', async () => {
    const uri = await write('edited.ts', `// ${MAIL}\n`);
    await scanWorkspace();
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `// ${OTHER_MAIL}\n`));
    await untilRules(uri, ['email', 'email']);
    await editor.document.save();
    await closeAll();
    await untilRules(uri, ['email', 'email']);
  });

  it('forgets a file that is deleted', async () => {
    const uri = await write('gone.ts', `// ${MAIL}\n`);
    await scanWorkspace();
    assert.deepEqual(rulesOf(uri), ['email']);
    await vscode.workspace.fs.delete(uri);
    await untilRules(uri, []);
  });

  it('scans a file again that changes while it is closed', async () => {
    const uri = await write('changing.ts', `// ${MAIL}\n`);
    await scanWorkspace();
    assert.deepEqual(rulesOf(uri), ['email']);
    await write('changing.ts', `// ${MAIL} ${OTHER_MAIL}\n`);
    await untilRules(uri, ['email', 'email']);
  });
});

describe('Scan File', () => {
  before(api);
  afterEach(closeAll);

  it('scans a file of the Explorer that is not open', async () => {
    const uri = await writeFile(uniqueName('txt'), `mail: ${MAIL}\n`);
    await vscode.commands.executeCommand('leaklint.scanFile', uri);
    await untilRules(uri, ['email']);
    await vscode.workspace.fs.delete(uri);
  });

  it('scans the active document whatever its size', async () => {
    const settings = vscode.workspace.getConfiguration('leaklint', folder());
    await settings.update('maxLiveSize', 0, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await open(`// ${MAIL}\n`, 'ts');
      await vscode.commands.executeCommand('leaklint.scanFile');
      await untilRules(document.uri, ['email']);
      assert.equal((await api()).status(document).state, 'partial');
    } finally {
      await settings.update('maxLiveSize', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('Mask All in File', () => {
  before(api);
  afterEach(closeAll);

  it('masks everything in one step', async () => {
    const { document } = await open(`// ${MAIL} tel ${PHONE}\n`, 'ts');
    await vscode.commands.executeCommand('leaklint.maskAllInFile');
    await untilRules(document.uri, []);
    assert.ok(!document.getText().includes(MAIL) && !document.getText().includes(PHONE));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), `// ${MAIL} tel ${PHONE}\n`);
  });

  it('does nothing where there is nothing', async () => {
    const { document } = await open('// nothing\n', 'ts');
    await vscode.commands.executeCommand('leaklint.maskAllInFile');
    assert.equal(document.getText(), '// nothing\n');
    assert.ok(!document.isDirty);
  });
});

describe('Next and Previous Finding', () => {
  before(api);
  afterEach(closeAll);

  it('go around', async () => {
    const editor = await open(`// ${MAIL}\n\n// ${OTHER_MAIL}\n`, 'ts');
    await untilRules(editor.document.uri, ['email', 'email']);
    const first = rangeOf(editor.document, MAIL).start;
    const second = rangeOf(editor.document, OTHER_MAIL).start;
    const next = () => vscode.commands.executeCommand('leaklint.nextFinding');
    const previous = () => vscode.commands.executeCommand('leaklint.previousFinding');
    for (const [step, expected] of [
      [next, first],
      [next, second],
      [next, first],
      [previous, second],
      [previous, first],
    ] as const) {
      await step();
      const at = await until(
        'the caret',
        () => editor.selection.active,
        (active) => active.isEqual(expected),
      );
      assert.ok(at);
    }
  });
});

describe('Create Configuration', () => {
  const uri = () => vscode.Uri.joinPath(folder(), 'leaklint.json');

  before(api);

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uri());
  });

  it('writes one without mistakes, opens it, and leaves one alone that is there', async () => {
    await vscode.commands.executeCommand('leaklint.createConfiguration');
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.toString(), uri().toString());
    assert.match(document.getText(), /"confidence": "likely"/);
    assert.deepEqual(rulesOf(uri()), []);
    await closeAll();
    await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode('{}\n'));
    await vscode.commands.executeCommand('leaklint.createConfiguration');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri()));
    assert.equal(text, '{}\n');
  });
});

describe('the commands', () => {
  it('are all registered', async () => {
    await api();
    const { packageJSON } = vscode.extensions.getExtension('leaklint.leaklint')!;
    const { contributes } = packageJSON as {
      contributes: { commands: { command: string; title: string; category: string }[] };
    };
    const registered = await vscode.commands.getCommands(true);
    assert.ok(contributes.commands.length >= 9);
    for (const { command, title, category } of contributes.commands) {
      assert.ok(registered.includes(command), command);
      assert.equal(category, 'Leaklint');
      assert.doesNotMatch(title, /^%/);
    }
  });
});

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (character) => character.charCodeAt(0));
  return new Uint8Array(units.buffer);
}
