import fs from 'node:fs';
import path from 'node:path';
import { hostRoot } from './places.mts';

const STAMP = 'installed.json';

/**
 * Builds `<hostRoot>/<name>` unless the same recipe built it before. The work is done in a folder beside it that is
 * renamed at the end, so a run that starts meanwhile never sees half of it, and an aborted one leaves nothing valid.
 */
export function installOnce(name: string, recipe: unknown, build: (stage: string) => void): string {
  const target = path.join(hostRoot, name);
  const stamp = JSON.stringify(recipe);
  if (isStamped(target, stamp)) return target;
  fs.mkdirSync(hostRoot, { recursive: true });
  removeAbandoned(name);

  const stage = `${target}.${process.pid}`;
  const started = Date.now();
  console.log(`Installing ${name} into ${path.relative(process.cwd(), hostRoot)} …`);
  try {
    fs.mkdirSync(stage);
    build(stage);
    fs.writeFileSync(path.join(stage, STAMP), stamp);
    if (!isStamped(target, stamp)) {
      fs.rmSync(target, { recursive: true, force: true });
      fs.renameSync(stage, target);
    }
  } catch (error) {
    if (!isStamped(target, stamp)) throw error; // otherwise somebody beside us was faster
  } finally {
    fs.rmSync(stage, { recursive: true, force: true });
  }
  console.log(`Installed ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return target;
}

function isStamped(target: string, stamp: string): boolean {
  try {
    return fs.readFileSync(path.join(target, STAMP), 'utf8') === stamp;
  } catch {
    return false;
  }
}

/** Stages of processes that were killed while they installed. */
function removeAbandoned(name: string): void {
  for (const entry of fs.readdirSync(hostRoot)) {
    if (!entry.startsWith(`${name}.`)) continue;
    const pid = Number(entry.slice(name.length + 1));
    if (Number.isInteger(pid) && !isAlive(pid))
      fs.rmSync(path.join(hostRoot, entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
