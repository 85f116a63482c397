// `npm start`: builds, then shows what Leaklint finds in samples/. Always ends well: it is a demonstration.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return status ?? 3;
}

if (run('tools/build.mjs', '--no-types') !== 0) process.exit(1);

console.log('$ leaklint samples --config samples.leaklint.json\n');
const found = run('dist/cli.js', 'samples', '--config', 'samples.leaklint.json');
// 1 is what is expected here: findings.
if (found > 1) process.exit(found);

console.log(`
These values are nobody's, and most of them silent without that configuration: samples/README.md tells why.

Go on with
  node dist/cli.js ~/some/folder                         scan your own files
  node dist/cli.js explain phone-number                  what a rule finds, and what it leaves alone
  node dist/cli.js mask samples --config samples.leaklint.json --diff
  node dist/cli.js --help                                everything else
  README.md                                              the editor, the git hook, configuration
`);
