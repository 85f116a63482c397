import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  api,
  closeAll,
  deleteConfig,
  diagnostics,
  folder,
  open,
  rangeOf,
  showAsOnDisk,
  until,
  untilRules,
  writeConfig,
} from './support/editor.ts';
import { MAIL, PHONE } from './support/values.ts';

async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  const contents = hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[]);
  // As it is shown: without the marks that keep Markdown from reading it.
  return contents.map(({ value }) => value.replace(/\\/g, '')).join('\n');
}

describe('the hover', () => {
  before(api);
  afterEach(closeAll);

  it('tells the rule, the confidence, the evidence and the page, and never the value', async () => {
    const { document } = await open(`id,電話番号\n1,${PHONE}\n2,\n`, 'csv');
    await untilRules(document.uri, ['phone-number']);
    const text = await hoverAt(document.uri, rangeOf(document, PHONE).start);
    assert.match(text, /Phone number|Telephone number/);
    assert.match(text, /right in 99\.5 of 100/);
    assert.match(text, /the name of its field says so/);
    assert.match(text, /電話番号/);
    assert.match(text, /\(https:\/\/github\.com\/[\w/.-]+\/docs\/rules\/phone-number\.md\)/);
    assert.ok(!text.includes(PHONE.slice(4)), text);
  });

  it('is not there beside a value', async () => {
    const { document } = await open(`// ${MAIL} and text\n`, 'ts');
    await untilRules(document.uri, ['email']);
    const text = await hoverAt(document.uri, rangeOf(document, 'text').start);
    assert.doesNotMatch(text, /docs\/rules/);
  });
});

describe('the status item', () => {
  before(api);
  afterEach(closeAll);

  async function statusOf(document: vscode.TextDocument, state: 'on' | 'off' | 'partial') {
    const leaklint = await api();
    return until(
      `status ${state}`,
      () => leaklint.status(document),
      (status) => status.state === state && !status.busy,
    );
  }

  it('counts what is found', async () => {
    const { document } = await open(`// ${MAIL}\n`, 'ts');
    assert.match((await statusOf(document, 'on')).detail, /^1 finding/);
  });

  it('tells of a file that a comment silences', async () => {
    const { document } = await open(`// leaklint-ignore-file -- made up\n// ${MAIL}\n`, 'ts');
    assert.match((await statusOf(document, 'off')).detail, /leaklint-ignore-file/);
    assert.deepEqual(diagnostics(document.uri), []);
  });

  it('tells of a document that is of no file', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('git', {
      provideTextDocumentContent: () => `// ${MAIL}\n`,
    });
    try {
      const uri = vscode.Uri.parse('git:/old.ts');
      const document = await vscode.workspace.openTextDocument(uri);
      assert.match((await statusOf(document, 'off')).detail, /^Only files/);
      assert.deepEqual(diagnostics(uri), []);
    } finally {
      provider.dispose();
    }
  });

  it('tells of the setting', async () => {
    const settings = vscode.workspace.getConfiguration('leaklint', folder());
    const { document } = await open(`// ${MAIL}\n`, 'ts');
    await untilRules(document.uri, ['email']);
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    try {
      assert.match((await statusOf(document, 'off')).detail, /leaklint\.enable/);
      await untilRules(document.uri, []);
    } finally {
      await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await untilRules(document.uri, ['email']);
  });

  it('tells of a document that waits for a command', async () => {
    const { document } = await open(`${'x'.repeat(99)}\n`.repeat(220_000), 'txt');
    const status = await statusOf(document, 'partial');
    assert.match(status.detail, /Too large/);
    assert.ok(status.offersScan);
  });

  it('scans what is over the live limit when the editor is idle', async () => {
    const settings = vscode.workspace.getConfiguration('leaklint', folder());
    await settings.update('maxLiveSize', 0, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await open(`// ${MAIL}\n`, 'ts');
      await untilRules(document.uri, ['email']);
      assert.match((await statusOf(document, 'partial')).detail, /large file/);
    } finally {
      await settings.update('maxLiveSize', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('settings and leaklint.json', () => {
  const config = () => vscode.Uri.joinPath(folder(), 'leaklint.json');

  before(api);

  afterEach(async () => {
    await closeAll();
    await deleteConfig();
  });

  it('the setting holds, and the config goes before it', async () => {
    const settings = vscode.workspace.getConfiguration('leaklint', folder());
    const roleBox = `// ${MAIL.replace('hanako', 'info')}\n`;
    const { document } = await open(roleBox, 'ts');
    assert.deepEqual(await (await api()).findings(document), []);
    await settings.update('confidence', 'possible', vscode.ConfigurationTarget.Workspace);
    try {
      await untilRules(document.uri, ['email']);
      await writeConfig('{ "confidence": "likely" }\n');
      await untilRules(document.uri, []);
    } finally {
      await settings.update('confidence', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('mistakes in the config are marked at their place, open or closed', async () => {
    await writeConfig('{\n  "confidence": "very",\n  "rules": {}\n}\n');
    const { document } = await open(`// ${MAIL}\n`, 'ts');
    await untilRules(document.uri, ['email']);
    const marked = await until(
      'the mistake',
      () => diagnostics(config()),
      (all) => all.length === 1,
    );
    assert.equal(marked[0]!.range.start.line, 1);
    const { status } = await api();
    const { detail } = await until(
      'the warning in the status item',
      () => status(document),
      ({ severity }) => severity === 'warning',
    );
    assert.match(detail, /mistakes/);

    await showAsOnDisk(config());
    const editor = vscode.window.activeTextEditor!;
    await until(
      'the mistake, open',
      () => diagnostics(config()),
      (all) => all.length === 1,
    );
    const mistake = rangeOf(editor.document, '"very"');
    await editor.edit((edit) => edit.replace(mistake, '"likely"'));
    await until(
      'no mistake',
      () => diagnostics(config()),
      (all) => all.length === 0,
    );
  });
});
