import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { newRepository } from '../support/git-repository.ts';
import { madeUp } from '../support/made-up.ts';
import { runCli } from '../support/run-cli.ts';

const PRELOAD = join(__dirname, 'preload', 'no-network.cjs');
const DIST = join(__dirname, '..', '..', 'dist');

const COMMANDS: readonly (readonly string[])[] = [
  [],
  ['--format', 'sarif'],
  ['--staged'],
  ['--since', 'HEAD'],
  ['--stdin', '--stdin-filename', 'x.csv'],
  ['mask', '--diff'],
  ['mask', '--output', 'masked'],
  ['mask', '--write'],
  ['hook', 'install'],
  ['hook', 'run'],
  ['hook', 'uninstall'],
  ['explain', 'email'],
  ['rules'],
  ['init'],
  ['--help'],
  ['--version'],
  ['--wrong'],
];

describe('nothing reaches the network, and nothing but git is started', () => {
  for (const args of COMMANDS) {
    it(`leaklint ${args.join(' ')}`, () => {
      const repository = newRepository({ 'a.txt': 'x\n' });
      repository.commitAll();
      repository.write({ 'a.txt': `tel ${madeUp.phone(1)}\nmail ${madeUp.email(1)}\n` });
      repository.git('add', '--all');
      const run = runCli(args, {
        cwd: repository.folder,
        node: ['--require', PRELOAD],
        input: `電話番号\n${madeUp.phone(1)}\n`,
      });
      assert.ok(!run.stderr.includes('REFUSED'), run.stderr);
      assert.ok([0, 1, 2].includes(run.code ?? -1), `${run.code} ${run.stderr}`);
    });
  }

  it('the preload does refuse', () => {
    const reach = 'data:text/javascript,await import("node:http")';
    const run = runCli([], {
      cwd: DIST,
      node: ['--require', PRELOAD, '--eval', 'require("node:net")', '--'],
    });
    assert.equal(run.code, 99, reach);
  });
});

describe('what is built names nothing that reaches the network', () => {
  const BUNDLES = [
    'cli.js',
    'index.js',
    'index.mjs',
    'worker.node.js',
    'worker.web.js',
    'extension.node.js',
    'extension.web.js',
    ...['cli', 'tables'].flatMap((folder) =>
      readdirSync(join(DIST, folder)).map((name) => `${folder}/${name}`),
    ),
  ];
  const MODULES = /\b(?:require|import)\(\s*["'](?:node:)?(?:net|dns|http|https|http2|tls|dgram)["'/]/;
  const IMPORTS = /\bfrom\s*["'](?:node:)?(?:net|dns|http|https|http2|tls|dgram)["'/]/;
  const GLOBALS = /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\s*\(/;
  for (const name of BUNDLES) {
    it(name, () => {
      const file = join(DIST, name);
      assert.ok(existsSync(file), 'it is built');
      const code = readFileSync(file, 'utf8');
      for (const pattern of [MODULES, IMPORTS, GLOBALS]) {
        assert.equal(pattern.exec(code)?.[0], undefined);
      }
    });
  }
});
