import fs from 'node:fs';
import path from 'node:path';
import { Unavailable } from './unavailable.mts';

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly main?: string;
  readonly browser?: string;
}

/** The identifier of the extension in a folder, once its entry for this kind of host is known to be there. */
export function extensionId(dir: string, entry: 'main' | 'browser'): string {
  const file = path.join(dir, 'package.json');
  if (!fs.existsSync(file)) throw new Unavailable(`There is no extension in ${dir}.`);
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest;
  const code = manifest[entry];
  if (code === undefined)
    throw new Unavailable(`${file} has no "${entry}": the extension cannot run in this host.`);
  if (!fs.existsSync(path.join(dir, code)) && !fs.existsSync(path.join(dir, `${code}.js`)))
    throw new Unavailable(`${path.join(dir, code)} is missing: run "npm run build" first.`);
  return `${manifest.publisher}.${manifest.name}`;
}

/** An extension that does nothing. One must be under development for the workbench to be in test mode. */
export function writeEmptyExtension(dir: string): string {
  const manifest = {
    name: 'empty',
    publisher: 'test-host',
    version: '0.0.1',
    engines: { vscode: '*' },
  };
  fs.mkdirSync(dir);
  fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify(manifest));
  return dir;
}
