import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { GIT_ENV, newRepository } from '../support/git-repository.ts';
import { madeUp } from '../support/made-up.ts';
import { CLI, runCli } from '../support/run-cli.ts';
import { folderWith, temporaryFolder } from '../support/temp-folder.ts';

const A = madeUp.phone(1);

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line and lets `meddle` do something to the process while it runs. */
function during(
  args: readonly string[],
  cwd: string,
  meddle: (child: ReturnType<typeof spawn>) => void,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...GIT_ENV, LC_ALL: 'C' } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += String(data)));
    child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    meddle(child);
  });
}

describe('bad input', () => {
  it('what cannot be read is named, the rest is reported, the code is 3', () => {
    const cwd = folderWith({ 'a.txt': `tel ${A}\n` });
    symlinkSync('loop', join(cwd, 'loop'));
    const { code, stdout, stderr } = runCli(['loop', 'a.txt', '--format', 'ndjson'], { cwd });
    assert.equal(code, 3);
    assert.equal(stderr, 'leaklint: loop could not be read: symbolic links without end\n');
    assert.equal(JSON.parse(stdout).path, 'a.txt');
  });

  it('a file that the system refuses to read', () => {
    // Linux: the file is there, and reading it fails, for root too.
    const path = '/proc/self/mem';
    const { code, stderr } = runCli([path], { cwd: temporaryFolder() });
    assert.equal(code, 3);
    assert.match(stderr, /could not be read: /);
  });

  it('pipes are named and counted, and never waited for', () => {
    const cwd = folderWith({ 'a.txt': 'x\n' });
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    for (const args of [[], ['pipe']]) {
      const { code, stderr } = runCli(args, { cwd });
      assert.equal(code, 0);
      assert.equal(stderr, 'leaklint: 1 not scanned, not a regular file: pipe\n');
    }
  });

  it('names with control characters do not reach the terminal', () => {
    const cwd = folderWith({ 'a\u001b[31m\n.txt': `tel ${A}\n` });
    const { stdout } = runCli([], { cwd });
    assert.ok(stdout.startsWith('a\\u{1b}[31m\\u{a}.txt\n'), stdout);
  });

  it('names that are not UTF-8 are scanned and masked', () => {
    const cwd = temporaryFolder();
    const path = Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0x93, 0x64, 0x2e, 0x74])]);
    writeFileSync(path, `tel ${A}\n`);
    assert.equal(JSON.parse(runCli(['--format', 'ndjson'], { cwd }).stdout).path, '\ufffdd.t');
    assert.equal(runCli(['mask', '--write'], { cwd }).code, 0);
    assert.ok(!readFileSync(path, 'utf8').includes(A));
    assert.equal(runCli([], { cwd }).code, 0);
  });

  describe('names that are the same but for bytes that are not UTF-8', () => {
    const at = (cwd: string, byte: number) =>
      Buffer.concat([Buffer.from(`${cwd}/`), Buffer.of(byte), Buffer.from('.txt')]);
    const twins = () => {
      const cwd = temporaryFolder();
      for (const byte of [0x93, 0x94]) writeFileSync(at(cwd, byte), `tel ${A}\n`);
      return cwd;
    };

    it('both are scanned, and in several named folders each once', () => {
      const cwd = twins();
      for (const args of [[], ['.', cwd]]) {
        const { stdout } = runCli(['--format', 'ndjson', ...args], { cwd });
        assert.equal(stdout.split('\n').length - 1, 2, args.join(' '));
      }
    });

    it('copies that would be one file are refused', () => {
      const { code, stderr } = runCli(['mask', '--output', 'out'], { cwd: twins() });
      assert.equal(code, 2);
      assert.equal(stderr, 'leaklint: two files would be written to out/\ufffd.txt\n');
    });

    it('what changed since a revision is read under its own name', () => {
      const repository = newRepository();
      writeFileSync(at(repository.folder, 0x93), 'old\n');
      repository.commitAll();
      writeFileSync(at(repository.folder, 0x93), `tel ${A}\n`);
      writeFileSync(at(repository.folder, 0x94), `tel ${A}\n`);
      const { code, stdout, stderr } = runCli(['--since', 'HEAD', '--format', 'ndjson'], {
        cwd: repository.folder,
      });
      assert.equal(stderr, '');
      assert.equal(code, 1);
      assert.equal(stdout.split('\n').length - 1, 2);
    });
  });

  it('a regular expression that would never end is refused with a reason', () => {
    const cwd = folderWith({
      'leaklint.json': '{ "custom": [{ "id": "bomb", "pattern": "(a+)+\\\\1$" }] }',
      'a.txt': `${'a'.repeat(100_000)}!\n`,
    });
    const { code, stderr } = runCli([], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^leaklint: leaklint\.json:1:\d+: /);
  });

  it('a regular expression that is slow elsewhere is quick here', () => {
    const cwd = folderWith({
      'leaklint.json': '{ "custom": [{ "id": "bomb", "pattern": "(?:a+)+b" }] }',
      'a.txt': `${'a'.repeat(200_000)}!\n`,
    });
    const begin = performance.now();
    assert.equal(runCli([], { cwd }).code, 0);
    assert.ok(performance.now() - begin < 10_000);
  });
});

describe('interruptions', () => {
  const many = () => {
    const line = `a,b,tel ${madeUp.phone(2)}\n`;
    return folderWith({ 'big.csv': line.repeat(300_000), 'small.txt': `tel ${A}\n` });
  };

  it('a reader that goes away ends the scan quietly', async () => {
    const ended = await during(['--format', 'ndjson'], many(), (child) => {
      child.stdout?.once('data', () => child.stdout?.destroy());
    });
    assert.equal(ended.stderr, '');
    assert.equal(ended.signal, null);
    assert.equal(ended.code, 1);
  });

  it('Ctrl-C ends a scan, and says so', async () => {
    const ended = await during(['--format', 'ndjson'], many(), (child) => {
      child.stdout?.once('data', () => child.kill('SIGINT'));
    });
    assert.equal(ended.code, 130);
    assert.equal(ended.stderr, 'leaklint: Interrupted\n');
    assert.ok(ended.stdout.endsWith('}\n'), 'no line is cut');
  });

  it('Ctrl-C while masking leaves every file as it was or masked', async () => {
    const cwd = many();
    const before = readFileSync(join(cwd, 'big.csv'), 'utf8');
    const ended = await during(['mask', '--write'], cwd, (child) => {
      const wait = setInterval(() => {
        if (!readdirSync(cwd).some((name) => name.endsWith('.tmp'))) return;
        clearInterval(wait);
        child.kill('SIGINT');
      }, 1);
      child.on('close', () => clearInterval(wait));
    });
    assert.equal(ended.code, 130);
    assert.deepEqual(readdirSync(cwd).sort(), ['big.csv', 'small.txt']);
    assert.equal(readFileSync(join(cwd, 'big.csv'), 'utf8'), before);
  });
});
