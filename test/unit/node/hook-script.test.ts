import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { hookScript, isOurs } from '../../../src/node/hook/script.ts';
import { folderWith } from '../../support/temp-folder.ts';

describe("the hook's script", () => {
  it('is known again', () => {
    assert.equal(isOurs(hookScript('/usr/bin/node', '/x/cli.js')), true);
    assert.equal(isOurs('#!/bin/sh\nleaklint hook run\n'), false);
  });

  for (const folder of ['with blank', "it's", '$HOME', '`x`', 'a"b', '名前']) {
    it(`finds the command line in a folder called ${folder}`, () => {
      const cwd = folderWith({
        [`${folder}/cli.js`]: 'console.log(process.argv.slice(2).join())',
        hook: '',
      });
      const script = hookScript(process.execPath, join(cwd, folder, 'cli.js'));
      const out = execFileSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
      assert.equal(out, 'hook,run\n');
    });
  }

  it("takes the project's own command line first", () => {
    const cwd = folderWith({
      'node_modules/leaklint/dist/cli.js': 'console.log("own")',
      'cli.js': 'console.log("other")',
    });
    const script = hookScript(process.execPath, join(cwd, 'cli.js'));
    assert.equal(execFileSync('sh', ['-c', script], { cwd, encoding: 'utf8' }), 'own\n');
  });

  it('takes another Node when its own has gone', () => {
    const cwd = folderWith({ 'cli.js': 'console.log("ran")' });
    const script = hookScript('/nowhere/node', join(cwd, 'cli.js'));
    assert.equal(execFileSync('sh', ['-c', script], { cwd, encoding: 'utf8' }), 'ran\n');
  });
});
