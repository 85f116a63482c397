import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { beginReplacement } from '../../../src/node/replace-file.ts';
import { folderWith, temporaryFolder } from '../../support/temp-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('replacing a file', () => {
  it('changes nothing before the commit, and leaves only the file behind', () => {
    const folder = folderWith({ 'a.txt': 'old' });
    const file = join(folder, 'a.txt');
    const replacement = beginReplacement(file);
    replacement.write(bytes('ne'));
    replacement.write(bytes('w'));
    assert.equal(readFileSync(file, 'utf8'), 'old');
    replacement.commit();
    replacement.abandon();
    assert.equal(readFileSync(file, 'utf8'), 'new');
    assert.deepEqual(readdirSync(folder), ['a.txt']);
  });

  it('abandoned, leaves everything as it was', () => {
    const folder = folderWith({ 'a.txt': 'old' });
    const replacement = beginReplacement(join(folder, 'a.txt'));
    replacement.write(bytes('new'));
    replacement.abandon();
    assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder), ['a.txt']);
  });

  it('keeps the mode', () => {
    const file = join(folderWith({ 'a.sh': 'old' }), 'a.sh');
    chmodSync(file, 0o751);
    beginReplacement(file).commit();
    assert.equal(statSync(file).mode & 0o7777, 0o751);
  });

  it('writes through a symbolic link', () => {
    const folder = folderWith({ 'real/a.txt': 'old' });
    symlinkSync('real/a.txt', join(folder, 'link'));
    const replacement = beginReplacement(join(folder, 'link'));
    replacement.write(bytes('new'));
    replacement.commit();
    assert.equal(readFileSync(join(folder, 'real/a.txt'), 'utf8'), 'new');
    assert.deepEqual(readdirSync(folder).sort(), ['link', 'real']);
  });

  it('makes a file that was not there', () => {
    const folder = temporaryFolder();
    const replacement = beginReplacement(join(folder, 'new.txt'));
    replacement.write(bytes('x'));
    replacement.commit();
    assert.equal(readFileSync(join(folder, 'new.txt'), 'utf8'), 'x');
  });

  it('refuses what is no file', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'sub'));
    assert.throws(() => beginReplacement(join(folder, 'sub')), { code: 'EISDIR' });
    assert.throws(() => beginReplacement(join(folder, 'no', 'x')), { code: 'ENOENT' });
  });
});
