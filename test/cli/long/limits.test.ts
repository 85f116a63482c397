import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { GIT_ENV } from '../../support/git-repository.ts';
import { madeUp } from '../../support/made-up.ts';
import { CLI } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const PRELOAD = join(__dirname, '..', 'preload', 'peak-memory.cjs');
const MB = 1_000_000;

interface Counted {
  readonly code: number | null;
  readonly lines: number;
  /** The first of them. */
  readonly first: string;
  readonly stderr: string;
  /** The greatest amount of memory that the process took, in bytes. */
  readonly memory: number;
}

/** Runs the command line and counts the lines that come through a pipe: they are too many to keep. */
async function counted(name: string, args: readonly string[], cwd: string): Promise<Counted> {
  const peak = join(temporaryFolder(), 'peak');
  const begin = performance.now();
  const child = spawn(process.execPath, ['--require', PRELOAD, CLI, ...args], {
    cwd,
    env: { ...GIT_ENV, LC_ALL: 'C', PEAK_MEMORY: peak },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let lines = 0;
  let first = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => {
    if (lines === 0) first += String(data);
    for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, at + 1)) lines++;
  });
  child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const memory = Number(readFileSync(peak, 'utf8'));
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  // For bench/LIMITS.md.
  console.log(`      ${name}: ${seconds} s, ${String(Math.round(memory / MB))} MB at most`);
  return { code, lines, first: first.split('\n')[0]!, stderr, memory };
}

function write(path: string, parts: Iterable<string>): void {
  const fd = openSync(path, 'w');
  for (const part of parts) writeSync(fd, part);
  closeSync(fd);
}

const times = (count: number, part: (i: number) => string) =>
  (function* () {
    for (let i = 0; i < count; i++) yield part(i);
  })();

/** A thousand rows of a table of customers. */
const rows = (from: number) =>
  Array.from({ length: 1000 }, (_, i) => {
    const n = from * 1000 + i;
    return `${n},見本,${madeUp.phone(n)},${madeUp.email(n)},確認済\n`;
  }).join('');

describe('limits', () => {
  it('a line of 1 GB, with one number at its end', async () => {
    const cwd = temporaryFolder();
    const filler = 'The quick brown fox jumps over the lazy dog; '.repeat(22_222);
    const count = 1000;
    write(
      join(cwd, 'line.txt'),
      times(count + 1, (i) => (i === count ? ` tel ${madeUp.phone(1)}` : filler)),
    );
    const { code, lines, first, memory } = await counted('1 GB line', ['--format', 'ndjson'], cwd);
    assert.equal(code, 1);
    assert.equal(lines, 1);
    const { start } = JSON.parse(first);
    assert.deepEqual([start.line, start.byte], [1, count * filler.length + 5]);
    assert.ok(memory < 400 * MB, `${memory} bytes`);
  });

  it('ten million findings, each told', async function () {
    this.timeout(1_800_000);
    const cwd = temporaryFolder();
    write(
      join(cwd, 'many.csv'),
      (function* () {
        yield '番号,氏名,電話番号,メール,備考\n';
        yield* times(5000, rows);
      })(),
    );
    const args = ['--format', 'ndjson'];
    const { code, lines, stderr, memory } = await counted('ten million findings', args, cwd);
    assert.equal(stderr, '');
    assert.equal(code, 1);
    assert.equal(lines, 10_000_000);
    assert.ok(memory < 400 * MB, `${memory} bytes`);
  });

  it('a hundred thousand files, one finding in each hundredth', async () => {
    const cwd = temporaryFolder();
    for (let folder = 0; folder < 1000; folder++) {
      const path = join(cwd, `d${folder}`);
      mkdirSync(path);
      for (let i = 0; i < 100; i++) {
        writeFileSync(join(path, `f${i}.txt`), i === 50 ? `tel ${madeUp.phone(folder)}\n` : 'x\n');
      }
    }
    const args = ['--format', 'ndjson'];
    const { code, lines, stderr, memory } = await counted('100,000 files', args, cwd);
    assert.equal(stderr, '');
    assert.equal(code, 1);
    assert.equal(lines, 1000);
    // Two threads, each with an engine of its own.
    assert.ok(memory < 600 * MB, `${memory} bytes`);
  });

  it('memory is the same for 100 MB and for 400 MB', async () => {
    const part = rows(1);
    const peaks: number[] = [];
    for (const size of [100, 400]) {
      const cwd = temporaryFolder();
      const count = Math.ceil((size * MB) / Buffer.byteLength(part));
      write(
        join(cwd, 'a.csv'),
        (function* () {
          yield '番号,氏名,電話番号,メール,備考\n';
          yield* times(count, () => part);
        })(),
      );
      const { code, memory } = await counted(`${size} MB`, [], cwd);
      assert.equal(code, 1);
      peaks.push(memory);
    }
    const [small, large] = peaks as [number, number];
    assert.ok(large < small + 60 * MB, `${small} and ${large} bytes`);
  });
});
