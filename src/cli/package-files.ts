import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the installed package: the nearest one upward with a package.json; of a lone bundle, its own. */
function packageFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return __dirname;
  }
}

/** A text file that ships with the package, or undefined when it is not there. */
export function packageFile(path: string): string | undefined {
  try {
    return readFileSync(join(packageFolder(), path), 'utf8');
  } catch {
    return undefined;
  }
}

/** Absolute path of the built command line. */
export function commandPath(): string {
  return join(packageFolder(), 'dist', 'cli.js');
}

export function packageVersion(): string {
  const { version } = JSON.parse(packageFile('package.json') ?? '{}') as { version?: string };
  return version ?? '0.0.0';
}
