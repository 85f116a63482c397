import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { ClosedError } from '../../../src/cli/io.ts';
import { languageOf } from '../../../src/cli/language.ts';
import { main } from '../../../src/cli/main.ts';
import { bufferedSink } from '../../../src/cli/buffered-sink.ts';
import { createProgress } from '../../../src/cli/progress.ts';
import { en } from '../../../src/cli/text/en.ts';
import { ja } from '../../../src/cli/text/ja.ts';
import { fakeIo } from '../../support/fake-io.ts';
import { folderWith } from '../../support/temp-folder.ts';

describe('language', () => {
  const cases: readonly [env: NodeJS.ProcessEnv, expected: string][] = [
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
    [{ LANG: 'ja' }, 'ja'],
    [{ LANG: 'jam_JM' }, 'en'],
    [{ LANG: 'ja_JP', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'ja_JP', LC_MESSAGES: 'en_US' }, 'en'],
    [{ LANG: 'en_US', LC_ALL: 'ja_JP' }, 'ja'],
    [{ LANG: 'ja_JP', LC_ALL: '' }, 'ja'],
  ];
  for (const [env, expected] of cases) {
    it(`${JSON.stringify(env)}: ${expected}`, () => {
      assert.equal(languageOf(env), expected);
    });
  }

  it('asked for goes before the locale', () => {
    assert.equal(languageOf({ LANG: 'ja_JP' }, 'en'), 'en');
  });
});

describe('messages', () => {
  it('say the same in both languages', () => {
    assert.deepEqual(Object.keys(ja).sort(), Object.keys(en).sort());
    for (const [key, value] of Object.entries(en)) {
      const other = (ja as Readonly<Record<string, unknown>>)[key];
      assert.equal(typeof other, typeof value, key);
      if (typeof value === 'function') continue;
      assert.notEqual(other, value, key);
    }
  });

  it('know the same system errors', () => {
    for (const code of ['ENOENT', 'EACCES', 'rule-crashed', 'no-blob', 'changed']) {
      assert.notEqual(en.code(code), code);
      assert.notEqual(ja.code(code), code);
      assert.notEqual(ja.code(code), en.code(code));
    }
    assert.equal(en.code('EWHATEVER'), 'EWHATEVER');
  });
});

describe('main', () => {
  const languages: readonly [args: readonly string[], env: NodeJS.ProcessEnv, found: RegExp][] = [
    [['--help'], {}, /^Usage: leaklint/],
    [['--help'], { LC_ALL: 'ja_JP.UTF-8' }, /^使い方: leaklint/],
    [['--help', '--lang', 'ja'], {}, /^使い方: leaklint/],
    [['--lang=en', 'mask', '--help'], { LANG: 'ja' }, /^Usage: leaklint mask/],
    [['help', 'hook', '--lang', 'ja'], {}, /^使い方: leaklint hook/],
  ];
  for (const [args, env, found] of languages) {
    it(`${args.join(' ')} ${JSON.stringify(env)}`, async () => {
      const io = fakeIo({ env });
      assert.equal(await main(args, io), 0);
      assert.match(io.written.stdout, found);
      assert.equal(io.written.stderr, '');
    });
  }

  it('after -- an option is a path', async () => {
    const io = fakeIo({ cwd: folderWith({ '--lang': 'x', ja: 'x' }) });
    assert.equal(await main(['--', '--lang', 'ja'], io), 0);
    assert.equal(io.written.stdout, 'No personal data found · 2 files scanned\n');
  });

  it('shows colours on a terminal, unless told not to', async () => {
    const cwd = folderWith({ 'a.txt': 'x' });
    const coloured = async (env: NodeJS.ProcessEnv, terminal: boolean) => {
      const io = fakeIo({ cwd, env, terminal });
      await main([], io);
      return io.written.stdout.includes('\u001b[');
    };
    assert.equal(await coloured({}, true), true);
    assert.equal(await coloured({}, false), false);
    assert.equal(await coloured({ NO_COLOR: '1' }, true), false);
    assert.equal(await coloured({ FORCE_COLOR: '1' }, false), true);
    assert.equal(await coloured({ FORCE_COLOR: '0' }, true), false);
  });

  it('stops when interrupted', async () => {
    const io = fakeIo({ cwd: folderWith({ 'a.txt': 'x', 'b.txt': 'x' }) });
    io.interrupt();
    assert.equal(await main([], io), 130);
    assert.equal(io.written.stderr, 'leaklint: Interrupted\n');
  });

  it('writes a configuration that is right', async () => {
    const io = fakeIo({ cwd: folderWith({ 'a.txt': 'x' }) });
    assert.equal(await main(['init'], io), 0);
    assert.equal(await main([], io), 0);
    assert.equal(io.written.stderr, '');
  });

  it('leaves no half report when interrupted', async () => {
    const io = fakeIo({ cwd: folderWith({ 'a.txt': 'x', 'report.json': 'old' }) });
    io.interrupt();
    assert.equal(await main(['--format', 'json', '--output', 'report.json'], io), 130);
    assert.deepEqual(readdirSync(io.cwd), ['a.txt', 'report.json']);
    assert.equal(readFileSync(join(io.cwd, 'report.json'), 'utf8'), 'old');
  });

  it('tells the kind of an internal error and nothing else', async () => {
    const io = fakeIo();
    Object.defineProperty(io, 'cwd', {
      get() {
        throw new RangeError('text of a file');
      },
    });
    assert.equal(await main(['rules', '--format', 'json'], io), 0);
    assert.equal(await main(['.'], io), 3);
    assert.equal(io.written.stderr, 'leaklint: internal error RangeError\n');
  });
});

describe('progress', () => {
  it('is a line on a terminal that goes away', () => {
    const io = fakeIo({ terminal: true });
    const progress = createProgress(io);
    progress.show(() => 'x'.repeat(200));
    progress.clear();
    progress.clear();
    assert.equal(io.written.stderr, `\r\u001b[2K${'x'.repeat(79)}\r\u001b[2K`);
  });

  it('is nothing elsewhere', () => {
    const io = fakeIo();
    const progress = createProgress(io);
    progress.show(() => assert.fail('asked for'));
    progress.clear();
    assert.equal(io.written.stderr, '');
  });
});

describe('a buffered sink', () => {
  it('gathers small writes and passes on large ones', async () => {
    const pieces: string[] = [];
    const sink = bufferedSink({ write: async (text) => void pieces.push(text) });
    await sink.write('a');
    await sink.write('b');
    assert.equal(pieces.length, 0);
    await sink.write('c'.repeat(70_000));
    await sink.write('d');
    await sink.flush();
    await sink.flush();
    assert.deepEqual(
      pieces.map((piece) => piece.length),
      [70_002, 1],
    );
  });

  it('tells that nobody reads', async () => {
    const sink = bufferedSink({
      write: async () => {
        throw new ClosedError();
      },
    });
    await sink.write('a');
    await assert.rejects(sink.flush(), ClosedError);
  });
});
