import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { openBlobs } from '../../../src/node/git/blobs.ts';
import { changesSince, stagedChanges, type Change } from '../../../src/node/git/changes.ts';
import { indexFileSystem } from '../../../src/node/git/index-file-system.ts';
import { indexNames } from '../../../src/node/git/index-names.ts';
import { looseObjects } from '../../../src/node/git/loose.ts';
import { hooksFolder, isCommit, topOf } from '../../../src/node/git/repository.ts';
import { GIT_ENV, newRepository, type Repository } from '../../support/git-repository.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const options = ({ folder }: Repository) => ({ cwd: folder, env: GIT_ENV });

/** The changes with the content of both blobs, `-` where there is none. */
async function told(repository: Repository, changes: readonly Change[]): Promise<string[]> {
  const blobs = openBlobs(options(repository));
  const text = async (blob: string | undefined) =>
    blob === undefined ? '-' : Buffer.concat((await blobs.read(blob)) ?? []).toString();
  const lines: string[] = [];
  for (const { path, oldBlob, newBlob } of changes) {
    lines.push(`${path}: ${await text(oldBlob)} > ${await text(newBlob)}`);
  }
  blobs.close();
  return lines;
}

describe('the top of a work tree', () => {
  it('is found from the top, from below and for a repository elsewhere', async () => {
    const repository = newRepository({ 'a/b.txt': 'b' });
    const { folder } = repository;
    const below = join(folder, 'a');
    assert.equal(await topOf(options(repository)), folder);
    assert.equal(await topOf({ cwd: below, env: GIT_ENV }), folder);
    const env = { ...GIT_ENV, GIT_DIR: join(folder, '.git'), GIT_WORK_TREE: below };
    assert.equal(await topOf({ cwd: folder, env }), below);
    repository.git('config', 'core.worktree', below);
    assert.equal(await topOf(options(repository)), below);
  });

  it('is none in a bare repository', async () => {
    const repository = newRepository();
    repository.git('config', 'core.bare', 'true');
    await assert.rejects(topOf(options(repository)), { code: 'no-repository' });
  });
});

describe('staged changes', () => {
  it('before the first commit are all files of the index', async () => {
    const repository = newRepository({ 'a.txt': 'a', 'b.txt': 'b' });
    repository.git('add', 'a.txt');
    const changes = await stagedChanges(options(repository));
    assert.deepEqual(await told(repository, changes), ['a.txt: - > a']);
  });

  it('come from the index, not from the work tree', async () => {
    const repository = newRepository({ 'a.txt': 'one', 'b.txt': 'one' });
    repository.commitAll();
    repository.write({ 'a.txt': 'two', 'b.txt': 'two' });
    repository.git('add', 'a.txt');
    repository.write({ 'a.txt': 'three' });
    const changes = await stagedChanges(options(repository));
    assert.deepEqual(await told(repository, changes), ['a.txt: one > two']);
  });

  it('of a renamed file are compared with it under its old name', async () => {
    const text = 'line\n'.repeat(50);
    const repository = newRepository({ 'old name.txt': text });
    repository.commitAll();
    repository.git('mv', 'old name.txt', 'new\nname.txt');
    repository.write({ 'new\nname.txt': `${text}x` });
    repository.git('add', '--all');
    const changes = await stagedChanges(options(repository));
    assert.deepEqual(await told(repository, changes), [`new\nname.txt: ${text} > ${text}x`]);
  });

  it('leave out deleted files, symbolic links and submodules', async () => {
    const repository = newRepository({ 'gone.txt': 'x', 'kept.txt': 'x' });
    repository.commitAll();
    rmSync(join(repository.folder, 'gone.txt'));
    symlinkSync('kept.txt', join(repository.folder, 'link'));
    const inner = newRepository({ 'x.txt': 'x' });
    inner.commitAll();
    repository.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      inner.folder,
      'sub',
    );
    repository.git('add', '--all');
    const changes = await stagedChanges(options(repository));
    assert.deepEqual(
      changes.map(({ path }) => path),
      ['.gitmodules'],
    );
  });

  it("are the whole repository's from a subfolder too", async () => {
    const repository = newRepository({ 'a.txt': 'a', 'sub/b.txt': 'b' });
    repository.git('add', '--all');
    const cwd = join(repository.folder, 'sub');
    const changes = await stagedChanges({ cwd, env: GIT_ENV });
    assert.deepEqual(
      changes.map(({ path }) => path),
      ['a.txt', 'sub/b.txt'],
    );
    assert.equal(await topOf({ cwd, env: GIT_ENV }), repository.folder);
  });

  it('fail outside of a repository', async () => {
    const cwd = temporaryFolder();
    await assert.rejects(stagedChanges({ cwd, env: GIT_ENV }), { code: 'no-repository' });
  });
});

describe('changes since a revision', () => {
  it('are those of the work tree, with files git does not know yet', async () => {
    const repository = newRepository({ 'a.txt': 'one', 'b.txt': 'one', '.gitignore': '*.log' });
    repository.commitAll();
    repository.write({ 'a.txt': 'two', 'new.txt': 'new', 'x.log': 'x' });
    const changes = await changesSince('HEAD', options(repository));
    assert.deepEqual(await told(repository, changes), ['a.txt: one > -', 'new.txt: - > -']);
  });

  it('know a commit from what is none', async () => {
    const repository = newRepository({ 'a.txt': 'one' });
    repository.commitAll();
    assert.equal(await isCommit('HEAD', options(repository)), true);
    assert.equal(await isCommit('nowhere', options(repository)), false);
    assert.equal(await isCommit('--all', options(repository)), false);
  });
});

describe('blobs', () => {
  it('come in the order they are asked for, of any size', async () => {
    const big = 'x'.repeat(300_000);
    const repository = newRepository({ 'big.txt': big, 'empty.txt': '', 'a\n.txt': 'a\n' });
    repository.git('add', '--all');
    const blobs = openBlobs(options(repository));
    const parts = await Promise.all(
      [':big.txt', ':empty.txt', ':missing.txt', 'HEAD:x', ':big.txt'].map((name) =>
        blobs.read(name),
      ),
    );
    blobs.close();
    const sizes = parts.map((part) => part && Buffer.concat(part).length);
    assert.deepEqual(sizes, [300_000, 0, undefined, undefined, 300_000]);
  });
});

describe('objects in files of their own', () => {
  it('are read without git, and nothing else is', () => {
    const large = randomBytes(1 << 21).toString('latin1');
    const repository = newRepository({ 'a.txt': 'a\n', 'empty.txt': '', 'large.txt': large });
    repository.commitAll();
    const idOf = (name: string) => repository.git('rev-parse', name).trim();
    const [a, empty, big] = [idOf(':a.txt'), idOf(':empty.txt'), idOf(':large.txt')];
    const read = (id: string, env = GIT_ENV) => {
      const bytes = looseObjects({ ...options(repository), env }).blob(id);
      return bytes && Buffer.from(bytes).toString();
    };
    assert.equal(read(a), 'a\n');
    assert.equal(read(empty), '');
    const elsewhere = { ...GIT_ENV, GIT_OBJECT_DIRECTORY: join(repository.folder, '.git/objects') };
    for (const id of [big, idOf('HEAD'), ':a.txt', 'f'.repeat(40)])
      assert.equal(read(id), undefined);
    assert.equal(read(a, elsewhere), undefined);
    const file = join(repository.folder, '.git/objects', a.slice(0, 2), a.slice(2));
    chmodSync(file, 0o644);
    writeFileSync(file, 'damaged');
    assert.equal(read(a), undefined);
  });

  it('are read by git when they are packed', async () => {
    const repository = newRepository({ 'a.txt': 'a\n' });
    repository.commitAll();
    repository.git('repack', '-adq');
    const id = repository.git('rev-parse', ':a.txt').trim();
    assert.equal(looseObjects(options(repository)).blob(id), undefined);
    const blobs = openBlobs(options(repository));
    assert.equal(String(Buffer.concat((await blobs.read(id)) ?? [])), 'a\n');
    blobs.close();
  });
});

describe('names in the index', () => {
  const indexes: readonly (readonly [string, ...string[][]])[] = [
    ['as it is'],
    ['of version 3', ['update-index', '--index-version', '3']],
    ['of version 4', ['update-index', '--index-version', '4']],
    ['in two files', ['update-index', '--split-index']],
  ];
  for (const [title, ...commands] of indexes) {
    it(`are found: ${title}`, () => {
      const repository = newRepository({ 'sub/wanted.js': '', 'sub/wanted.json': '', 'b.txt': '' });
      repository.git('add', '--all');
      for (const command of commands) repository.git(...command);
      repository.write({ 'c.txt': '' });
      repository.git('add', 'c.txt');
      const mayHold = indexNames(options(repository));
      assert.ok(mayHold('wanted.json'));
      assert.ok(mayHold('c.txt'));
    });
  }

  it('are known not to be there', () => {
    const repository = newRepository({ 'a.txt': '' });
    repository.git('add', '--all');
    assert.equal(indexNames(options(repository))('leaklint.json'), false);
    const other = { ...GIT_ENV, GIT_INDEX_FILE: '.git/other' };
    assert.equal(indexNames({ cwd: repository.folder, env: other })('a.txt'), true, 'nobody knows');
  });
});

describe('the index as a file system', () => {
  it('has what is staged, and nothing else', async () => {
    const repository = newRepository({ 'a.json': 'staged', 'd\nir/b.json': 'odd' });
    repository.git('add', '--all');
    repository.write({ 'a.json': 'changed', 'c.json': 'new' });
    const blobs = openBlobs(options(repository));
    const files = indexFileSystem(repository.folder, blobs, options(repository));
    const read = async (path: string) => {
      const bytes = await files.read(join(repository.folder, path));
      return bytes && Buffer.from(bytes).toString();
    };
    assert.equal(await read('a.json'), 'staged');
    assert.equal(await read('d\nir/b.json'), 'odd');
    assert.equal(await read('c.json'), undefined);
    assert.equal(await read('../a.json'), undefined);
    blobs.close();
  });
});

describe('the folder of the hooks', () => {
  it('is where git looks for them', async () => {
    const repository = newRepository({ 'sub/a.txt': '' });
    assert.equal(await hooksFolder(options(repository)), join(repository.folder, '.git/hooks'));
    repository.git('config', 'core.hooksPath', 'my hooks');
    mkdirSync(join(repository.folder, 'my hooks'));
    assert.equal(await hooksFolder(options(repository)), join(repository.folder, 'my hooks'));
  });
});
