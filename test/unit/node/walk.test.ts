import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { shownPath, walk } from '../../../src/node/walk.ts';
import { addFiles, folderWith, temporaryFolder } from '../../support/temp-folder.ts';

function walked(folder: string, ...roots: string[]): readonly string[] {
  const from = roots.length > 0 ? roots : ['.'];
  return [...walk(from.map((root) => join(folder, root)))].map(({ kind, path, code }) =>
    [shownPath(path, folder), kind === 'file' ? '' : kind, code ?? ''].join(' ').trim(),
  );
}

function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  execFileSync('git', ['init', '--quiet', folder]);
  return folder;
}

describe('walk', () => {
  it('goes through folders in order of names, hidden files too', () => {
    const folder = folderWith({ 'b/x.txt': '', 'a.txt': '', '.env': '', 'b/a/y.txt': '' });
    assert.deepEqual(walked(folder), ['.env', 'a.txt', 'b/a/y.txt', 'b/x.txt']);
  });

  it('leaves out node_modules and .git, unless named', () => {
    const folder = repository({
      'a.txt': '',
      'node_modules/m/i.js': '',
      's/node_modules/n.js': '',
    });
    assert.deepEqual(walked(folder), ['a.txt']);
    assert.deepEqual(walked(folder, 'node_modules'), ['node_modules/m/i.js']);
  });

  it('obeys .gitignore files, the deeper first', () => {
    const folder = repository({
      '.gitignore': '*.log\n/build/\nsecret.*\n',
      'a.log': '',
      'b.txt': '',
      'build/c.txt': '',
      'sub/.gitignore': '!keep.log\n*.tmp\n',
      'sub/build/d.txt': '',
      'sub/drop.log': '',
      'sub/keep.log': '',
      'sub/x.tmp': '',
      'x.tmp': '',
    });
    assert.deepEqual(walked(folder), [
      '.gitignore',
      'b.txt',
      'sub/.gitignore',
      'sub/build/d.txt',
      'sub/keep.log',
      'x.tmp',
    ]);
  });

  it('obeys .gitignore files above the named folder, and .git/info/exclude', () => {
    const folder = repository({ '.gitignore': '*.log\n', 'sub/a.log': '', 'sub/b.txt': '' });
    addFiles(folder, { '.git/info/exclude': '*.bak\n', 'sub/c.bak': '' });
    assert.deepEqual(walked(folder, 'sub'), ['sub/b.txt']);
  });

  it('obeys the exclude file of a worktree', () => {
    const folder = repository({ 'a.txt': '' });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: folder,
      });
    git('add', '.');
    git('commit', '--quiet', '-m', 'x');
    addFiles(folder, { '.git/info/exclude': '*.bak\n' });
    const tree = join(temporaryFolder(), 'tree');
    git('worktree', 'add', '--quiet', tree);
    addFiles(tree, { 'b.bak': '', 'c.txt': '' });
    assert.deepEqual(walked(tree), ['a.txt', 'c.txt']);
  });

  it('outside of a repository obeys what lies in the named folder only', () => {
    const folder = folderWith({ '.gitignore': '*.log\n', 'sub/a.log': '', 'sub/b.txt': '' });
    assert.deepEqual(walked(folder, 'sub'), ['sub/a.log', 'sub/b.txt']);
  });

  it('takes an ignored file when it is named', () => {
    const folder = repository({ '.gitignore': '*.log\n', 'a.log': '' });
    assert.deepEqual(walked(folder, 'a.log'), ['a.log']);
  });

  it('takes what an ignored folder holds when the folder is named', () => {
    const folder = repository({
      '.gitignore': 'build/\n*.log\n',
      'build/.gitignore': '*.tmp\n',
      'build/a.txt': '',
      'build/b.tmp': '',
      'build/sub/c.txt': '',
    });
    assert.deepEqual(walked(folder), ['.gitignore']);
    const inside = ['build/.gitignore', 'build/a.txt', 'build/sub/c.txt'];
    assert.deepEqual(walked(folder, 'build'), inside);
    assert.deepEqual(walked(folder, 'build/sub'), ['build/sub/c.txt']);
  });

  it('does not follow symbolic links, unless named', () => {
    const folder = folderWith({ 'real/a.txt': '' });
    symlinkSync('real', join(folder, 'link'));
    symlinkSync('.', join(folder, 'real', 'loop'));
    symlinkSync('nowhere', join(folder, 'broken'));
    assert.deepEqual(walked(folder), ['real/a.txt']);
    assert.deepEqual(walked(folder, 'link'), ['link/a.txt']);
    assert.deepEqual(walked(folder, 'broken'), ['broken unreadable ENOENT']);
  });

  it('names what is missing and goes on', () => {
    const folder = folderWith({ 'a.txt': '' });
    assert.deepEqual(walked(folder, 'missing', 'a.txt'), ['missing unreadable ENOENT', 'a.txt']);
  });

  it('names what is neither file nor folder', () => {
    const folder = folderWith({ 'a.txt': '' });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    assert.deepEqual(walked(folder), ['a.txt', 'pipe special']);
    assert.deepEqual(walked(folder, 'pipe'), ['pipe special']);
  });

  it('reads names that are not UTF-8', () => {
    const folder = temporaryFolder();
    const inside = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x93, 0x64])]);
    mkdirSync(inside);
    writeFileSync(Buffer.concat([inside, Buffer.from('/a.txt')]), 'x');
    const entries = [...walk([folder])];
    assert.deepEqual(
      entries.map(({ kind, path }) => `${kind} ${shownPath(path, folder)}`),
      ['file \ufffdd/a.txt'],
    );
    assert.ok(Buffer.isBuffer(entries[0]?.place));
  });
});
