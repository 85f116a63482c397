import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyDeclarative, copyWhole } from './builtin-extensions.mts';
import { installOnce } from './install-once.mts';
import { npm, unpackPackage } from './npm-package.mts';
import { here } from './places.mts';
import { exitWith } from './unavailable.mts';
import { droppedDependencies, hosts } from './versions.mts';
import type { HostBuild, HostPin, PinnedPackage } from './versions.mts';

/** Raise it when the steps below change, so that hosts made by the old ones are made anew. */
const RECIPE = 1;

export const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64';

export interface HostPaths {
  readonly vscode: string;
  readonly node: string;
  /** Built-in extensions without their code, and the few that a run may ask to have whole. */
  readonly builtins: string;
  readonly wholeBuiltins: string;
}

/** Puts a VS Code server and workbench in place, from npm tarballs alone: nothing is compiled, no install script runs. */
export function installHost(build: HostBuild): HostPaths {
  const pin = hosts[build];
  const dir = installOnce(`vscode-${build}`, { pin, RECIPE }, (stage) => {
    const to = pathsIn(stage, pin);
    unpackPackage(pin.codeServer, stage, 2, ['package/lib/vscode']);
    if (pin.node && isLinuxX64) unpackPackage(pin.node, stage, 2, ['package/bin/node']);
    installDependencies(to.vscode);
    addStandIns(to.vscode);
    if (pin.ripgrep) addRipgrep(to.vscode, pin.ripgrep);
    moveBuiltins(to);
    silenceProduct(path.join(to.vscode, 'product.json'));
  });
  return pathsIn(dir, pin);
}

function pathsIn(dir: string, pin: HostPin): HostPaths {
  return {
    vscode: path.join(dir, 'vscode'),
    node: pin.node ? path.join(dir, 'node') : process.execPath,
    builtins: path.join(dir, 'builtins'),
    wholeBuiltins: path.join(dir, 'whole-builtins'),
  };
}

/** The shrinkwrap inside the tarball pins what is left once the native and the huge ones are taken out. */
function installDependencies(vscode: string): void {
  const file = path.join(vscode, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of droppedDependencies) delete manifest.dependencies[name];
  fs.writeFileSync(file, JSON.stringify(manifest, null, 2));
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  npm(['install', '--omit=dev', '--ignore-scripts', ...quiet], vscode);
}

function addStandIns(vscode: string): void {
  for (const name of ['spdlog', 'native-watchdog', 'deviceid', 'fs-copyfile']) {
    const dir = path.join(vscode, 'node_modules', '@vscode', name);
    const manifest = { name: `@vscode/${name}`, version: '0.0.0', main: 'index.cjs' };
    fs.mkdirSync(dir, { recursive: true });
    fs.copyFileSync(path.join(here, 'stand-ins', `${name}.cjs`), path.join(dir, 'index.cjs'));
    fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify(manifest));
  }
}

/** findFiles and text search spawn it; without it they fail with ENOENT. */
function addRipgrep(vscode: string, pin: PinnedPackage): void {
  const bin = path.join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  const platform = `${process.platform}-${process.arch}`;
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  unpackPackage(pin, bin, 3, [`package/bin/${platform}/${name}`]);
}

function moveBuiltins(to: HostPaths): void {
  const from = path.join(to.vscode, 'extensions');
  copyDeclarative(from, to.builtins);
  copyWhole(from, to.wholeBuiltins, path.join(to.vscode, 'node_modules'));
  fs.rmSync(from, { recursive: true });
  fs.mkdirSync(from); // the server insists on the folder
}

/** No marketplace, no endpoint: a test host has nobody to call. */
function silenceProduct(file: string): void {
  const product = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
  for (const key of ['extensionsGallery', 'voiceWsUrl', 'newsletterSignupUrl']) delete product[key];
  product['enableTelemetry'] = false;
  // Lists of downloads. Empty, but there: without them the server ends at once.
  product['builtInExtensions'] = [];
  product['builtInExtensionsEnabledWithAutoUpdates'] = [];
  fs.writeFileSync(file, JSON.stringify(product, null, 2));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const asked = process.argv.slice(2) as HostBuild[];
    for (const build of asked.length ? asked : (['latest'] as const)) installHost(build);
  } catch (error) {
    exitWith(error);
  }
}
