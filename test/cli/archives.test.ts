import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { describe, it } from 'mocha';
import { newRepository } from '../support/git-repository.ts';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temp-folder.ts';

const A = madeUp.phone(1);
const text = (value: string) => new TextEncoder().encode(value);
const paths = (stdout: string) => stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line).path);

describe('archives', () => {
  const archive = () => zipSync({ 'in/a.csv': text(`name,tel\nx,${A}\n`), [`${A}.txt`]: text(`tel ${A}\n`), 'b.txt': text('x\n') });

  it('are scanned, member by member; values in names are masked', () => {
    const cwd = folderWith({ 'a.zip': archive(), 'dump.sql.gz': gzipSync(text(`-- tel ${A}\n`)), 'c.txt': `tel ${A}\n` });
    const { code, stdout, stderr } = runCli(['--format', 'ndjson'], { cwd });
    assert.equal(stderr, '');
    assert.equal(code, 1);
    assert.deepEqual(paths(stdout).sort(), ['a.zip!***-****-****.txt', 'a.zip!in/a.csv', 'c.txt', 'dump.sql.gz!dump.sql']);
    assert.ok(!stdout.includes(A));
  });

  it('the configuration speaks of members too', () => {
    const config = '{ "ignore": ["*.txt"], "overrides": [{ "files": ["*.csv"], "rules": { "phone-number": "off" } }] }';
    const cwd = folderWith({ 'a.zip': archive(), 'leaklint.json': config });
    assert.equal(runCli([], { cwd }).code, 0);
    const none = folderWith({ 'a.zip': archive(), 'leaklint.json': '{ "ignore": ["*.zip"] }' });
    assert.equal(runCli([], { cwd: none }).code, 0);
  });

  it('from standard input', () => {
    const cwd = folderWith({});
    const zip = runCli(['--stdin', '--stdin-filename', 'x.zip', '--format', 'ndjson'], { cwd, input: archive() });
    assert.equal(paths(zip.stdout).length, 2);
    const input = gzipSync(text(`tel ${A}\n`));
    const gz = runCli(['--stdin', '--stdin-filename', 'x.txt.gz', '--format', 'ndjson'], { cwd, input });
    assert.deepEqual(paths(gz.stdout), ['x.txt.gz!x.txt']);
  });

  it('a damaged one is named, the rest is reported, the code is 3', () => {
    const cwd = folderWith({ 'a.zip': archive().subarray(0, 150), 'b.gz': 'no archive', 'c.txt': `tel ${A}\n` });
    const { code, stdout, stderr } = runCli(['--format', 'ndjson'], { cwd });
    assert.equal(code, 3);
    assert.deepEqual(paths(stdout), ['c.txt']);
    const why = 'could not be read: the archive is damaged, or no archive';
    assert.equal(stderr, `leaklint: a.zip ${why}\nleaklint: b.gz!b ${why}\n`);
  });

  it('staged: only what the older archive did not have', () => {
    const repository = newRepository({ 'a.zip': zipSync({ 'a.txt': text(`tel ${A}\n`) }) });
    repository.commitAll();
    repository.write({ 'a.zip': zipSync({ 'a.txt': text(`tel ${A}\n`), 'b.txt': text(`tel ${madeUp.phone(2)}\n`) }) });
    repository.git('add', '.');
    const { stdout, code } = runCli(['--staged', '--format', 'ndjson'], { cwd: repository.folder });
    assert.equal(code, 1);
    assert.deepEqual(paths(stdout), ['a.zip!b.txt']);
  });

  it('are not masked: named ones fail, others are told', () => {
    const cwd = folderWith({ 'a.zip': archive(), 'b.txt': `tel ${A}\n` });
    const before = readFileSync(join(cwd, 'a.zip'));
    const all = runCli(['mask', '--write'], { cwd });
    assert.equal(all.code, 0);
    assert.equal(all.stderr, 'leaklint: 1 not masked: archives are read, not written: a.zip\n');
    const named = runCli(['mask', '--write', 'a.zip'], { cwd });
    assert.equal(named.code, 3);
    assert.equal(named.stderr, 'leaklint: a.zip was not changed: archives are read, not written\n');
    assert.ok(readFileSync(join(cwd, 'a.zip')).equals(before));
  });
});
