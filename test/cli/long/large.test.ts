import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { madeUp } from '../../support/made-up.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const PRELOAD = join(__dirname, '..', 'preload', 'peak-memory.cjs');
const MB = 1_000_000;

/** Runs the command line and tells the greatest amount of memory that it took, in bytes. */
function measured(args: readonly string[], cwd: string) {
  const file = join(temporaryFolder(), 'peak');
  const run = runCli(args, {
    cwd,
    node: ['--require', PRELOAD],
    env: { PEAK_MEMORY: file },
  });
  return { ...run, memory: Number(readFileSync(file, 'utf8')) };
}

describe('large files', () => {
  it('a table of 100,000 rows: found, masked, clean', () => {
    const cwd = temporaryFolder();
    const rows = 100_000;
    const row = (i: number) =>
      i === 0
        ? '氏名,電話番号,メール\r\n'
        : `見本,${madeUp.phone(i)},${madeUp.email(i)}\r\n`;
    const file = join(cwd, 'people.csv');
    const fd = openSync(file, 'w');
    for (let i = 0; i <= rows; i++) writeSync(fd, row(i));
    closeSync(fd);

    const found = measured(['--format', 'ndjson'], cwd);
    assert.equal(found.stdout.split('\n').length - 1, 2 * rows);
    assert.ok(found.memory < 400 * MB, `${found.memory} bytes`);

    const masked = measured(['mask', '--write'], cwd);
    assert.equal(masked.code, 0, masked.stderr);
    assert.ok(masked.memory < 400 * MB, `${masked.memory} bytes`);
    const lines = readFileSync(file, 'utf8').split('\r\n');
    assert.equal(lines.length, rows + 2);
    assert.ok(lines.slice(0, -1).every((line) => line.split(',').length === 3));
    assert.equal(runCli([], { cwd }).code, 0);

    const again = readFileSync(file);
    assert.equal(runCli(['mask', '--write'], { cwd }).code, 0);
    assert.ok(readFileSync(file).equals(again), 'masking twice changes nothing');
  });
});
