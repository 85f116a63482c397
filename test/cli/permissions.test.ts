import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { GIT_ENV } from '../support/git-repository.ts';
import { madeUp } from '../support/made-up.ts';
import { CLI, runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temp-folder.ts';

const A = madeUp.phone(1);

/** Root may read everything: the command line runs as nobody then. */
const USER = process.getuid?.() === 0 ? 65_534 : undefined;

/** A folder of that user's. */
function ownFolder(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files);
  if (USER === undefined) return cwd;
  for (const path of ['.', ...readdirSync(cwd, { recursive: true, encoding: 'utf8' })]) {
    chownSync(join(cwd, path), USER, USER);
  }
  return cwd;
}

const run = (cwd: string, ...args: string[]) => runCli(args, { cwd, user: USER });

describe('what the user may not', () => {
  it('read: a file and a folder are named, the rest is reported, the code is 3', () => {
    const cwd = ownFolder({ 'a.txt': 'x\n', 'b/c.txt': 'x\n', 'd.txt': `tel ${A}\n` });
    for (const path of ['a.txt', 'b']) chmodSync(join(cwd, path), 0);
    const { code, stdout, stderr } = run(cwd, '--format', 'ndjson');
    chmodSync(join(cwd, 'b'), 0o700);
    assert.equal(code, 3);
    assert.equal(
      stderr,
      'leaklint: a.txt could not be read: permission denied\n' +
        'leaklint: b could not be read: permission denied\n',
    );
    assert.equal(JSON.parse(stdout).path, 'd.txt');
  });

  it('read: the same from several threads', () => {
    const names = Array.from({ length: 300 }, (_, i) => `f${String(1000 + i)}.txt`);
    const cwd = ownFolder(Object.fromEntries(names.map((name) => [name, `tel ${A}\n`])));
    for (const name of names.filter((_, i) => i % 3 === 0)) chmodSync(join(cwd, name), 0);
    const [one, two] = ['1', '2'].map((threads) => run(cwd, '--format', 'ndjson', '--threads', threads));
    assert.equal(one!.code, 3);
    assert.equal(one!.stderr.split('\n').length - 1, 100);
    assert.equal(one!.stdout.split('\n').length - 1, 200);
    assert.deepEqual(two, one);
  });

  it('read: a configuration; nothing is scanned under another', () => {
    const cwd = ownFolder({ 'a.txt': `tel ${A}\n`, 'leaklint.json': '{}' });
    chmodSync(join(cwd, 'leaklint.json'), 0);
    const { code, stderr } = run(cwd, '--format', 'ndjson');
    assert.equal(code, 2);
    assert.equal(stderr, 'leaklint: leaklint.json:1:1: The file cannot be read.\n');
  });

  it('read any more: a file that is closed to the user during the scan', async () => {
    const line = `a,b,tel ${madeUp.phone(2)}\n`;
    const cwd = ownFolder({ 'a.csv': line.repeat(25_000), 'b.txt': 'x\n', 'c.txt': `tel ${A}\n` });
    const child = spawn(process.execPath, [CLI, '--format', 'ndjson'], {
      cwd,
      env: { ...GIT_ENV, LC_ALL: 'C' },
      ...(USER !== undefined && { uid: USER, gid: USER }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.once('data', () => chmodSync(join(cwd, 'b.txt'), 0));
    child.stdout.on('data', (data: Buffer) => (stdout += String(data)));
    child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(stderr, 'leaklint: b.txt could not be read: permission denied\n');
    assert.equal(code, 3);
    assert.match(stdout, /"path":"c\.txt"/);
  });

  it('write: the file stays as it was, files elsewhere are masked, the code is 3', () => {
    const cwd = ownFolder({ 'a/x.txt': `tel ${A}\n`, 'b/x.txt': `tel ${A}\n` });
    chmodSync(join(cwd, 'a'), 0o500);
    const { code, stderr } = run(cwd, 'mask', '--write');
    assert.equal(code, 3);
    assert.equal(stderr, 'leaklint: a/x.txt was not changed: permission denied\n');
    assert.equal(readFileSync(join(cwd, 'a/x.txt'), 'utf8'), `tel ${A}\n`);
    assert.ok(!readFileSync(join(cwd, 'b/x.txt'), 'utf8').includes(A));
    assert.deepEqual([...readdirSync(join(cwd, 'a')), ...readdirSync(join(cwd, 'b'))], ['x.txt', 'x.txt']);
  });

  it('write: a report', () => {
    const cwd = ownFolder({ 'a.txt': 'x\n' });
    chmodSync(cwd, 0o500);
    const { code, stderr } = run(cwd, '--output', 'report.txt');
    assert.equal(code, 2);
    assert.equal(stderr, 'leaklint: report.txt cannot be written: permission denied\n');
  });
});
