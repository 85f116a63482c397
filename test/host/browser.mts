import { format } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findBrowser } from './find-browser.mts';
import type { FoundBrowser } from './find-browser.mts';
import { Unavailable } from './unavailable.mts';

export interface LaunchedBrowser {
  readonly browser: Browser;
  /** One line for the run's output: which browser, and where it comes from. */
  readonly description: string;
}

export async function launchBrowser({ pictures = false } = {}): Promise<LaunchedBrowser> {
  const found = findBrowser({ pictures });
  const browser = await launch(found);
  const description = `Chromium ${browser.version()} (${found.from}: ${found.executable})`;
  if (pictures && !(await drawsJapanese(browser)))
    console.warn(
      'No font here has Japanese glyphs, so pictures show boxes: install the Debian package fonts-noto-cjk.',
    );
  return { browser, description };
}

async function launch({ executable, env }: FoundBrowser): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath: executable,
      env: { ...process.env, ...env } as Record<string, string>,
      // The runner cleans up; playwright's own handlers would exit before that.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 60_000,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage', // containers give it 64 MB
        '--font-render-hinting=none',
        // Nothing is reached but ourselves, which also proves that nothing tries.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    });
  } catch (error) {
    throw new Unavailable(
      `${executable} does not start:\n${(error as Error).message}\n` +
        'Install Chromium or Chrome, or name another executable in CHROMIUM_PATH.',
    );
  }
}

/** Asks the browser itself: a glyph that no font has is drawn as the same box as any other. */
async function drawsJapanese(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  try {
    return await page.evaluate<boolean>(`(() => {
      const draw = (text) => {
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d');
        context.font = '40px sans-serif';
        context.fillText(text, 10, 60);
        return canvas.toDataURL();
      };
      return draw('電') !== draw('話');
    })()`);
  } finally {
    await page.close();
  }
}

export interface AutomationPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Settles when the workbench says that the test run is over, or can no longer say so. */
  readonly ended: Promise<{ readonly code: number; readonly problem?: string }>;
}

export interface PageOptions {
  readonly onLog: (type: string, text: string) => void;
  readonly width?: number;
  readonly height?: number;
  /** The language that extensions are told. The workbench's own words stay English: they would need a language pack. */
  readonly language?: string | undefined;
}

/** A page with the two functions that a workbench in test mode looks for. */
export async function openAutomationPage(
  browser: Browser,
  { onLog, width = 1280, height = 800, language }: PageOptions,
): Promise<AutomationPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (language !== undefined)
    await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`);
  const page = await context.newPage();
  let resolve!: (end: { code: number; problem?: string }) => void;
  const ended = new Promise<{ code: number; problem?: string }>((settle) => (resolve = settle));
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) =>
    onLog(type, format(...args)),
  );
  await page.exposeFunction('codeAutomationExit', (code: number) => resolve({ code }));
  page.on('crash', () => resolve({ code: 1, problem: 'the page crashed' }));
  page.on('pageerror', (error) => onLog('pageerror', String(error)));
  browser.on('disconnected', () => resolve({ code: 1, problem: 'the browser went away' }));
  return { page, context, ended };
}
