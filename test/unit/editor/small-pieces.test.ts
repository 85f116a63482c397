import assert from 'node:assert/strict';
import { isScanned } from '../../../src/editor/document-scope.ts';
import { utf8Of } from '../../../src/encoding/whole.ts';
import { escapeGlob, siblingsGlob } from '../../../src/editor/globs.ts';
import { describeError } from '../../../src/editor/guard.ts';
import { enterScope, isIgnored } from '../../../src/editor/ignore-scope.ts';
import { IDLE_LIMIT, MEGABYTE, paceOf } from '../../../src/editor/limits.ts';
import { escapeMarkdown } from '../../../src/editor/markdown.ts';
import { silencedBy } from '../../../src/editor/silenced.ts';
import { textSource } from '../../../src/node/text-source.ts';
import { readDirective } from '../../../src/policy/directive-syntax.ts';
import { globMistake, matcherOf } from '../../../src/policy/globs.ts';

describe('isScanned', () => {
  const folders = [
    { scheme: 'file', authority: '' },
    { scheme: 'vscode-vfs', authority: 'github' },
  ];
  const cases = [
    ['file', '', true],
    ['untitled', '', true],
    ['vscode-notebook-cell', '', true],
    ['vscode-scm', '', true],
    ['vscode-vfs', 'github', true],
    ['vscode-vfs', 'gitlab', false],
    ['git', '', false],
    ['gitfs', '', false],
    ['output', '', false],
    ['vscode-userdata', '', false],
    ['comment', '', false],
  ] as const;
  for (const [scheme, authority, expected] of cases) {
    it(`${scheme}://${authority}`, () =>
      assert.equal(isScanned({ scheme, authority }, folders), expected));
  }
});

describe('utf8Of', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const cases = [
    ['plain', bytes(0x61), 'a'],
    ['empty', bytes(), ''],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['UTF-16, little-endian', bytes(0xff, 0xfe, 0x61, 0, 0x42, 0x30), 'aあ'],
    ['UTF-16, big-endian', bytes(0xfe, 0xff, 0, 0x61, 0x30, 0x42), 'aあ'],
    ['UTF-16 with a lone surrogate', bytes(0xff, 0xfe, 0, 0xd8, 0x61, 0), '\ufffda'],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), undefined],
    ['NUL', bytes(0x61, 0, 0x62), undefined],
    ['UTF-16 without a mark', bytes(0x61, 0, 0x62, 0), 'ab'],
    ['Shift_JIS', bytes(0x8e, 0x81, 0x96, 0xbc, 0x2c, 0x61), '氏名,a'],
    ['Windows-1252', bytes(0x4d, 0xfc, 0x6c, 0x6c), 'Müll'],
    ['broken UTF-8', bytes(0xe6, 0xb0, 0x8f, 0xff), '氏\ufffd'],
  ] as const;
  for (const [name, input, expected] of cases) {
    it(name, () => {
      const utf8 = utf8Of(input);
      assert.equal(utf8 && new TextDecoder().decode(utf8), expected);
    });
    it(`${name}: as the command line`, () => {
      const source = textSource([input]);
      const text = source && new TextDecoder().decode(Buffer.concat([...source.chunks]));
      assert.equal(text, expected);
    });
  }
});

describe('globs', () => {
  const paths = [
    'a.csv',
    'data/b (1).csv',
    'data/[x]/c{1}.json',
    'a*b?.txt',
    'ö+@!.md',
    'Makefile',
  ];
  for (const path of paths) {
    it(`escapes ${path}`, () => {
      const glob = escapeGlob(path);
      assert.equal(globMistake(glob), undefined);
      assert.ok(matcherOf([glob])(path));
      assert.ok(!matcherOf([glob])(path.replace('.', 'x.').replace('Make', 'Fake')));
    });
  }
  const siblings = [
    ['data/b.csv', 'data/*.csv', '*.csv', true],
    ['b.csv', '*.csv', '*.csv', false],
    ['a/Makefile', 'a/Makefile', undefined, true],
    ['.env', '.env', undefined, false],
    ['a [b]/c.json', 'a \\[b\\]/*.json', '*.json', true],
  ] as const;
  for (const [path, glob, kind, inFolder] of siblings) {
    it(`siblings of ${path}`, () => assert.deepEqual(siblingsGlob(path), { glob, kind, inFolder }));
  }
});

describe('isIgnored', () => {
  const top = enterScope(undefined, '/w', 'dist/\n*.log\n!keep.log\n/top.txt\n');
  const inner = enterScope(top, '/w/a', '!b.log\n');
  const cases = [
    [top, '/w/dist', true, true],
    [top, '/w/dist', false, false],
    [top, '/w/x/y.log', false, true],
    [top, '/w/keep.log', false, false],
    [top, '/w/top.txt', false, true],
    [top, '/w/x/top.txt', false, false],
    [inner, '/w/a/b.log', false, false],
    [inner, '/w/a/c.log', false, true],
    [undefined, '/w/dist', true, false],
  ] as const;
  for (const [scope, path, isFolder, expected] of cases) {
    it(`${path}${isFolder ? '/' : ''}`, () =>
      assert.equal(isIgnored(scope, path, isFolder), expected));
  }

  it('enters a folder without a file of its own', () =>
    assert.equal(enterScope(top, '/w/b', undefined), top));
});

describe('paceOf', () => {
  const cases = [
    [0, 'live'],
    [MEGABYTE, 'live'],
    [MEGABYTE + 1, 'idle'],
    [IDLE_LIMIT, 'idle'],
    [IDLE_LIMIT + 1, 'command'],
  ] as const;
  for (const [length, expected] of cases) {
    it(String(length), () => assert.equal(paceOf(length, MEGABYTE), expected));
  }
});

describe('silencedBy', () => {
  const cases = [
    ['// leaklint-ignore-file\nx', 'whole'],
    ['x\r\n<!-- leaklint-ignore-file -- made up -->\r\n', 'whole'],
    ['# leaklint-ignore-file email, phone-number', 'partly'],
    ['# leaklint-ignore-file email\n# leaklint-ignore-file', 'whole'],
    ['# leaklint-ignore-line', 'no'],
    [`${'\n'.repeat(100)}# leaklint-ignore-file`, 'no'],
    ['', 'no'],
  ] as const;
  for (const [text, expected] of cases) {
    it(JSON.stringify(text.slice(-40)), () =>
      assert.equal(silencedBy({ readDirective }, text), expected),
    );
  }
});

describe('describeError', () => {
  const value = ['taro', 'example.com'].join('@');

  it('never repeats the text of an error', () => {
    const error = new TypeError(`cannot read ${value}`);
    error.stack = [
      `TypeError: cannot read ${value}`,
      `    at scan (/home/${value}/extension.node.js:10:20)`,
      `    at ${value} (/home/x.js:1:2)`,
    ].join('\n');
    assert.equal(describeError(error), 'TypeError\n  at scan (extension.node.js:10:20)');
  });

  it('says what else was thrown', () => {
    assert.equal(describeError(value), 'string');
    assert.equal(describeError(undefined), 'undefined');
  });
});

describe('escapeMarkdown', () => {
  const cases = [
    ['***-****', '\\*\\*\\*\\-\\*\\*\\*\\*'],
    ['[x](y) `z` <b> & _a_ #1 a|b', '\\[x\\]\\(y\\) \\`z\\` \\<b\\> \\& \\_a\\_ \\#1 a\\|b'],
    ['two\nlines', 'two lines'],
    ['電話番号', '電話番号'],
  ] as const;
  for (const [text, expected] of cases) {
    it(text, () => assert.equal(escapeMarkdown(text), expected));
  }
});
