// Builds what the package carries: on `npm ci`, on packing, and when somebody installs from git,
// as pre-commit does. A global install from git runs this without the development dependencies
// (npm installs them elsewhere, as it hands `--global` down), so what a build needs is fetched here.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const build = (...options) =>
  execFileSync(process.execPath, ['tools/build.mjs', '--minify', ...options], {
    cwd,
    stdio: 'inherit',
  });

if (isInstalled('esbuild') && isInstalled('typescript')) {
  build();
} else {
  const { devDependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  const options = ['--global=false', '--no-save', '--omit=dev', '--ignore-scripts', '--no-audit'];
  execFileSync('npm', ['install', ...options, `esbuild@${devDependencies.esbuild}`], {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  build('--no-types');
}

function isInstalled(name) {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}
