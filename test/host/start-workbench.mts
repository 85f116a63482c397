import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser, openAutomationPage } from './browser.mts';
import { extensionId } from './extension.mts';
import {
  artifactsRoot,
  copyWorkspace,
  makeTempDir,
  projectRoot,
  removeTempDir,
} from './places.mts';
import { onInterrupt } from './processes.mts';
import { startServer } from './server-host.mts';
import { quietSettings, steadySettings } from './settings.mts';
import type { Theme } from './settings.mts';
import { WAIT_MS } from './waiting.mts';
import { startWeb } from './web-host.mts';
import { Workbench } from './workbench.mts';

export interface WorkbenchOptions {
  readonly host?: 'server' | 'min' | 'web';
  /** The extension under test; the project when left out. */
  readonly extension?: string;
  /** A folder or .code-workspace file; the workbench gets a copy. */
  readonly workspace: string;
  /** A file of the workspace that is open from the start. */
  readonly open?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly untrusted?: boolean;
  readonly git?: boolean;
  readonly language?: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

/** Starts a VS Code with the extension under development and shows it in a browser that takes pictures. */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const tempDir = makeTempDir();
  const undo: (() => void | Promise<void>)[] = [() => removeTempDir(tempDir)];
  const close = async () => {
    while (undo.length > 0) await undo.pop()!();
  };
  onInterrupt(() => void close().finally(() => process.exit(130)));
  try {
    const copy = copyWorkspace(options.workspace, tempDir)!;
    const folder = copy.endsWith('.code-workspace') ? path.dirname(copy) : copy;
    const { browser } = await launchBrowser({ pictures: true });
    undo.push(() => browser.close());
    const host = await startHost(options, copy, tempDir);
    undo.push(host.stop);
    const { page } = await openAutomationPage(browser, { ...options, onLog: () => undefined });
    page.setDefaultTimeout(WAIT_MS);
    fs.mkdirSync(artifactsRoot, { recursive: true });
    await page.goto(host.url, { timeout: 60_000 });
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    // The first look is that of no theme at all.
    const themed = `.monaco-workbench[class*="${options.theme ?? 'dark'}_modern"]`;
    await page.locator(themed).waitFor({ timeout: 60_000 });
    const workbench = new Workbench(page, options.host ?? 'server', folder, close);
    if (options.open !== undefined) {
      if (options.host === 'web') await workbench.openFile(options.open);
      else await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    }
    return workbench;
  } catch (error) {
    await close();
    throw error;
  }
}

async function startHost(options: WorkbenchOptions, copy: string, tempDir: string) {
  const { host = 'server', extension = projectRoot, theme = 'dark' } = options;
  const { open, untrusted = false, git, language } = options;
  extensionId(extension, host === 'web' ? 'browser' : 'main');
  const settings = { ...quietSettings, ...steadySettings(theme), ...options.settings };
  if (host === 'web')
    return startWeb({ build: 'latest', extension, workspace: copy, settings, untrusted, language });

  const build = host === 'min' ? 'min' : 'latest';
  const server = await startServer({ build, tempDir, settings, untrusted, git: git ?? false });
  const payload: [string, string][] = [
    ['extensionDevelopmentPath', server.remote(extension)],
    ['skipWelcome', 'true'],
  ];
  const folder = copy.endsWith('.code-workspace') ? path.dirname(copy) : copy;
  if (open !== undefined) payload.push(['openFile', server.remote(path.join(folder, open))]);
  return { url: server.url(copy, payload), stop: server.stop };
}
