// Modules that a bundle loads when something of theirs is used for the first time.
import { resolve } from 'node:path';
import { build } from 'esbuild';

/** Of our own, by path from the root; else a package. */
export const isOurs = (module) => module.startsWith('src/');

/**
 * An esbuild plugin. Whoever imports one of the modules gets getters instead, the first of which
 * loads the real one: imports stay plain, and synchronous code stays synchronous.
 *
 * @param root folder of the package
 * @param loading code that loads each module, by its path from the root or its package's name
 * @param keeps may this importer, by its path, have the real module of that name?
 */
export function onFirstUse(root, loading, keeps = () => false) {
  const modules = new Map(
    Object.keys(loading).map((name) => [isOurs(name) ? resolve(root, name) : name, name]),
  );
  return {
    name: 'on-first-use',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./, namespace: 'first-use' }, ({ path }) => ({ path, external: true }));
      onResolve({ filter: /./ }, ({ path, importer, resolveDir, kind }) => {
        if (kind !== 'import-statement') return undefined;
        const name = modules.get(path.startsWith('.') ? resolve(resolveDir, path) : path);
        if (name === undefined || keeps(importer, name)) return undefined;
        return { path: name, namespace: 'first-use' };
      });
      onLoad({ filter: /./, namespace: 'first-use' }, async ({ path }) => ({
        contents: gettersFor(await exportsOf(root, path), loading[path]),
      }));
    },
  };
}

function gettersFor(names, loading) {
  const getters = names.map((name) => `get ${name}() { return load().${name}; }`);
  return `let loaded;
const load = () => (loaded ??= ${loading});
module.exports = { __esModule: true, ${getters.join(', ')} };`;
}

async function exportsOf(root, module) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [module],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: isOurs(module) ? 'external' : 'bundle',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
    metafile: true,
    write: false,
    outdir: 'dist',
  });
  return Object.values(metafile.outputs)[0].exports;
}
