// A program in pieces that share what they have in common, as CommonJS: it starts faster than ES modules.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { isOurs, onFirstUse } from './first-use.mjs';

/** Stands for `require` until it is known in which folder a file comes to lie. */
const LOAD = '__loadPiece';

/**
 * esbuild splits ES modules only, so it makes those first, and each becomes CommonJS afterwards.
 *
 * @param options of esbuild
 * @param program
 *   - `root` folder of the package
 *   - `entry`, `outfile` the program
 *   - `folder` of all other files; is emptied
 *   - `base` modules that every piece may count on, from the first loaded to the last: what they
 *     need lies in a file each, and not in one for every set of pieces that have something in common
 *   - `light` modules that count on the first of them only
 *   - `pieces` modules and packages that are loaded on their first use, by piece
 *   - `tables` files of modules that lie elsewhere, by module
 */
export async function splitBuild(options, program) {
  const { root, entry, outfile, folder, pieces, tables } = program;
  const dist = dirname(outfile);
  const fileOf = (piece) => relative(dist, `${folder}/${piece}`);
  const loading = Object.entries(tables).map(([table, file]) => [
    table,
    `${LOAD}("${relative(dist, file)}")`,
  ]);
  for (const [piece, modules] of Object.entries(pieces)) {
    modules.forEach((module, i) =>
      loading.push([module, `${LOAD}("${fileOf(piece)}.js").module${i}`]),
    );
  }
  const { outputFiles } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: {
      [basename(outfile, '.js')]: entry,
      ...Object.fromEntries(Object.keys(pieces).map((piece) => [fileOf(piece), `piece:${piece}`])),
    },
    format: 'esm',
    splitting: true,
    outdir: dist,
    chunkNames: `${relative(dist, folder)}/[name]-[hash]`,
    plugins: [
      ...(options.plugins ?? []),
      piecesAsModules(program),
      onFirstUse(root, Object.fromEntries(loading), isInSamePiece(program)),
      countingOnBase(program),
    ],
    sourcemap: options.sourcemap && 'inline',
    write: false,
  });
  rmSync(resolve(root, folder), { recursive: true, force: true });
  mkdirSync(resolve(root, folder), { recursive: true });
  const files = withoutDoors(outputFiles);
  await Promise.all(files.map((file) => writeAsCommonJs(file, options, resolve(root, dist))));
  makeExecutable(resolve(root, outfile));
}

/** A piece as a module that exports its modules, each under a name of its own. */
function piecesAsModules({ root, base, pieces }) {
  return {
    name: 'pieces',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^piece:/ }, ({ path }) => ({ path, namespace: 'piece' }));
      onLoad({ filter: /./, namespace: 'piece' }, ({ path }) => {
        const modules = pieces[path.slice('piece:'.length)];
        const counted = modules.some(isOurs) ? base.map((module) => `import './${module}';`) : [];
        const exported = modules.map((module, i) => {
          const from = isOurs(module) ? `./${module}` : module;
          return `export * as module${i} from '${from}';`;
        });
        return { contents: [...counted, ...exported].join('\n'), resolveDir: root };
      });
    },
  };
}

/** Modules of one piece find each other without a getter between them. */
function isInSamePiece({ root, pieces }) {
  const pieceOf = new Map(
    Object.entries(pieces).flatMap(([piece, modules]) => [
      [`piece:${piece}`, piece],
      ...modules.map((module) => [module, piece]),
    ]),
  );
  return (importer, module) => {
    const own = importer.startsWith('piece:') ? importer : relative(root, importer);
    return pieceOf.has(own) && pieceOf.get(own) === pieceOf.get(module);
  };
}

/** Lets what is imported dynamically import the base as well: then that lies together. */
function countingOnBase({ root, base, light }) {
  const order = base.map((module) => resolve(root, module));
  const starts = new Set([...order, ...importedDynamically(resolve(root, 'src'))]);
  return {
    name: 'counting-on-base',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!starts.has(path)) return undefined;
        const at = light.includes(relative(root, path)) ? 1 : order.indexOf(path);
        const counted = at < 0 ? order : order.slice(0, at);
        const imports = counted.map((module) => `import ${JSON.stringify(module)};`);
        return { contents: imports.join('') + readFileSync(path, 'utf8'), loader: 'ts' };
      });
    },
  };
}

function importedDynamically(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const path = resolve(folder, name);
    const imports = readFileSync(path, 'utf8').matchAll(/\bimport\('(\.[^']+)'\)/g);
    return [...imports].map(([, imported]) => resolve(dirname(path), imported));
  });
}

/** `import { runHook } from "./chunk.js"; import "./other.js"; export { runHook };` and nothing else. */
const DOOR = /^(?:import ?(?:\{[^{}]*\} ?from ?)?"[^"]+";\s*)+export ?\{[^{}]*\};\s*$/;
const IMPORTED = /import ?\{([^{}]*)\} ?from ?"([^"]+)";/g;

/**
 * A module that is imported dynamically gets a file that does nothing but hand on what lies in another. Each
 * costs the start a fraction of a millisecond: whoever imports it imports the other instead.
 */
function withoutDoors(files) {
  const behind = new Map(files.flatMap((file) => doorsIn(file)));
  return files
    .filter(({ path }) => !behind.has(path))
    .map(({ path, text }) => ({
      path,
      text: text.replace(/\bimport\("([^"]+)"\)/g, (usual, to) => {
        const file = behind.get(resolve(dirname(path), to));
        return file === undefined ? usual : `import("./${relative(dirname(path), file)}")`;
      }),
    }));
}

/** The path of a file that hands on what another has under the same names, and the other's. */
function doorsIn({ path, text }) {
  const code = text.replace(/^\/\/.*$/gm, '').trim();
  const imported = [...code.matchAll(IMPORTED)];
  if (!DOOR.test(code) || imported.length !== 1) return [];
  const [, names, from] = imported[0];
  const exported = /export ?\{([^{}]*)\};\s*$/.exec(code)?.[1];
  const listed = (list) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .sort()
      .join();
  const isSame = !names.includes(' as ') && listed(names) === listed(exported ?? '');
  return isSame ? [[path, resolve(dirname(path), from)]] : [];
}

async function writeAsCommonJs({ path, text }, options, dist) {
  const { charset, minify, platform, target, sourcemap } = options;
  const up = relative(dirname(path), dist) || '.';
  const { code, map } = await transform(text.replaceAll(`${LOAD}("`, `require("${up}/`), {
    format: 'cjs',
    // `import()` would start Node's loader of ES modules.
    supported: { ...options.supported, 'dynamic-import': false },
    charset,
    minify,
    // Half of a file is blanks and comments, and a stack trace tells by names where it was.
    minifyWhitespace: true,
    platform,
    target,
    sourcemap: sourcemap && 'external',
  });
  const plain = inAscii(code);
  if (sourcemap) writeFileSync(`${path}.map`, map);
  writeFileSync(path, sourcemap ? `${plain}//# sourceMappingURL=${basename(path)}.map\n` : plain);
}

/**
 * esbuild escapes strings, and leaves regular expressions as they are. One character outside ASCII makes
 * V8 keep and parse the whole file in twice the bytes.
 */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function makeExecutable(file) {
  writeFileSync(file, `#!/usr/bin/env node\n${readFileSync(file, 'utf8')}`);
  chmodSync(file, 0o755);
}
