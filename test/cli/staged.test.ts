import assert from 'node:assert/strict';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { newRepository, type Repository } from '../support/git-repository.ts';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';

/** `path:line rule` for each finding of `leaklint …`, and the exit code at the end. */
function found({ folder }: Repository, args: readonly string[], sub = ''): string[] {
  const run = runCli([...args, '--format', 'ndjson'], { cwd: join(folder, sub) });
  const lines = run.stdout.split('\n').filter(Boolean);
  const findings = lines.map((line) => {
    const { path, start, rule } = JSON.parse(line);
    return `${path}:${start.line} ${rule}`;
  });
  return [...findings, String(run.code)];
}

const staged = (repository: Repository, ...args: string[]) =>
  found(repository, ['--staged', ...args]);

const [A, B] = [madeUp.phone(1), madeUp.phone(2)];

describe('leaklint --staged', () => {
  it('tells what the first commit would add', () => {
    const repository = newRepository({ 'a.txt': `tel ${A}\n`, 'b.txt': `tel ${B}\n` });
    repository.git('add', 'a.txt');
    assert.deepEqual(staged(repository), ['a.txt:1 phone-number', '1']);
  });

  it('of nothing staged is clean', () => {
    const repository = newRepository({ 'a.txt': `tel ${A}\n` });
    assert.deepEqual(staged(repository), ['0']);
    repository.commitAll();
    assert.deepEqual(staged(repository), ['0']);
  });

  it('reads the index, not the work tree', () => {
    const repository = newRepository({ 'a.txt': 'x\n', 'b.txt': 'x\n' });
    repository.commitAll();
    repository.write({ 'a.txt': `tel ${A}\n`, 'b.txt': 'clean\n' });
    repository.git('add', '--all');
    repository.write({ 'a.txt': 'clean\n', 'b.txt': `tel ${A}\n` });
    assert.deepEqual(staged(repository), ['a.txt:1 phone-number', '1']);
  });

  it('says nothing of values that HEAD has', () => {
    const repository = newRepository({ 'a.txt': `tel ${A}\nx\n` });
    repository.commitAll();
    repository.write({ 'a.txt': `y\nz\ntel: ${A.replaceAll('-', '')}\ntel ${B}\n` });
    repository.git('add', '--all');
    assert.deepEqual(staged(repository), ['a.txt:4 phone-number', '1']);
  });

  it('counts: a value may stand there as often as before', () => {
    const repository = newRepository({ 'a.txt': `tel ${A}\n` });
    repository.commitAll();
    repository.write({ 'a.txt': `tel ${A}\ntel ${A}\n` });
    repository.git('add', '--all');
    assert.deepEqual(staged(repository).length, 2);
  });

  it('tells a second copy of a value that a directive silences', () => {
    const repository = newRepository({ 'a.txt': `tel ${A} # leaklint-ignore-line -- ours\n` });
    repository.commitAll();
    repository.write({ 'a.txt': `tel ${A}\ntel ${A} # leaklint-ignore-line -- ours\n` });
    repository.git('add', '--all');
    assert.deepEqual(staged(repository), ['a.txt:1 phone-number', '1']);
  });

  it('finds the old version of a renamed file', () => {
    const text = `tel ${A}\n${'line\n'.repeat(40)}`;
    const repository = newRepository({ 'old.txt': text });
    repository.commitAll();
    repository.git('mv', 'old.txt', 'new name.txt');
    repository.write({ 'new name.txt': `${text}tel ${B}\n` });
    repository.git('add', '--all');
    assert.deepEqual(staged(repository), ['new name.txt:42 phone-number', '1']);
  });

  it('of a file that moved to another does not know its values', () => {
    const repository = newRepository({ 'a.txt': `tel ${A}\n`, 'b.txt': 'x\n' });
    repository.commitAll();
    repository.write({ 'b.txt': `x\ntel ${A}\n` });
    repository.git('add', '--all');
    assert.deepEqual(staged(repository), ['b.txt:2 phone-number', '1']);
  });

  it('leaves out deleted files, symbolic links and binary files', () => {
    const repository = newRepository({ 'gone.txt': `tel ${A}\n`, 'x.txt': 'x\n' });
    repository.commitAll();
    rmSync(join(repository.folder, 'gone.txt'));
    symlinkSync(`${A}.txt`, join(repository.folder, 'link'));
    repository.write({ 'b.bin': `\0 tel ${A}\n` });
    repository.git('add', '--all');
    assert.deepEqual(staged(repository), ['0']);
  });

  it('knows paths with blanks, line ends and other letters', () => {
    const names = ['with blank.txt', 'line\nend.txt', '名簿.txt', 'quo"te.txt'];
    const repository = newRepository();
    for (const name of names) repository.write({ [name]: `tel ${A}\n` });
    repository.git('add', '--all');
    const expected = names.map((name) => `${name}:1 phone-number`).sort();
    assert.deepEqual(staged(repository).sort(), ['1', ...expected].sort());
  });

  it('knows names that are not UTF-8', () => {
    const repository = newRepository();
    const name = Buffer.from([0x93, 0x64, 0x2e, 0x74]);
    writeFileSync(Buffer.concat([Buffer.from(`${repository.folder}/`), name]), `tel ${A}\n`);
    repository.git('add', '--all');
    assert.deepEqual(staged(repository), ['\ufffdd.t:1 phone-number', '1']);
  });

  it('takes the configuration of the index', () => {
    const repository = newRepository({
      'a.txt': `tel ${A}\n`,
      'leaklint.json': '{"rules": {"phone-number": "off"}}',
    });
    repository.git('add', 'a.txt');
    assert.deepEqual(staged(repository), ['a.txt:1 phone-number', '1']);
    repository.git('add', 'leaklint.json');
    repository.write({ 'leaklint.json': '{' });
    assert.deepEqual(staged(repository), ['0']);
  });

  it('stops at a broken configuration in the index', () => {
    const repository = newRepository({ 'a.txt': `tel ${A}\n`, 'leaklint.json': '{' });
    repository.git('add', '--all');
    assert.deepEqual(staged(repository), ['2']);
  });

  it('works in a subfolder, with paths relative to it', () => {
    const repository = newRepository({ 'a.txt': `tel ${A}\n`, 'sub/b.txt': `tel ${B}\n` });
    repository.git('add', '--all');
    assert.deepEqual(found(repository, ['--staged'], 'sub'), [
      '../a.txt:1 phone-number',
      'b.txt:1 phone-number',
      '1',
    ]);
    assert.deepEqual(found(repository, ['--staged', '.'], 'sub'), ['b.txt:1 phone-number', '1']);
  });

  it('works in a worktree', () => {
    const repository = newRepository({ 'a.txt': 'x\n' });
    repository.commitAll();
    const folder = join(repository.folder, 'tree');
    repository.git('worktree', 'add', '--quiet', folder);
    const tree = { ...repository, folder };
    repository.write({ 'tree/a.txt': `tel ${A}\n` });
    repository.git('-C', folder, 'add', '--all');
    assert.deepEqual(staged(tree), ['a.txt:1 phone-number', '1']);
    assert.deepEqual(staged(repository), ['0']);
  });
});

describe('leaklint --since', () => {
  it('tells what the work tree has more, new files too', () => {
    const repository = newRepository({ 'a.txt': `tel ${A}\n`, '.gitignore': '*.log\n' });
    repository.commitAll();
    repository.write({ 'a.txt': `tel ${A}\ntel ${B}\n` });
    repository.commitAll();
    repository.write({ 'new.txt': `tel ${B}\n`, 'x.log': `tel ${B}\n` });
    assert.deepEqual(found(repository, ['--since', 'HEAD~1']), [
      'a.txt:2 phone-number',
      'new.txt:1 phone-number',
      '1',
    ]);
    assert.deepEqual(found(repository, ['--since', 'HEAD']), ['new.txt:1 phone-number', '1']);
  });

  it('knows no revision of that name', () => {
    const repository = newRepository({ 'a.txt': 'x\n' });
    repository.commitAll();
    const { code, stderr } = runCli(['--since', madeUp.email(1)], { cwd: repository.folder });
    assert.equal(code, 2);
    assert.match(stderr, /is no commit of this repository/);
    assert.ok(!stderr.includes(madeUp.email(1)));
  });
});
