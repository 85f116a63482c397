import fs from 'node:fs';
import path from 'node:path';
import { isLinuxX64 } from './install.mts';
import { Unavailable } from './unavailable.mts';

const hostNames = ['desktop', 'server', 'min', 'web'] as const;
export type HostName = (typeof hostNames)[number];

export function asHost(name: string): HostName {
  const host = hostNames.find((each) => each === name);
  if (host !== undefined) return host;
  throw new Unavailable(`There is no host ${name}: there are auto, ${hostNames.join(', ')}.`);
}

export interface Choice {
  readonly host: HostName;
  readonly why: string;
}

const PROBE = 'https://update.code.visualstudio.com/api/releases/stable';
const PROBE_MS = 4000;

/** The desktop when it can be had, as every extension is tested; otherwise the server, and the run says why. */
export async function chooseHost(asked: HostName | 'auto'): Promise<Choice> {
  if (asked !== 'auto') return { host: asked, why: 'asked for' };
  const preset = process.env['VSCODE_TEST_HOST'];
  if (preset !== undefined && preset !== 'auto')
    return { host: asHost(preset), why: 'VSCODE_TEST_HOST is set' };
  if (process.env['VSCODE_EXECUTABLE']) return { host: 'desktop', why: 'VSCODE_EXECUTABLE is set' };
  const obstacle = (await downloadObstacle()) ?? displayObstacle();
  if (obstacle === undefined) return { host: 'desktop', why: 'VS Code can be downloaded' };
  if (isLinuxX64) return { host: 'server', why: obstacle };
  throw new Unavailable(
    `${obstacle}, and the packaged server is for Linux x64. ` +
      'Set VSCODE_EXECUTABLE to an installed VS Code, or run with --host web.',
  );
}

async function downloadObstacle(): Promise<string | undefined> {
  try {
    const { ok, status } = await fetch(PROBE, { signal: AbortSignal.timeout(PROBE_MS) });
    return ok ? undefined : `VS Code cannot be downloaded here (${status})`;
  } catch {
    return 'VS Code cannot be downloaded here';
  }
}

export function displayObstacle(): string | undefined {
  if (process.platform !== 'linux' || hasDisplay() || findXvfb() !== undefined) return undefined;
  return 'there is no display for the desktop, and no xvfb-run';
}

export function hasDisplay(): boolean {
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

export function findXvfb(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((dir) => path.join(dir, 'xvfb-run'))
    .find((file) => fs.existsSync(file));
}
