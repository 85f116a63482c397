// Type declarations of the library: what src/index.ts exports and what that needs, nothing else. (Declarations of
// the generated tables would repeat the tables.)
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Writes dist/types. `.ts` in the declarations' imports resolves to `.d.ts`.
 * @param root folder of the package
 */
export function emitTypes(root) {
  const path = join(root, 'tsconfig.types.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const declarations = new Map();
  const collect = (name, text) => declarations.set(resolve(name), text);
  ts.createProgram(fileNames, options).emit(undefined, collect, undefined, true);

  const types = join(root, 'dist', 'types');
  rmSync(types, { recursive: true, force: true });
  const wanted = [join(types, 'index.d.ts')];
  for (const file of wanted) {
    const text = declarations.get(file);
    if (text === undefined) throw new Error(`no declarations of ${file}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    for (const [, name] of text.matchAll(/(?:from |import\()'(\.[^']+)\.ts'/g)) {
      const next = resolve(dirname(file), `${name}.d.ts`);
      if (!wanted.includes(next)) wanted.push(next);
    }
  }
}
