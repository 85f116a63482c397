import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { GIT_ENV } from '../support/git-repository.ts';
import { madeUp } from '../support/made-up.ts';
import { CLI, runCli } from '../support/run-cli.ts';
import { folderWith, temporaryFolder } from '../support/temp-folder.ts';

const A = madeUp.phone(1);
const LINE = `a,b,tel ${madeUp.phone(2)}\n`;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line; `once` is called when the first of its output comes. */
function during(args: readonly string[], cwd: string, once: () => void): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...GIT_ENV, LC_ALL: 'C' } });
    let stdout = '';
    let stderr = '';
    child.stdout.once('data', once);
    child.stdout.on('data', (data: Buffer) => (stdout += String(data)));
    child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe('files that change under the scan', () => {
  const ROWS = 25_000;

  it('one that vanishes is named, the rest is done, the code is 3', async () => {
    const cwd = folderWith({ 'a.csv': LINE.repeat(ROWS), 'b.txt': 'x\n', 'c.txt': `tel ${A}\n` });
    const { code, stdout, stderr } = await during(['--format', 'ndjson'], cwd, () =>
      rmSync(join(cwd, 'b.txt')),
    );
    assert.equal(stderr, 'leaklint: b.txt could not be read: no such file or folder\n');
    assert.equal(code, 3);
    assert.match(stdout, /"path":"c\.txt"/);
  });

  it('one that becomes a folder, and one that becomes a loop of links', async () => {
    const cwd = folderWith({ 'a.csv': LINE.repeat(ROWS), 'b.txt': 'x\n', 'c.txt': 'x\n' });
    const { code, stderr } = await during(['--format', 'ndjson'], cwd, () => {
      rmSync(join(cwd, 'b.txt'));
      mkdirSync(join(cwd, 'b.txt'));
      rmSync(join(cwd, 'c.txt'));
      symlinkSync('c.txt', join(cwd, 'c.txt'));
    });
    assert.equal(code, 3);
    assert.match(stderr, /b\.txt could not be read: it is a folder\n/);
    assert.match(stderr, /c\.txt could not be read: symbolic links without end\n/);
  });

  it('one that grows is read as long as it was', async () => {
    const cwd = folderWith({ 'a.csv': LINE.repeat(ROWS) });
    const { code, stdout } = await during(['--format', 'ndjson'], cwd, () =>
      appendFileSync(join(cwd, 'a.csv'), LINE.repeat(1000)),
    );
    assert.equal(code, 1);
    assert.equal(stdout.split('\n').length - 1, ROWS);
  });
});

describe('what is no file', () => {
  it('pipes where a configuration or .gitignore is looked for are not waited for', () => {
    const cwd = folderWith({ 'a.txt': `tel ${A}\n` });
    execFileSync('mkfifo', [join(cwd, '.gitignore')]);
    const ignoring = runCli(['--format', 'ndjson'], { cwd });
    assert.equal(ignoring.code, 1);
    assert.equal(ignoring.stderr, 'leaklint: 1 not scanned, not a regular file: .gitignore\n');
    execFileSync('mkfifo', [join(cwd, 'leaklint.json')]);
    const { code, stderr } = runCli([], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^leaklint: leaklint\.json:1:1: The file cannot be read\.\n/m);
  });

  it('devices and sockets are named, and never waited for', async () => {
    const cwd = folderWith({ 'a.txt': `tel ${A}\n` });
    const server = createServer().listen(join(cwd, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    const { code, stderr } = runCli([], { cwd });
    server.close();
    assert.equal(code, 1);
    assert.equal(stderr, 'leaklint: 1 not scanned, not a regular file: socket\n');
    assert.match(runCli(['/dev/zero'], { cwd }).stderr, /not a regular file: /);
  });

  it('folders may lie deep, and link to themselves', () => {
    const cwd = temporaryFolder();
    const deep = join(cwd, ...Array<string>(1000).fill('d'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'a.txt'), `tel ${A}\n`);
    symlinkSync(cwd, join(deep, 'up'));
    const { code, stdout, stderr } = runCli(['--format', 'ndjson'], { cwd });
    assert.equal(stderr, '');
    assert.equal(code, 1);
    assert.equal(stdout.split('\n').length - 1, 1);
  });
});

describe('a disk that takes no more', () => {
  it('standard output on a full device: a clear line, and 3', () => {
    const cwd = folderWith({ 'a.txt': `tel ${A}\n` });
    const command = `"${process.execPath}" "${CLI}" > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd, env: { ...GIT_ENV, LC_ALL: 'C' }, encoding: 'utf8' });
    assert.equal(stderr, 'leaklint: standard output cannot be written: no space left on the device\n');
    assert.equal(status, 3);
  });

  it('a file that may not grow so large stays as it was, the others are masked', () => {
    const text = LINE.repeat(20_000);
    const cwd = folderWith({ 'a.csv': text, 'b.txt': `tel ${A}\n` });
    const command = `ulimit -f 20; "${process.execPath}" "${CLI}" mask --write`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd, env: { ...GIT_ENV, LC_ALL: 'C' }, encoding: 'utf8' });
    assert.match(stderr, /^leaklint: a\.csv was not changed: the file would be larger than the system allows\n/);
    assert.equal(status, 3);
    assert.deepEqual(readdirSync(cwd).sort(), ['a.csv', 'b.txt']);
    assert.ok(readFileSync(join(cwd, 'a.csv'), 'utf8') === text);
    assert.ok(!readFileSync(join(cwd, 'b.txt'), 'utf8').includes(A));
  });
});

describe('a report that cannot be written', () => {
  const run = (cwd: string, ...args: string[]) => {
    const command = `ulimit -f 20; "${process.execPath}" "${CLI}" ${args.join(' ')}`;
    return spawnSync('bash', ['-c', command], { cwd, env: { ...GIT_ENV, LC_ALL: 'C' }, encoding: 'utf8' });
  };

  it('for want of space: a clear line, 3, and the old report stays', () => {
    const cwd = folderWith({ 'a.csv': LINE.repeat(20_000), 'report.txt': 'old' });
    const { status, stderr } = run(cwd, '--format', 'ndjson', '--output', 'report.txt');
    assert.equal(stderr, 'leaklint: report.txt cannot be written: the file would be larger than the system allows\n');
    assert.equal(status, 3);
    assert.deepEqual(readdirSync(cwd).sort(), ['a.csv', 'report.txt']);
    assert.equal(readFileSync(join(cwd, 'report.txt'), 'utf8'), 'old');
  });

  it('for what stands there: a clear line, and 2', () => {
    const cwd = folderWith({ 'a.txt': 'x\n' });
    const { code, stderr } = runCli(['--output', '/dev/full'], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /full cannot be written: it is no regular file\n$/);
    assert.match(runCli(['--output', '.'], { cwd }).stderr, / cannot be written: it is a folder\n$/);
  });
});

describe('a process that is killed while it masks', () => {
  it('leaves the old file; the next run removes what it left', async () => {
    const text = LINE.repeat(25_000);
    const cwd = folderWith({ 'a.csv': text });
    const killed = await new Promise<string | null>((resolve) => {
      const child = spawn(process.execPath, [CLI, 'mask', '--write'], { cwd, stdio: 'ignore' });
      const look = setInterval(() => {
        if (readdirSync(cwd).some((name) => name.endsWith('.tmp'))) child.kill('SIGKILL');
      }, 1);
      child.on('close', (_, signal) => {
        clearInterval(look);
        resolve(signal);
      });
    });
    assert.equal(killed, 'SIGKILL');
    assert.ok(readFileSync(join(cwd, 'a.csv'), 'utf8') === text);
    assert.equal(readdirSync(cwd).length, 2);

    const named = runCli(['mask', '--diff'], { cwd });
    assert.match(named.stderr, /leaklint: \.leaklint-\d+-\w+\.tmp is left over from a run that was killed; it can go\n/);
    const again = runCli(['mask', '--write'], { cwd });
    assert.equal(again.code, 0);
    assert.match(again.stderr, /^leaklint: \.leaklint-\d+-\w+\.tmp, left over from a run that was killed, is removed\n$/);
    assert.deepEqual(readdirSync(cwd), ['a.csv']);
  });
});
