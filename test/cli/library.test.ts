import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { madeUp } from '../support/made-up.ts';
import { folderWith } from '../support/temp-folder.ts';

const ROOT = join(__dirname, '..', '..');

/** A project that depends on the built package. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = folderWith({ 'package.json': '{}', ...files });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'leaklint'));
  return folder;
}

const COUNT = "console.log(scanText(process.argv[2]).map(({ rule }) => rule).join());";

describe('the library', () => {
  const ways: readonly [name: string, text: string][] = [
    ['a.mjs', `import { scanText } from 'leaklint'; ${COUNT}`],
    ['a.cjs', `const { scanText } = require('leaklint'); ${COUNT}`],
  ];
  for (const [name, text] of ways) {
    it(`can be used from ${name}`, () => {
      const cwd = project({ [name]: text });
      const line = `tel: ${madeUp.phone(1)}`;
      const out = execFileSync(process.execPath, [name, line], { cwd, encoding: 'utf8' });
      assert.equal(out, 'phone-number\n');
    });
  }

  it('has types, for both kinds of modules, that know right from wrong', () => {
    const use = (type: string) =>
      `import { scanText, type Finding } from 'leaklint';\nexport const found: ${type} = scanText('');\n`;
    const cwd = project({
      'right.mts': use('readonly Finding[]'),
      'right.cts': use('readonly Finding[]'),
      'wrong.mts': use('number'),
      'wrong.cts': use('number'),
    });
    const tsc = createRequire(__filename).resolve('typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext'];
    const files = readdirSync(cwd).filter((name) => name.endsWith('ts'));
    const { stdout } = spawnSync(process.execPath, [tsc, ...options, ...files], {
      cwd,
      encoding: 'utf8',
    });
    const errors = stdout.split('\n').filter((line) => line.includes('error'));
    assert.deepEqual(
      errors.map((line) => /^(\w+\.\w+)\(2,14\): error (TS\d+)/.exec(line)?.slice(1)),
      [
        ['wrong.cts', 'TS2322'],
        ['wrong.mts', 'TS2322'],
      ],
    );
  });
});
