import fs from 'node:fs';
import path from 'node:path';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import { execFileSync } from 'node:child_process';
import { displayObstacle, findXvfb, hasDisplay } from './choose-host.mts';
import { extensionId, writeEmptyExtension } from './extension.mts';
import { FACTS_VARIABLE } from './facts.ts';
import type { HostFacts, SuiteResult } from './facts.ts';
import type { RunOptions } from './options.mts';
import { judge } from './outcome.mts';
import type { Outcome } from './outcome.mts';
import { copyWorkspace, hostRoot, makeTempDir, removeTempDir } from './places.mts';
import { quietSettings } from './settings.mts';
import { Unavailable } from './unavailable.mts';

/** Runs a suite in VS Code for the desktop: VSCODE_EXECUTABLE, or the version that VSCODE_VERSION names (stable). */
export async function runOnDesktop(options: RunOptions, tests: string): Promise<Outcome> {
  const obstacle = displayObstacle();
  if (obstacle !== undefined) throw new Unavailable(`${obstacle}: install the package xvfb.`);
  if (options.language !== undefined)
    throw new Unavailable(
      'On the desktop a language needs its language pack; leave --language out.',
    );
  const id = extensionId(options.extension, 'main');
  const executable = await desktopExecutable();
  const tempDir = makeTempDir();
  const resultFile = path.join(tempDir, 'result.json');
  const { grep, workspace, vsix } = options;
  const facts: HostFacts = {
    ...{ host: 'desktop', extension: id, mark: '', resultFile },
    ...(grep === undefined ? {} : { grep }),
  };
  try {
    if (vsix !== undefined) installVsix(executable, vsix, tempDir);
    const copy = copyWorkspace(workspace, tempDir);
    const code = await exitCode(
      runTests({
        vscodeExecutablePath: withDisplay(executable, tempDir),
        extensionDevelopmentPath: vsix
          ? writeEmptyExtension(path.join(tempDir, 'empty'))
          : options.extension,
        extensionTestsPath: tests,
        extensionTestsEnv: { [FACTS_VARIABLE]: JSON.stringify(facts) },
        launchArgs: [...(copy ? [copy] : []), ...launchArgs(options, tempDir)],
      }),
    );
    return judge(code, readResult(resultFile));
  } finally {
    if (!options.keep) removeTempDir(tempDir);
  }
}

async function desktopExecutable(): Promise<string> {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named !== undefined) {
    if (!fs.existsSync(named)) throw new Unavailable(`VSCODE_EXECUTABLE: there is no ${named}`);
    return named;
  }
  const version = process.env['VSCODE_VERSION'] ?? 'stable';
  try {
    const cachePath = path.join(hostRoot, 'desktop');
    return await downloadAndUnzipVSCode({ version, cachePath });
  } catch (error) {
    throw new Unavailable(
      `VS Code ${version} cannot be downloaded: ${String(error)}\n` +
        'Set VSCODE_EXECUTABLE to an installed VS Code, or run with --host server.',
    );
  }
}

/** test-electron starts the executable itself; without a display it starts a script that brings one. */
function withDisplay(executable: string, tempDir: string): string {
  const xvfb = findXvfb();
  if (process.platform !== 'linux' || hasDisplay() || xvfb === undefined) return executable;
  const script = path.join(tempDir, 'code-with-display');
  fs.writeFileSync(script, `#!/bin/sh\nexec '${xvfb}' -a '${executable}' "$@"\n`, { mode: 0o755 });
  return script;
}

function launchArgs(options: RunOptions, tempDir: string): string[] {
  const user = path.join(tempDir, 'user', 'User');
  fs.mkdirSync(user, { recursive: true });
  const settings = { ...quietSettings, 'git.enabled': options.git };
  fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify(settings));
  return [
    ...['--user-data-dir', path.dirname(user)],
    ...['--extensions-dir', path.join(tempDir, 'extensions')],
    '--disable-gpu',
    ...(options.untrusted ? [] : ['--disable-workspace-trust']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

function installVsix(executable: string, vsix: string, tempDir: string): void {
  const [command, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true, // our own folders follow
  });
  const folders = [
    ...['--user-data-dir', path.join(tempDir, 'user')],
    ...['--extensions-dir', path.join(tempDir, 'extensions')],
  ];
  execFileSync(command!, [...args, ...folders, '--install-extension', vsix], { stdio: 'inherit' });
}

function exitCode(run: Promise<number>): Promise<number> {
  return run.catch((error: unknown) => {
    console.error(String(error));
    return 1;
  });
}

function readResult(file: string): SuiteResult | undefined {
  if (!fs.existsSync(file)) return undefined;
  return JSON.parse(fs.readFileSync(file, 'utf8')) as SuiteResult;
}
