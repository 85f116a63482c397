import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { cacheFolder } from '../../../src/cli/compile-cache.ts';

const HOME = join(homedir(), '.cache', 'leaklint', 'compiled');
const CASES: readonly [name: string, env: NodeJS.ProcessEnv, cwd: string, folder?: string][] = [
  ['lies in the home', {}, '/w', HOME],
  ['or where the user keeps caches', { XDG_CACHE_HOME: '/c' }, '/w', join('/c/leaklint/compiled')],
  ['never in the repository', { XDG_CACHE_HOME: '/w/c' }, '/w'],
  ['nor in one around the home', {}, homedir()],
  ['nor in a relative place', { XDG_CACHE_HOME: 'c' }, '/w'],
  ['nor anywhere but where Node is told', { NODE_COMPILE_CACHE: '/n' }, '/w'],
];

describe('the cache of what V8 compiled', () => {
  for (const [name, env, cwd, folder] of CASES) {
    it(name, () => {
      assert.equal(cacheFolder(env, cwd), folder);
    });
  }
});
