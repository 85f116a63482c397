import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { toBase64 } from '../../src/engine/gazetteer/base64.ts';
import { PAGES } from '../../src/engine/kernel/wasm/layout.ts';
import { generatedFile, type GeneratedFile } from './generated-file.mts';

const require = createRequire(import.meta.url);
const { version } = require('assemblyscript/package.json') as { version: string };

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--disableWarning'];

/** The SIMD scanner, compiled to WebAssembly. */
export function scanner(): readonly GeneratedFile[] {
  const source = fileURLToPath(new URL('../../src/engine/kernel/wasm/main.ts', import.meta.url));
  const compiler = require.resolve('assemblyscript/bin/asc.js');
  const memory = ['--initialMemory', String(PAGES)];
  const wasm = execFileSync(process.execPath, [compiler, source, ...OPTIONS, ...memory, '-o']);
  return [
    generatedFile('../kernel/scanner.generated.ts', {
      about: 'The SIMD scanner as WebAssembly, in base64.',
      source: `src/engine/kernel/wasm, compiled by npm assemblyscript ${version} (Apache-2.0).`,
      constants: { SCANNER: toBase64(wasm) },
    }),
  ];
}
