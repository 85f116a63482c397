import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = path.dirname(fileURLToPath(import.meta.url));
export const projectRoot = path.resolve(here, '../..');

/** Where hosts, the browser and fonts are kept between runs. Ignored by git; safe to delete. */
export const hostRoot = path.resolve(
  process.env['VSCODE_HOST_DIR'] ?? path.join(projectRoot, '.vscode-host'),
);

/** Bundled suites, one folder each. */
export const suitesRoot = path.join(projectRoot, 'out', 'vscode-tests');

/** Pictures and the logs of failed runs. */
export const artifactsRoot = path.resolve(
  process.env['VSCODE_TEST_ARTIFACTS'] ?? path.join(projectRoot, 'test', 'artifacts'),
);

/** A folder of this run alone. The name is short: sockets lie in it, and their paths hold 100 characters. */
export function makeTempDir(): string {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'll-')));
}

export function removeTempDir(dir: string): void {
  fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Tests write, so they get a copy. A .code-workspace file is copied with the folder that it lies in. */
export function copyWorkspace(workspace: string | undefined, tempDir: string): string | undefined {
  if (workspace === undefined) return undefined;
  const isFile = workspace.endsWith('.code-workspace');
  const target = path.join(tempDir, 'workspace');
  fs.cpSync(isFile ? path.dirname(workspace) : workspace, target, { recursive: true });
  return isFile ? path.join(target, path.basename(workspace)) : target;
}
