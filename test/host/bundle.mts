import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BuildOptions, Plugin } from 'esbuild';
import { here, projectRoot, suitesRoot } from './places.mts';
import { Unavailable, exitWith } from './unavailable.mts';

export type SuiteKind = 'node' | 'web';

const testsRoot = path.join(projectRoot, 'test', 'vscode');

/** `main` is test/vscode/*.test.ts; each folder in it that holds tests is a suite of its own, by its name. */
export function suiteNames(): string[] {
  const folders = fs.readdirSync(testsRoot, { withFileTypes: true }).filter((e) => e.isDirectory());
  return ['main', ...folders.map((e) => e.name)].filter((name) => testFiles(name).length > 0);
}

/** Bundles a suite for one kind of extension host and returns the module that exports run(). */
export async function bundleSuite(name: string, kind: SuiteKind): Promise<string> {
  const files = testFiles(name).filter((file) => runsOn(file, kind));
  if (files.length === 0) throw new Unavailable(`There is no test for ${kind} in suite ${name}.`);
  const outfile = path.join(suitesRoot, name, `${kind}.js`);
  await build({
    ...(kind === 'node' ? nodeOptions : webOptions),
    bundle: true,
    format: 'cjs',
    logLevel: 'warning',
    sourcemap: 'external', // for stack-map.ts alone
    sourcesContent: false,
    outfile,
    plugins: [testsPlugin(files)],
  });
  return outfile;
}

const nodeOptions: BuildOptions = {
  entryPoints: [path.join(here, 'suite-node.ts')],
  platform: 'node',
  target: 'node20',
  external: ['vscode', 'mocha'],
};

const webOptions: BuildOptions = {
  entryPoints: [path.join(here, 'suite-web.ts')],
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  define: { global: 'globalThis' },
  inject: [path.join(here, 'web-process.ts')],
  alias: {
    'node:assert/strict': path.join(here, 'web-assert.ts'),
    'node:assert': path.join(here, 'web-assert.ts'),
  },
};

/** The extension that serves a web run's files, in the folder that is returned. */
export async function bundleFixtureFs(): Promise<string> {
  const source = path.join(here, 'fixture-fs');
  const outdir = path.join(suitesRoot, '.fixture-fs');
  await build({
    entryPoints: [path.join(source, 'extension.ts')],
    ...{ bundle: true, format: 'cjs', platform: 'browser', target: 'es2022' },
    external: ['vscode'],
    outdir,
  });
  fs.copyFileSync(path.join(source, 'package.json'), path.join(outdir, 'package.json'));
  return outdir;
}

function testFiles(suite: string): string[] {
  const dir = suite === 'main' ? testsRoot : path.join(testsRoot, suite);
  if (!fs.existsSync(dir)) return [];
  const names = fs.readdirSync(dir).filter((name) => name.endsWith('.test.ts'));
  return names.sort().map((name) => path.join(dir, name));
}

/** `x.node.test.ts` and `x.web.test.ts` are for one kind of host, all others for both. */
function runsOn(file: string, kind: SuiteKind): boolean {
  const only = /\.(node|web)\.test\.ts$/.exec(file)?.[1];
  return only === undefined || only === kind;
}

function testsPlugin(files: readonly string[]): Plugin {
  return {
    name: 'suite-tests',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^suite-tests$/ }, ({ path }) => ({ path, namespace: 'suite-tests' }));
      onLoad({ filter: /./, namespace: 'suite-tests' }, () => {
        const requires = files.map((file) => `require(${JSON.stringify(file)});`);
        const contents = `export function loadTests() { ${requires.join(' ')} }`;
        return { contents, resolveDir: here, loader: 'ts' };
      });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    for (const name of suiteNames())
      for (const kind of ['node', 'web'] as const)
        if (testFiles(name).some((file) => runsOn(file, kind)))
          console.log(path.relative(projectRoot, await bundleSuite(name, kind)));
  } catch (error) {
    exitWith(error);
  }
}
