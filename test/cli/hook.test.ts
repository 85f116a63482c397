import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { GIT_ENV, newRepository, type Repository } from '../support/git-repository.ts';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const A = madeUp.phone(1);

function commit({ folder }: Repository, sub = '') {
  const { status, stdout, stderr } = spawnSync('git', ['commit', '--message=x'], {
    cwd: join(folder, sub),
    env: { ...GIT_ENV, LC_ALL: 'C' },
    encoding: 'utf8',
  });
  return { passed: status === 0, output: stdout + stderr };
}

function hooked(files: Readonly<Record<string, string>> = {}): Repository {
  const repository = newRepository(files);
  const { code, stderr } = runCli(['hook', 'install'], { cwd: repository.folder });
  assert.equal(code, 0, stderr);
  return repository;
}

const hookOf = ({ folder }: Repository) => join(folder, '.git/hooks/pre-commit');

describe('the git hook', () => {
  it('refuses a commit that adds a telephone number, and says where and what to do', () => {
    const repository = hooked({ 'data/a.txt': `x\ntel ${A}\n` });
    repository.git('add', '--all');
    const { passed, output } = commit(repository);
    assert.equal(passed, false);
    for (const part of ['data/a.txt', '2:5', '***-****-****', 'leaklint mask', 'leaklint-ignore-line', '--no-verify']) {
      assert.ok(output.includes(part), `${part} is missing in: ${output}`);
    }
    assert.ok(!output.includes(A));
  });

  it('lets the same commit pass when the number is masked', () => {
    const repository = hooked({ 'a.txt': `tel ${A}\n` });
    repository.git('add', '--all');
    assert.equal(commit(repository).passed, false);
    assert.equal(runCli(['mask', '--write', 'a.txt'], { cwd: repository.folder }).code, 0);
    assert.equal(commit(repository).passed, false, 'the index still has the number');
    repository.git('add', '--all');
    const { passed, output } = commit(repository);
    assert.ok(passed, output);
    assert.ok(!output.includes('leaklint'), 'silent when all is well');
  });

  it('says nothing of a value that HEAD has', () => {
    const repository = newRepository({ 'a.txt': `tel ${A}\n` });
    repository.commitAll();
    runCli(['hook', 'install'], { cwd: repository.folder });
    repository.write({ 'a.txt': `tel ${A}\nmore\n` });
    repository.git('add', '--all');
    assert.ok(commit(repository).passed);
  });

  it('refuses when it could not look', () => {
    const repository = hooked({ 'leaklint.json': '{ "rulez": 1 }', 'a.txt': 'x\n' });
    repository.git('add', '--all');
    const { passed, output } = commit(repository);
    assert.equal(passed, false);
    assert.match(output, /leaklint\.json:1:3: /);
    assert.match(output, /its configuration is wrong/);
  });

  it('checks the index that git commit <path> makes', () => {
    const repository = newRepository({ 'a.txt': 'x\n', 'b.txt': 'x\n' });
    repository.commitAll();
    runCli(['hook', 'install'], { cwd: repository.folder });
    repository.write({ 'a.txt': `tel ${A}\n`, 'b.txt': 'y\n' });
    repository.git('add', 'a.txt');
    repository.git('commit', '--quiet', '--message=x', 'b.txt');
    assert.throws(() => repository.git('commit', '--quiet', '--message=x', 'a.txt'));
  });

  it('works in a subfolder and in a worktree', () => {
    const repository = hooked({ 'sub/a.txt': 'x\n' });
    repository.git('add', '--all');
    assert.ok(commit(repository, 'sub').passed);
    repository.write({ 'sub/a.txt': `tel ${A}\n` });
    repository.git('add', '--all');
    assert.equal(commit(repository, 'sub').passed, false);
    const folder = join(temporaryFolder(), 'tree');
    repository.git('worktree', 'add', '--quiet', folder);
    const tree = { ...newRepository(), folder };
    spawnSync('git', ['mv', 'sub/a.txt', 'b.txt'], { cwd: folder, env: GIT_ENV });
    assert.ok(commit(tree).passed);
  });
});

describe('leaklint hook install', () => {
  it('keeps a hook that is there, which runs first and may refuse', () => {
    const repository = newRepository({
      'a.txt': 'x\n',
      '.git/hooks/pre-commit': '#!/bin/sh\necho "mine $#"\ntest ! -e stop\n',
    });
    chmodSync(hookOf(repository), 0o755);
    const { stdout } = runCli(['hook', 'install'], { cwd: repository.folder });
    assert.match(stdout, /kept/);
    repository.git('add', '--all');
    const first = commit(repository);
    assert.ok(first.passed);
    assert.match(first.output, /mine 0/);
    repository.write({ stop: '' });
    repository.git('add', '--all');
    assert.equal(commit(repository).passed, false);
  });

  it('does not run a hook that git did not run, and installs twice as once', () => {
    const script = '#!/bin/sh\nexit 1\n';
    const repository = newRepository({ 'a.txt': 'x\n', '.git/hooks/pre-commit': script });
    runCli(['hook', 'install'], { cwd: repository.folder });
    runCli(['hook', 'install'], { cwd: repository.folder });
    repository.git('add', '--all');
    assert.ok(commit(repository).passed);
    const { stdout } = runCli(['hook', 'uninstall'], { cwd: repository.folder });
    assert.match(stdout, /is back/);
    assert.equal(readFileSync(hookOf(repository), 'utf8'), script);
    assert.equal(statSync(hookOf(repository)).mode & 0o111, 0);
  });

  it('goes where core.hooksPath says', () => {
    const repository = newRepository({ 'a.txt': `tel ${A}\n` });
    repository.git('config', 'core.hooksPath', 'tools/git hooks');
    const { stdout } = runCli(['hook', 'install'], { cwd: repository.folder });
    assert.match(stdout, /tools\/git hooks\/pre-commit/);
    assert.equal(existsSync(hookOf(repository)), false);
    repository.git('add', 'a.txt');
    assert.equal(commit(repository).passed, false);
  });

  it('says so when the hooks lie outside of the repository', () => {
    const repository = newRepository();
    const shared = temporaryFolder();
    repository.git('config', 'core.hooksPath', shared);
    const { stdout } = runCli(['hook', 'install'], { cwd: repository.folder });
    assert.match(stdout, /outside of the repository/);
    assert.ok(existsSync(join(shared, 'pre-commit')));
  });

  it('finds no Leaklint: the commit is refused', () => {
    const repository = hooked({ 'a.txt': 'x\n' });
    const script = readFileSync(hookOf(repository), 'utf8').replaceAll('dist/cli.js', 'gone.js');
    repository.write({ '.git/hooks/pre-commit': script });
    repository.git('add', '--all');
    const { passed, output } = commit(repository);
    assert.equal(passed, false);
    assert.match(output, /cannot find Leaklint/);
  });

  const managed: readonly [name: string, file: string, expected: RegExp][] = [
    ['husky', '.husky/pre-commit', /leaklint hook run/],
    ['lefthook', 'lefthook.yml', /pre-commit:\n {2}commands:/],
    ['pre-commit', '.pre-commit-config.yaml', /pass_filenames: false/],
  ];
  for (const [name, file, expected] of managed) {
    it(`leaves the hooks to ${name} and says what to add`, () => {
      const repository = newRepository({ [file]: '' });
      const { code, stdout } = runCli(['hook', 'install'], { cwd: repository.folder });
      assert.equal(code, 2);
      assert.ok(stdout.includes(name) && stdout.includes(file));
      assert.match(stdout, expected);
      assert.equal(existsSync(hookOf(repository)), false);
    });
  }

  it('fails outside of a repository', () => {
    const { code, stderr } = runCli(['hook', 'install'], { cwd: temporaryFolder() });
    assert.equal(code, 2);
    assert.match(stderr, /not a git repository/);
  });
});

describe('leaklint hook uninstall', () => {
  it('removes the hook', () => {
    const repository = hooked();
    const { code, stdout } = runCli(['hook', 'uninstall'], { cwd: repository.folder });
    assert.equal(code, 0);
    assert.match(stdout, /is removed/);
    assert.equal(existsSync(hookOf(repository)), false);
  });

  it('does nothing when there is none', () => {
    const repository = newRepository();
    assert.equal(runCli(['hook', 'uninstall'], { cwd: repository.folder }).code, 0);
  });

  it("leaves somebody else's hook alone", () => {
    const repository = newRepository({ '.git/hooks/pre-commit': '#!/bin/sh\n' });
    assert.equal(runCli(['hook', 'uninstall'], { cwd: repository.folder }).code, 2);
    assert.equal(readFileSync(hookOf(repository), 'utf8'), '#!/bin/sh\n');
  });
});

describe('.pre-commit-hooks.yaml', () => {
  it('runs the hook of the package, without file names', () => {
    const text = readFileSync(join(__dirname, '..', '..', '.pre-commit-hooks.yaml'), 'utf8');
    for (const line of ['- id: leaklint', '  entry: leaklint hook run', '  language: node', '  pass_filenames: false']) {
      assert.ok(text.split('\n').includes(line), line);
    }
  });
});

