import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { maskFile } from '../../../src/node/mask-file.ts';
import { readWhole } from '../../../src/node/open-file.ts';
import { readFileChunks, UnreadableError } from '../../../src/node/read-chunks.ts';
import { fileTargets } from '../../../src/node/targets.ts';
import { UnwrittenError } from '../../../src/node/unwritten-error.ts';
import { walk } from '../../../src/node/walk.ts';
import { policyOf } from '../../../src/policy/policy.ts';
import { madeUp } from '../../support/made-up.ts';
import { folderWith } from '../../support/temp-folder.ts';

const MIB = 1 << 20;

/** How much is read of a file with which something happens after its first bytes were read. */
function lengthRead(path: string, meddle: () => void): number {
  const chunks = readFileChunks(path);
  const first = chunks.next();
  assert.ok(!first.done);
  meddle();
  let length = first.value.length;
  for (const chunk of chunks) length += chunk.length;
  return length;
}

describe('a file that changes while it is read', () => {
  const changes: readonly (readonly [string, (path: string) => void, number])[] = [
    ['grows: as long as it was', (path) => appendFileSync(path, 'x'.repeat(3 * MIB)), 3 * MIB],
    ['shrinks: as long as it is', (path) => truncateSync(path, 2 * MIB), 2 * MIB],
    ['is emptied: what was read', (path) => truncateSync(path, 0), 1 << 16],
    ['vanishes: to its end', (path) => rmSync(path), 3 * MIB],
    ['is replaced: the old one to its end', (path) => renameSync(path, `${path}.old`), 3 * MIB],
  ];
  for (const [name, change, expected] of changes) {
    it(name, () => {
      const path = join(folderWith({ 'a.txt': 'x'.repeat(3 * MIB) }), 'a.txt');
      assert.equal(
        lengthRead(path, () => change(path)),
        expected,
      );
    });
  }
});

describe('a file that is something else when it is opened', () => {
  const others: readonly (readonly [string, (path: string) => void, string])[] = [
    ['a pipe', (path) => void execFileSync('mkfifo', [path]), 'special'],
    ['a device', (path) => symlinkSync('/dev/zero', path), 'special'],
    ['a folder', (path) => mkdirSync(path), 'EISDIR'],
    ['a link to itself', (path) => symlinkSync(path, path), 'ELOOP'],
    ['nothing', () => undefined, 'ENOENT'],
  ];
  for (const [name, make, code] of others) {
    it(`${name}: is told, and not waited for`, () => {
      const folder = folderWith({ 'a.txt': 'x' });
      const [target] = fileTargets([], folder);
      const path = join(folder, 'a.txt');
      rmSync(path);
      make(path);
      assert.equal(target?.kind, 'file');
      assert.throws(
        () => [...target.bytes()],
        (error) => error instanceof UnreadableError && error.code === code,
      );
      assert.throws(() => readWhole(path), { code });
    });
  }

  it('a socket', async () => {
    const path = join(folderWith({}), 'socket');
    const server = createServer().listen(path);
    await new Promise((resolve) => server.once('listening', resolve));
    assert.throws(() => readWhole(path), { code: 'ENXIO' });
    server.close();
  });
});

describe('a folder that changes while it is walked', () => {
  const next = (entries: ReturnType<typeof walk>) => {
    const { value } = entries.next();
    return value && [value.kind, value.path.split('/').slice(-2).join('/'), value.code];
  };

  it('one that vanishes is told, the rest is walked', () => {
    const folder = folderWith({ 'b.txt': '', 'c/d.txt': '', 'e.txt': '' });
    const entries = walk([folder]);
    assert.equal(next(entries)?.[0], 'file');
    rmSync(join(folder, 'c'), { recursive: true });
    assert.deepEqual(
      next(entries)?.filter((_, i) => i !== 1),
      ['unreadable', 'ENOENT'],
    );
    assert.equal(next(entries)?.[0], 'file');
    assert.equal(next(entries), undefined);
  });

  it('one that becomes a file is told', () => {
    const folder = folderWith({ 'b.txt': '', 'c/d.txt': '' });
    const entries = walk([folder]);
    next(entries);
    rmSync(join(folder, 'c'), { recursive: true });
    writeFileSync(join(folder, 'c'), '');
    assert.deepEqual(
      next(entries)?.filter((_, i) => i !== 1),
      ['unreadable', 'ENOTDIR'],
    );
  });

  it('one whose path is longer than the system takes is told, the rest is walked', () => {
    const folder = folderWith({ 'z.txt': '' });
    // One step after the other: the whole path could not be said.
    const dig = `const name = 'd'.repeat(200);
      for (let i = 0; i < 25; i++) { fs.mkdirSync(name); process.chdir(name); }`;
    execFileSync(process.execPath, ['-e', dig], { cwd: folder });
    const found = [...walk([folder])].map(({ kind, code }) => [kind, code]);
    execFileSync('rm', ['-r', join(folder, 'd'.repeat(200))]);
    assert.deepEqual(found, [
      ['unreadable', 'ENAMETOOLONG'],
      ['file', undefined],
    ]);
  });
});

describe('a file that changes while it is masked in place', () => {
  const policy = policyOf({ settings: [], custom: [], ignored: false, allow: [], overlay: {} });
  const text = `tel ${madeUp.phone(1)}\n${`${'nothing '.repeat(9)}\n`.repeat(10_000)}`;

  /** Masks a file with which something happens after its first bytes were masked. */
  async function masked(path: string, meddle: () => void): Promise<unknown> {
    let calls = 0;
    const stopped = async () => {
      if (calls++ === 0) meddle();
      return false;
    };
    const info = { path };
    const masking = { path, info, policy, rules: undefined, destination: undefined, stopped };
    const error = await maskFile(masking).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(calls > 1);
    return error;
  }

  const changes: readonly (readonly [string, (path: string) => void])[] = [
    ['grows', (path) => appendFileSync(path, 'more\n')],
    ['shrinks', (path) => truncateSync(path, 100)],
    ['is written anew', (path) => writeFileSync(path, text.toUpperCase())],
  ];
  for (const [name, change] of changes) {
    it(`${name}: it is left as it is then, and told`, async () => {
      const folder = folderWith({ 'a.txt': text });
      const path = join(folder, 'a.txt');
      let then = '';
      const error = await masked(path, () => {
        change(path);
        then = readFileSync(path, 'utf8');
      });
      assert.ok(error instanceof UnwrittenError && error.code === 'changed');
      assert.ok(readFileSync(path, 'utf8') === then);
      assert.deepEqual(readdirSync(folder), ['a.txt']);
    });
  }

  it('vanishes: it does not come back', async () => {
    const folder = folderWith({ 'a.txt': text });
    const path = join(folder, 'a.txt');
    const error = await masked(path, () => rmSync(path));
    assert.ok(error instanceof UnreadableError && error.code === 'ENOENT');
    assert.deepEqual(readdirSync(folder), []);
  });
});
