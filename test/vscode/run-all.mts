/**
 * Runs every suite in the hosts it is for, one after the other: `npm run test:vscode`. Arguments go
 * to each run: `-- --grep Restricted`.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const WORKSPACE = ['--workspace', file('../host/workspace')];

/** Suites and how they are run. `auto` is the desktop where there is one, otherwise the server. */
const RUNS: readonly (readonly string[])[] = [
  ['--tests', 'main', '--host', 'auto,web', '--timeout', '600', ...WORKSPACE],
  ['--tests', 'restricted', '--host', 'auto', '--untrusted', ...WORKSPACE],
  ['--tests', 'git', '--host', 'auto', ...WORKSPACE],
  ['--tests', 'virtual', '--host', 'web', '--no-search', ...WORKSPACE],
  ['--tests', 'japanese', '--host', 'web', '--language', 'ja', ...WORKSPACE],
  [
    ...['--tests', 'multi-root', '--host', 'auto'],
    ...['--workspace', file('two-folders/two.code-workspace')],
  ],
];

const tsx = fileURLToPath(import.meta.resolve('tsx/cli'));
const failed = RUNS.filter((run) => {
  const args = [tsx, file('../host/run.mts'), ...run, ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0;
});
for (const run of failed) console.error(`FAILED: ${run.join(' ')}`);
console.log(`${RUNS.length} runs, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
