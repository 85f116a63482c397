import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temp-folder.ts';

const PRELOAD = join(__dirname, 'preload', 'killed-at.cjs');

/** Of several blocks, so that there are several writes. */
const OLD = `${`${'nothing '.repeat(9)}\n`.repeat(4000)}tel ${madeUp.phone(1)}\n`.repeat(3);

const contentOf = (folder: string) => readFileSync(join(folder, 'a.txt'), 'utf8');
const others = (folder: string) => readdirSync(folder).filter((name) => name !== 'a.txt');

describe('mask --write, killed at every step', function () {
  this.timeout(120_000);

  for (const when of ['before', 'half', 'after']) {
    it(`${when}: the old file or the new one; the next run ends the work and leaves nothing behind`, () => {
      const whole = folderWith({ 'a.txt': OLD });
      assert.equal(runCli(['mask', '--write'], { cwd: whole }).code, 0);
      const masked = contentOf(whole);
      assert.notEqual(masked, OLD);
      const seen = new Set<string>();
      let step = 0;
      for (; ; step++) {
        const cwd = folderWith({ 'a.txt': OLD });
        const env = { KILL_AT: String(step), KILL_WHEN: when };
        const { code } = runCli(['mask', '--write'], { cwd, env, node: ['--require', PRELOAD] });
        const content = contentOf(cwd);
        assert.ok(content === OLD || content === masked, `step ${step}`);
        if (code !== null) break;
        assert.ok(others(cwd).length <= 1, `step ${step}`);
        seen.add(content === OLD ? 'old' : 'new');

        assert.equal(runCli(['mask', '--write'], { cwd }).code, 0, `step ${step}`);
        assert.ok(contentOf(cwd) === masked, `step ${step}`);
        assert.deepEqual(others(cwd), [], `step ${step}`);
      }
      assert.ok(step >= 8, `${step} steps`);
      assert.deepEqual([...seen].sort(), ['new', 'old']);
    });
  }
});
