import assert from 'node:assert/strict';
import { build, type Metafile } from 'esbuild';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What a bundle of the entry evaluates when it is loaded: what is imported by statements. */
async function evaluated(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    format: 'cjs',
    platform: entry.includes('.node.') ? 'node' : 'browser',
    external: ['vscode'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const seen = new Set([entry]);
  for (const path of seen) for (const next of importsOf(metafile, path)) seen.add(next);
  return [...seen];
}

function importsOf({ inputs }: Metafile, path: string): string[] {
  return (inputs[path]?.imports ?? [])
    .filter(({ kind, external }) => kind !== 'dynamic-import' && external !== true)
    .map((found) => found.path);
}

describe('activation', () => {
  for (const host of ['node', 'web']) {
    it(`loads neither the engine nor a table (${host})`, async () => {
      const modules = await evaluated(`src/editor/extension.${host}.ts`);
      assert.ok(modules.includes('src/editor/extension.shared.ts'));
      const heavy = modules.filter((path) =>
        /^src\/(?:engine|masking|policy|report|worker)\//.test(path),
      );
      assert.deepEqual(heavy, []);
    });
  }

  it('reaches the engine later', async () => {
    const modules = await evaluated('src/editor/core.ts');
    assert.ok(modules.includes('src/engine/rules/index.ts'));
  });
});
