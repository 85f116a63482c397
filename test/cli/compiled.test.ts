import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { newRepository } from '../support/git-repository.ts';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';

describe('what V8 compiled', () => {
  let caches: string;
  before(() => (caches = mkdtempSync(join(tmpdir(), 'leaklint-'))));
  after(() => rmSync(caches, { recursive: true, force: true }));

  const kept = () =>
    readdirSync(caches, { recursive: true })
      .map((name) => join(caches, String(name)))
      .filter((path) => statSync(path).isFile());

  it('is kept, and changes nothing, damaged or not', () => {
    const repository = newRepository({ 'a.ts': `const tel = '${madeUp.phone(1)}';\n` });
    repository.git('add', 'a.ts');
    const options = { cwd: repository.folder, env: { XDG_CACHE_HOME: caches } };
    const run = () => runCli(['hook', 'run'], options);

    const first = run();
    assert.equal(first.code, 1);
    assert.ok(kept().length > 0);
    assert.deepEqual(run(), first);
    for (const file of kept()) {
      const bytes = readFileSync(file);
      const middle = bytes.length >> 2;
      bytes.set([bytes[middle]! ^ 0xff], middle);
      writeFileSync(file, bytes);
    }
    assert.deepEqual(run(), first);
    for (const file of kept()) writeFileSync(file, '');
    assert.deepEqual(run(), first);
  });

  it('is kept no more where Node is told so', () => {
    const cwd = newRepository({}).folder;
    const keepsIn = (cache: string, more = {}) => {
      const env = { XDG_CACHE_HOME: join(caches, cache), ...more };
      assert.equal(runCli(['--version'], { cwd, env }).code, 0);
      return existsSync(join(caches, cache));
    };
    assert.ok(keepsIn('on'));
    assert.ok(!keepsIn('off', { NODE_DISABLE_COMPILE_CACHE: '1' }));
  });
});
