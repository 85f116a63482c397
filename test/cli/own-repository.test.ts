import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { runCli } from '../support/run-cli.ts';

const ROOT = join(__dirname, '..', '..');

describe('this repository', () => {
  it('is clean', () => {
    const { code, stdout, stderr } = runCli(['--format', 'ndjson'], { cwd: ROOT });
    assert.equal(stdout, '');
    assert.equal(code, 0, stderr);
  });

  it('shows its samples when asked to', () => {
    const { code, stdout } = runCli(['samples', '--config', 'samples.leaklint.json'], { cwd: ROOT });
    assert.equal(code, 1);
    for (const file of ['customers.csv', 'reservation.ts', 'users.json', 'access.log', 'customers.sql', '.env']) {
      assert.ok(stdout.includes(`samples/${file}\n`), file);
    }
  });

  it('holds nobody in its samples: they are silent by default', () => {
    const args = ['samples', '--config', 'test/cli/silent.json', '--format', 'ndjson'];
    assert.deepEqual(runCli(args, { cwd: ROOT }), { code: 0, stdout: '', stderr: '' });
  });
});
