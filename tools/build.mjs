// Builds everything that ships into dist/. Plain JavaScript: runs on what `npm ci` brings.
//   node tools/build.mjs [--sourcemap] [--minify] [--no-types]
import { chmodSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { notices } from './notices.mjs';

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

const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
const web = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  format: 'cjs',
  mainFields: ['browser', 'module', 'main'],
};

/** What is built: entry, output, options. Dynamic imports stay lazy inside one CommonJS file. */
const bundles = [
  [
    'src/cli/bin.ts',
    'dist/cli.js',
    { ...node, banner: { js: '#!/usr/bin/env node' }, plugins: [withoutPrograms] },
  ],
  ['src/index.ts', 'dist/index.js', { ...node, platform: 'neutral' }],
  ['src/index.ts', 'dist/index.mjs', { ...node, platform: 'neutral', format: 'esm' }],
  ['src/worker/worker.node.ts', 'dist/worker.node.js', node],
  ['src/worker/worker.web.ts', 'dist/worker.web.js', { ...web, format: 'iife' }],
  ['src/editor/extension.node.ts', 'dist/extension.node.js', { ...node, external: ['vscode'] }],
  ['src/editor/extension.web.ts', 'dist/extension.web.js', { ...web, external: ['vscode'] }],
];

const builds = await Promise.allSettled(
  bundles.map(([entry, outfile, options]) => build({ ...options, entryPoints: [entry], outfile })),
);
// esbuild has printed the errors itself.
if (builds.some(({ status }) => status === 'rejected')) process.exit(1);
chmodSync(new URL('../dist/cli.js', import.meta.url), 0o755);
writeFileSync(new URL('../dist/THIRD-PARTY-NOTICES.md', import.meta.url), notices());
if (!flags.has('--no-types')) {
  const { emitTypes } = await import('./emit-types.mjs');
  emitTypes(root);
}
