import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';
import { folderWith } from '../support/temp-folder.ts';

const A = madeUp.phone(1);
const MASKED = A.replace(/^(\d{3})-\d{4}/, '$1-****');

const mask = (cwd: string, ...args: string[]) => runCli(['mask', '--write', ...args], { cwd });

describe('leaklint mask --write', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  const encodings: readonly [name: string, encode: (text: string) => Buffer][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian', (text) => utf16(`\ufeff${text}`)],
    ['UTF-16 big-endian', (text) => utf16(`\ufeff${text}`).swap16()],
  ];
  for (const [name, encode] of encodings) {
    for (const end of ['\n', '\r\n', '\r']) {
      it(`keeps ${name} with ${JSON.stringify(end)}`, () => {
        const text = (phone: string) =>
          ['氏名,電話番号,備考', `"見本 😀",${phone},"a ""b"""`, `x,"${phone}",`, ''].join(end);
        const cwd = folderWith({ 'a.csv': encode(text(A)) });
        assert.equal(mask(cwd).code, 0);
        assert.deepEqual(readFileSync(join(cwd, 'a.csv')), encode(text(MASKED)));
      });
    }
  }

  it('keeps bytes that are not UTF-8', () => {
    const rest = Buffer.from([0xe9, 0x20, 0xff, 0xe3, 0x81, 0x0a]);
    const cwd = folderWith({ 'a.txt': Buffer.concat([rest, Buffer.from(`tel: ${A}\n`), rest]) });
    const { code, stderr } = mask(cwd);
    assert.equal(code, 0, stderr);
    const expected = Buffer.concat([rest, Buffer.from(`tel: ${MASKED}\n`), rest]);
    assert.deepEqual(readFileSync(join(cwd, 'a.txt')), expected);
  });

  it('keeps what is broken in UTF-16', () => {
    const text = (phone: string) => Buffer.concat([utf16(`\ufeff\ud800 tel: ${phone}\n`), Buffer.of(1)]);
    const cwd = folderWith({ 'a.txt': text(A) });
    assert.equal(mask(cwd).code, 0);
    assert.deepEqual(readFileSync(join(cwd, 'a.txt')), text(MASKED));
  });

  it('reads and writes the encoding that is said, by an option or by the configuration', () => {
    // The two characters are halves of others in the encodings that are guessed.
    const text = (phone: string) => Buffer.concat([Buffer.of(0xb3, 0xaf), Buffer.from(` tel ${phone}\n`)]);
    const cwd = folderWith({
      'a.txt': text(A),
      'leaklint.json': '{ "encoding": "big5", "overrides": [{ "files": "b*", "encoding": "euc-kr" }] }',
    });
    const { stdout } = runCli(['--format', 'ndjson', '--encoding', 'CP950'], { cwd });
    const { start } = JSON.parse(stdout);
    assert.deepEqual([start.offset, start.byte], [6, 7]);
    assert.equal(mask(cwd).code, 0);
    assert.deepEqual(readFileSync(join(cwd, 'a.txt')), text(MASKED));
    const wrong = runCli(['--encoding', 'ebcdic'], { cwd });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /^leaklint: /);
  });

  it('keeps the mode, and the link to a file', () => {
    const cwd = folderWith({ 'real/a.sh': `tel: ${A}\n` });
    chmodSync(join(cwd, 'real/a.sh'), 0o750);
    symlinkSync('real/a.sh', join(cwd, 'link'));
    assert.equal(mask(cwd, 'link').code, 0);
    assert.ok(lstatSync(join(cwd, 'link')).isSymbolicLink());
    assert.equal(readFileSync(join(cwd, 'real/a.sh'), 'utf8'), `tel: ${MASKED}\n`);
    assert.equal(statSync(join(cwd, 'real/a.sh')).mode & 0o777, 0o750);
  });

  it('does not touch a file in which nothing is masked', () => {
    const cwd = folderWith({ 'a.txt': 'nothing\n' });
    utimesSync(join(cwd, 'a.txt'), 1000, 1000);
    const before = statSync(join(cwd, 'a.txt'));
    assert.equal(mask(cwd).code, 0);
    const after = statSync(join(cwd, 'a.txt'));
    assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
  });

  it('masks what stands far behind in a large file', () => {
    const filler = 'nothing to see here\n'.repeat(200_000);
    const cwd = folderWith({ 'a.txt': `${filler}tel: ${A}\n${filler}` });
    assert.equal(mask(cwd).code, 0);
    assert.equal(readFileSync(join(cwd, 'a.txt'), 'utf8'), `${filler}tel: ${MASKED}\n${filler}`);
  });

  it('leaves binary files alone, and names them', () => {
    const cwd = folderWith({ 'a.bin': `\0${A}`, 'b.txt': `tel: ${A}\n` });
    const { code, stderr } = mask(cwd);
    assert.equal(code, 0);
    assert.equal(stderr, 'leaklint: 1 file not scanned, binary: a.bin\n');
    assert.equal(readFileSync(join(cwd, 'a.bin'), 'latin1'), `\0${A}`);
  });

  for (const strategy of ['partial', 'placeholder', 'stand-in']) {
    it(`twice with ${strategy} is as once, and the result is clean`, () => {
      const row = (n: number) =>
        [madeUp.phone(n), madeUp.email(n), madeUp.postal(n), madeUp.address(n), madeUp.passport(n)];
      const rows = [['電話番号', 'メール', '郵便番号', '住所', '旅券番号'], row(1), row(2), row(3)];
      const cwd = folderWith({
        'a.csv': rows.map((cells) => `${cells.join(',')}\n`).join(''),
        'b.txt': `${row(4).join(' / ')}\n`,
      });
      assert.equal(mask(cwd, '--strategy', strategy).code, 0);
      const once = readdirSync(cwd).map((name) => readFileSync(join(cwd, name), 'utf8'));
      const { stdout, code } = runCli(['--format', 'ndjson'], { cwd });
      assert.equal(stdout, '');
      assert.equal(code, 0);
      assert.equal(mask(cwd, '--strategy', strategy).stdout, 'Nothing to mask\n');
      const twice = readdirSync(cwd).map((name) => readFileSync(join(cwd, name), 'utf8'));
      assert.deepEqual(twice, once);
      const columns = (text: string) => text.split('\n').map((line) => line.split(',').length);
      assert.deepEqual(columns(once[0] ?? ''), [5, 5, 5, 5, 1]);
    });
  }
});

describe('leaklint mask --output', () => {
  it('copies a folder as it lies, and never what it has copied', () => {
    const cwd = folderWith({
      'data/a.txt': `tel: ${A}\n`,
      'data/sub/b.txt': 'clean\n',
      'data/c.bin': '\0',
    });
    for (let i = 0; i < 2; i++) {
      assert.equal(runCli(['mask', 'data', '--output', 'data/masked'], { cwd }).code, 0);
      const copied = readdirSync(join(cwd, 'data/masked'), { recursive: true, encoding: 'utf8' });
      assert.deepEqual(copied.sort(), ['a.txt', 'sub', 'sub/b.txt']);
    }
    assert.equal(readFileSync(join(cwd, 'data/masked/a.txt'), 'utf8'), `tel: ${MASKED}\n`);
    assert.equal(readFileSync(join(cwd, 'data/a.txt'), 'utf8'), `tel: ${A}\n`);
  });

  it('goes on when a copy cannot be written', () => {
    const cwd = folderWith({ 'a/x': 'x\n', 'b/x/y': 'y\n', 'b/z': 'z\n', 'out/x/keep': '' });
    const { code, stderr } = runCli(['mask', 'a', 'b', '--output', 'out'], { cwd });
    assert.equal(code, 3);
    assert.equal(stderr, 'leaklint: a/x was not changed: it is a folder\n');
    assert.equal(readFileSync(join(cwd, 'out/x/y'), 'utf8'), 'y\n');
    assert.equal(readFileSync(join(cwd, 'out/z'), 'utf8'), 'z\n');
  });
});
