import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'mocha';
import { newRepository } from '../support/git-repository.ts';
import { madeUp } from '../support/made-up.ts';
import { CLI, runCli } from '../support/run-cli.ts';

const PRELOAD = join(__dirname, 'preload', 'loaded.cjs');
/** Their names have no hash: what is loaded on its first use. */
const PIECE = /^[a-z-]+\.js$/;

/** Bytes of all rules; with what looks through files first it is a good deal less. */
const ENGINE = 280_000;

/** The tables and pieces that the hook loads when a file is staged. */
function loadedFor(text: string, policy?: string) {
  const repository = newRepository({
    'a.ts': text,
    ...(policy === undefined ? {} : { 'leaklint.json': policy }),
  });
  repository.git('add', '--all');
  const options = { cwd: repository.folder, node: ['--require', PRELOAD] };
  const { code, stderr } = runCli(['hook', 'run'], options);
  const files = JSON.parse(/^LOADED (.+)$/m.exec(stderr)?.[1] ?? '[]') as string[];
  assert.ok(files.includes(CLI));
  const ours = files.filter((file) => file.includes(dirname(CLI)));
  const size = ours.reduce((sum, file) => sum + statSync(file).size, 0);
  return { code, size, loaded: files.map((file) => basename(file)).filter((name) => PIECE.test(name)) };
}

describe('the hook loads', () => {
  it('no table and no piece that it has no use for', () => {
    const line = 'export const answer = 42; // of 1000\n';
    const { code, loaded, size } = loadedFor(line.repeat(20));
    assert.equal(code, 0);
    assert.deepEqual(loaded, ['cli.js']);
    assert.ok(size < ENGINE, `the engine is loaded: ${String(size)} bytes`);
  });

  it('the engine where a policy is staged: it may have rules of its own', () => {
    const rule = '{ "custom": { "ticket": { "pattern": "TICKET-[0-9]{3}" } } }';
    const { size } = loadedFor('const a = "TICKET-123";\n', rule);
    assert.ok(size > ENGINE);
  });

  it('what a value needs', () => {
    const { code, loaded } = loadedFor(`const tel = '${madeUp.phone(1)}';\n`);
    assert.equal(code, 1);
    for (const name of ['phone-number.js', 'phone.js']) assert.ok(loaded.includes(name), name);
    for (const name of ['japan.js', 'names.js', 'config.js']) assert.ok(!loaded.includes(name));
  });
});
