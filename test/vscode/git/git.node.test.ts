import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { api, closeAll, folder, sleep, until } from '../support/editor.ts';
import { MAIL, OTHER_MAIL, PHONE } from '../support/values.ts';

/** Nothing of the machine's own git configuration. */
const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'nobody',
  GIT_AUTHOR_EMAIL: 'nobody@example.com',
  GIT_COMMITTER_NAME: 'nobody',
  GIT_COMMITTER_EMAIL: 'nobody@example.com',
};

const path = (name: string) => join(folder().fsPath, name);

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: folder().fsPath, env: ENV, stdio: 'pipe' });
}

function commit(): { readonly status: number | null; readonly stderr: string } {
  const options = { cwd: folder().fsPath, env: ENV, encoding: 'utf8' } as const;
  const { status, stderr } = spawnSync('git', ['commit', '-m', 'change'], options);
  return { status, stderr };
}

describe('git', () => {
  before(async () => {
    await api();
    git('init', '-q');
    writeFileSync(path('old.txt'), `mail: ${MAIL}\n`);
    git('add', '.');
    git('commit', '-q', '-m', 'first');
  });

  afterEach(closeAll);

  after(() => rmSync(path('.git'), { recursive: true }));

  it('Scan Staged Changes lists what the index brings, and goes there', async () => {
    writeFileSync(path('old.txt'), `\nmail: ${MAIL}\nmail: ${OTHER_MAIL}\n`);
    git('add', 'old.txt');
    writeFileSync(path('old.txt'), `\nmail: ${MAIL}\nmail: ${OTHER_MAIL}\ntel: ${PHONE}\n`);
    const done = vscode.commands.executeCommand('leaklint.scanStaged');
    const accept = async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.selection.active;
    };
    const at = await until('the list', accept, (position) => position !== undefined);
    assert.deepEqual([at!.line, at!.character], [2, 6]);
    assert.match(vscode.window.activeTextEditor!.document.uri.path, /\/old\.txt$/);
    await done;
  });

  it('Scan Staged Changes says when there is nothing, without a list', async () => {
    git('reset', '-q', '--hard');
    const done = vscode.commands.executeCommand('leaklint.scanStaged');
    await Promise.race([done, sleep(15_000).then(() => assert.fail('it waits for an answer'))]);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('Install Git Hook refuses the next commit, until the value is masked', async () => {
    await vscode.commands.executeCommand('leaklint.installHook');
    assert.ok(existsSync(path('.git/hooks/pre-commit')));
    const extension = vscode.extensions.getExtension('leaklint.leaklint')!.extensionPath;
    const script = readFileSync(path('.git/hooks/pre-commit'), 'utf8');
    assert.ok(
      !script.includes(join(extension, 'dist')),
      'it must outlive an update of the extension',
    );
    writeFileSync(path('new.txt'), `tel: ${PHONE}\n`);
    git('add', 'new.txt');
    const refused = commit();
    assert.equal(refused.status, 1, refused.stderr);
    assert.match(refused.stderr, /new\.txt/);
    assert.ok(!refused.stderr.includes(PHONE));
    writeFileSync(path('new.txt'), 'tel: 090-****-****\n');
    git('add', 'new.txt');
    const passed = commit();
    assert.equal(passed.status, 0, passed.stderr);
  });
});
