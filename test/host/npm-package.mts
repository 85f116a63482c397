import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Unavailable } from './unavailable.mts';
import type { PinnedPackage } from './versions.mts';

export function npm(args: readonly string[], cwd: string): string {
  const shell = process.platform === 'win32'; // npm is a batch file there
  try {
    return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: 'pipe', shell });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Unavailable(
      `npm ${args.slice(0, 2).join(' ')} failed:\n${stderr ?? String(error)}\n` +
        'The test host comes from npm packages: check the network and npm’s registry setting, then try again.',
    );
  }
}

/** Unpacks members of a package ('package/…') without running anything in it, `strip` folders off their paths. */
export function unpackPackage(
  pin: PinnedPackage,
  into: string,
  strip: number,
  members: readonly string[],
): void {
  fs.mkdirSync(into, { recursive: true });
  const download = fs.mkdtempSync(path.join(into, '.download-'));
  try {
    const args = ['pack', `${pin.name}@${pin.version}`, '--ignore-scripts', '--loglevel=error'];
    npm(args, download);
    const [tarball] = fs.readdirSync(download);
    const file = path.join(download, tarball!);
    checkIntegrity(file, pin);
    execFileSync('tar', ['-xzf', file, '-C', into, `--strip-components=${strip}`, ...members]);
  } finally {
    fs.rmSync(download, { recursive: true, force: true });
  }
}

function checkIntegrity(file: string, pin: PinnedPackage): void {
  const digest = createHash('sha512').update(fs.readFileSync(file)).digest('base64');
  if (`sha512-${digest}` !== pin.integrity)
    throw new Unavailable(
      `${pin.name}@${pin.version} is not the package that was pinned: got sha512-${digest}, ` +
        `expected ${pin.integrity}. Do not use it; look at test/host/versions.mts.`,
    );
}
