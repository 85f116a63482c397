// Builds everything that ships into dist/. Plain JavaScript: runs on what `npm ci` brings.
//   node tools/build.mjs [--sourcemap] [--minify] [--no-types]
import { readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { onFirstUse } from './first-use.mjs';
import { notices } from './notices.mjs';
import { PIECES } from './pieces.mjs';
import { splitBuild } from './split.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const flags = new Set(process.argv.slice(2));

const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  logLevel: 'warning',
  legalComments: 'eof',
  // jsonc-parser's `main` is UMD, whose own require() no bundler can follow.
  mainFields: ['module', 'main'],
  minify: flags.has('--minify'),
  sourcemap: flags.has('--sourcemap') ? 'linked' : false,
  // All that we run on know `\p{…}`. What esbuild would write for it is made anew with every use.
  supported: { 'regexp-unicode-property-escapes': true },
};
/**
 * commander can start programs as subcommands. Ours has none, and asking for `child_process` costs the time to load
 * Node's network modules.
 */
const withoutPrograms = {
  name: 'without-programs',
  setup({ onResolve, onLoad }) {
    const none = { path: 'child_process', namespace: 'none' };
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? none : undefined,
    );
    onLoad({ filter: /./, namespace: none.namespace }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};

/** ASCII: Node reads it several times as fast as UTF-8, and keeps it in half the memory. */
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', charset: 'ascii' };
const web = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  format: 'cjs',
  mainFields: ['browser', 'module', 'main'],
};

/** Files of generated tables, each loaded on its first use where there is a disk to load it from. */
const GAZETTEER = 'src/engine/gazetteer';
const GENERATED = '.generated.ts';
const tables = Object.fromEntries(
  readdirSync(new URL(`../${GAZETTEER}`, import.meta.url))
    .filter((name) => name.endsWith(GENERATED))
    .map((name) => [`${GAZETTEER}/${name}`, `dist/tables/${basename(name, GENERATED)}.js`]),
);
const loadTable = ([table, file]) => [table, `require("./${file.slice('dist/'.length)}")`];
const withTables = {
  ...node,
  plugins: [onFirstUse(root, Object.fromEntries(Object.entries(tables).map(loadTable)))],
};

/** What is built: entry, output, options. Dynamic imports stay lazy inside one CommonJS file. */
const bundles = [
  ...Object.entries(tables).map(([table, file]) => [table, file, node]),
  ['src/index.ts', 'dist/index.js', { ...node, platform: 'neutral' }],
  ['src/index.ts', 'dist/index.mjs', { ...node, platform: 'neutral', format: 'esm' }],
  ['src/worker/worker.node.ts', 'dist/worker.node.js', withTables],
  ['src/worker/worker.web.ts', 'dist/worker.web.js', { ...web, format: 'iife' }],
  [
    'src/editor/extension.node.ts',
    'dist/extension.node.js',
    { ...withTables, external: ['vscode'] },
  ],
  ['src/editor/extension.web.ts', 'dist/extension.web.js', { ...web, external: ['vscode'] }],
];
const commandLine = {
  root,
  entry: 'src/cli/bin.ts',
  outfile: 'dist/cli.js',
  folder: 'dist/cli',
  base: ['src/cli/main.ts', 'src/cli/hook-run.ts', 'src/cli/hook-check.ts'],
  light: ['src/cli/run-program.ts'],
  pieces: PIECES,
  tables,
};

const builds = await Promise.allSettled([
  ...bundles.map(([entry, outfile, options]) =>
    build({ ...options, entryPoints: [entry], outfile }),
  ),
  splitBuild({ ...node, plugins: [withoutPrograms] }, commandLine),
]);
// esbuild has printed the errors itself.
if (builds.some(({ status }) => status === 'rejected')) process.exit(1);
writeFileSync(new URL('../dist/THIRD-PARTY-NOTICES.md', import.meta.url), notices());
if (!flags.has('--no-types')) {
  const { emitTypes } = await import('./emit-types.mjs');
  emitTypes(root);
}
