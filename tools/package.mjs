// Makes leaklint-<version>.vsix and prints what is in it.
//   node tools/package.mjs [--record]    --record writes the sizes to docs/size.md
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createVSIX, listFiles } from '@vscode/vsce';
import { format } from 'prettier';

const root = new URL('../', import.meta.url);
const cwd = fileURLToPath(root);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const name = `leaklint-${version}.vsix`;

execFileSync(process.execPath, ['tools/build.mjs', '--minify', '--no-types'], {
  cwd,
  stdio: 'inherit',
});
// Everything is bundled: there are no dependencies to carry.
await createVSIX({ cwd, packagePath: name, dependencies: false });
const files = await listFiles({ cwd, packageManager: 0 });

const sizes = files
  .map((path) => {
    const bytes = readFileSync(new URL(path, root));
    return { path, bytes: bytes.length, packed: gzipSync(bytes).length };
  })
  .sort((a, b) => b.packed - a.packed);
const total = statSync(new URL(name, root)).size;

const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
const rows = sizes.map(({ path, bytes, packed }) => `| ${path} | ${kib(bytes)} | ${kib(packed)} |`);
const table = ['| file | size | gzipped |', '| --- | ---: | ---: |', ...rows];
console.log(`${table.join('\n')}\n\n${name}: ${kib(total)}`);

if (process.argv.includes('--record')) {
  const text = `# Size of the extension

\`npm run package\` prints this; \`npm run package -- --record\` writes it down.

Version ${version}: **${kib(total)}** as \`.vsix\`, ${files.length} files.

${table.join('\n')}
`;
  writeFileSync(new URL('docs/size.md', root), await format(text, { parser: 'markdown' }));
}
