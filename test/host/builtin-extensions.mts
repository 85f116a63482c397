import fs from 'node:fs';
import path from 'node:path';

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly engines?: { readonly vscode?: string };
  readonly main?: string;
  readonly browser?: string;
  readonly contributes?: Record<string, unknown>;
}

const declarativeContributions = ['languages', 'grammars', 'themes', 'iconThemes', 'snippets'];
const declarativeEntries = ['syntaxes', 'snippets', 'themes', 'icons', 'languages'];

/** What `--git` brings back: the git extension, and the one that it depends on. */
const wholeExtensions = ['git', 'git-base'];

/**
 * Copies every built-in extension without its code: languages and grammars are wanted, nothing should start. All stay
 * known by id, because the workbench carries a web version of many and starts that where the server side lacks one.
 */
export function copyDeclarative(from: string, into: string): void {
  fs.mkdirSync(into);
  for (const name of fs.readdirSync(from)) {
    const source = path.join(from, name);
    const target = path.join(into, name);
    const manifest = readManifest(source);
    if (!manifest?.publisher) continue; // the folder's own package.json, node_modules
    if (manifest.main || manifest.browser) copyWithoutCode(manifest, source, target);
    else fs.cpSync(source, target, { recursive: true });
  }
}

function copyWithoutCode(manifest: Manifest, source: string, target: string): void {
  const { name, publisher, version, engines } = manifest;
  const contributes = Object.fromEntries(
    Object.entries(manifest.contributes ?? {}).filter(([key]) =>
      declarativeContributions.includes(key),
    ),
  );
  fs.mkdirSync(target);
  const kept = { name, publisher, version, engines: { vscode: engines?.vscode ?? '*' } };
  fs.writeFileSync(path.join(target, 'package.json'), JSON.stringify({ ...kept, contributes }));
  for (const entry of fs.readdirSync(source))
    if (declarativeEntries.includes(entry) || entry.endsWith('language-configuration.json'))
      fs.cpSync(path.join(source, entry), path.join(target, entry), { recursive: true });
}

export function copyWhole(from: string, into: string, nodeModules: string): void {
  for (const name of wholeExtensions)
    fs.cpSync(path.join(from, name), path.join(into, name), { recursive: true });
  const standIn = path.join('@vscode', 'fs-copyfile');
  const target = path.join(into, 'git', 'node_modules', standIn);
  fs.cpSync(path.join(nodeModules, standIn), target, { recursive: true });
}

function readManifest(dir: string): Manifest | undefined {
  const file = path.join(dir, 'package.json');
  if (!fs.existsSync(file)) return undefined;
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest;
}
