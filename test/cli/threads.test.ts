import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temp-folder.ts';

/** Files of every kind, more than the first threads get at once. */
function tree(): string {
  const files: Record<string, string> = {
    'leaklint.json': '{ "ignore": ["**/ignored-*"], "allow": [] }',
    'sub/leaklint.json': '{ "rules": { "email": "off" } }',
  };
  for (let i = 0; i < 400; i++) {
    const folder = i % 7 === 0 ? 'sub/' : '';
    const name = i % 11 === 0 ? `ignored-${String(i)}` : `file-${String(i)}`;
    files[`${folder}${name}.txt`] = `tel ${madeUp.phone(i)}\nmail ${madeUp.email(i)}\n`;
  }
  const cwd = folderWith(files);
  writeFileSync(join(cwd, 'file-100.bin'), Uint8Array.of(0, 1, 2, 3));
  writeFileSync(join(cwd, 'file-200-broken.txt'), Buffer.from([0x61, 0xff, 0x0a, 0xe3, 0x81]));
  // Too large for a thread to keep what it finds.
  const line = `${'x'.repeat(99)}\n`.repeat(50_000);
  writeFileSync(join(cwd, 'file-300-large.txt'), `tel ${madeUp.phone(900)}\n${line}`);
  return cwd;
}

describe('threads', function () {
  this.timeout(120_000);

  for (const format of ['text', 'ndjson', 'sarif']) {
    it(`as many as you like tell the same, in the same order: ${format}`, () => {
      const cwd = tree();
      const [one, ...more] = ['1', '2', '4'].map((threads) =>
        runCli(['--threads', threads, '--format', format], { cwd }),
      );
      assert.equal(one!.code, 1);
      assert.ok(one!.stdout.length > 10_000);
      for (const { code, stdout, stderr } of more) {
        assert.equal(code, one!.code);
        assert.equal(stderr, one!.stderr);
        assert.equal(stdout, one!.stdout);
      }
    });
  }

  it('as many as you like tell the same of one large table, whose rows they share', () => {
    const row = (i: number) =>
      `${String(i)},見本,${madeUp.phone(i)},${madeUp.email(i)},${madeUp.address(i)}\n`;
    const rows = Array.from({ length: 120_000 }, (_, i) => row(i)).join('');
    const cwd = folderWith({ 'people.csv': `番号,氏名,電話番号,メール,住所\n${rows}` });
    const [one, ...more] = ['1', '2', '3'].map((threads) =>
      runCli(['--threads', threads], { cwd }),
    );
    assert.equal(one!.code, 1);
    assert.match(one!.stdout.slice(-2000), /120,?000/);
    for (const each of more) assert.deepEqual(each, one);
    const input = readFileSync(join(cwd, 'people.csv'));
    const args = ['--stdin', '--stdin-filename', 'people.csv', '--threads', '2'];
    assert.deepEqual(runCli(args, { cwd, input }), one);
  });

  it('a configuration that is broken stops all of them', () => {
    const cwd = tree();
    writeFileSync(join(cwd, 'sub/leaklint.json'), '{ "rules": ');
    const [one, two] = ['1', '2'].map((threads) => runCli(['--threads', threads], { cwd }));
    assert.equal(one!.code, 2);
    assert.deepEqual(two, one);
  });

  it('an argument of our own threads, typed, is a mistake like any other', () => {
    assert.equal(runCli(['--thread', '4'], { cwd: folderWith({}) }).code, 2);
  });

  it('how many is a number from 1 to 64', () => {
    for (const count of ['0', '65', 'x', '1.5']) {
      assert.equal(runCli(['--threads', count], { cwd: folderWith({}) }).code, 2);
    }
  });
});
