import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '@vscode/vsce';
import { notices } from '../../../tools/notices.mjs';

const ROOT = join(import.meta.dirname, '../../..');
const DIST = [
  'cli.js',
  'extension.node.js',
  'extension.web.js',
  'worker.node.js',
  'worker.web.js',
  'THIRD-PARTY-NOTICES.md',
];

const isPiece = (file: string) => /^(?:cli|tables)\/[\w-]+\.js$/.test(file);

describe('the .vsix', () => {
  let files: readonly string[];

  before(async () => {
    files = await listFiles({ cwd: ROOT, packageManager: 0 });
  });

  it('has what it needs', () => {
    const pages = readdirSync(join(ROOT, 'docs/rules')).map((name) => `docs/rules/${name}`);
    const needed = [
      'package.json',
      'package.nls.json',
      'package.nls.ja.json',
      'LICENSE',
      'icon.png',
      'l10n/bundle.l10n.ja.json',
      'syntaxes/leaklint.injection.tmLanguage.json',
      'schema/leaklint.schema.json',
      'docs/custom-rules.md',
      ...pages,
    ];
    assert.deepEqual(
      needed.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('has nothing else', () => {
    const known =
      /^(?:package(?:\.nls(?:\.ja)?)?\.json|(?:README|CHANGELOG)\.md|LICENSE|icon\.png|dist\/(?:(?:cli|tables)\/)?[\w.-]+|(?:l10n|syntaxes|schema)\/[\w.-]+\.json|docs\/(?:custom-rules|rules\/[\w-]+)\.md)$/;
    assert.deepEqual(
      files.filter((file) => !known.test(file)),
      [],
    );
    const built = files.filter((file) => file.startsWith('dist/')).map((file) => file.slice(5));
    assert.deepEqual(
      built.filter((file) => !DIST.includes(file) && !isPiece(file)),
      [],
    );
  });

  it('has all pieces of the command line, and all tables', () => {
    const folders = ['dist/cli', 'dist/tables'].filter((folder) => existsSync(join(ROOT, folder)));
    const pieces = folders.flatMap((folder) =>
      readdirSync(join(ROOT, folder)).flatMap((name) =>
        name.endsWith('.js') ? [`${folder}/${name}`] : [],
      ),
    );
    assert.deepEqual(
      pieces.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('is told about everything that the manifest names', () => {
    const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
    const named = [...manifest.matchAll(/"(?:path|url|icon)": "(?:\.\/)?([^":]+)"/g)];
    assert.ok(named.length >= 3);
    for (const [, path] of named) {
      assert.ok(existsSync(join(ROOT, path!)), path);
      assert.ok(files.includes(path!), path);
    }
  });
});

describe('the notices', () => {
  it('name what is bundled, and the data', () => {
    const text = notices();
    for (const name of [
      'picomatch',
      'jsonc-parser',
      'ignore',
      'libphonenumber-js',
      'tlds',
      'iso-3166',
    ]) {
      assert.match(text, new RegExp(`^## ${name} \\d[\\d.]+ \\((?:MIT|ISC)\\)$`, 'm'));
    }
  });
});
