import { basename, join, relative, resolve, sep } from 'node:path';
import type { CommandContext } from './command.ts';
import { CommandError } from './command.ts';
import { shownFile } from './shown.ts';
import { fileTargets, type Target } from '../node/targets.ts';

/** A file to mask, and where its masked copy goes; undefined in place or nowhere. */
export interface MaskTarget {
  readonly target: Target;
  readonly destination: string | undefined;
}

/**
 * Files to copy into a folder, as `cp` would: a named file under its own name, a named folder's
 * content as it lies. All are known before the first is written, so that copies are not masked
 * again.
 *
 * @throws CommandError when two would be the same file, or a file its own copy
 */
export function copyTargets(
  paths: readonly string[],
  folder: string,
  { io, say }: CommandContext,
): readonly MaskTarget[] {
  const into = resolve(io.cwd, folder);
  const taken = new Set<string>();
  const targets: MaskTarget[] = [];
  for (const target of fileTargets(paths, io.cwd)) {
    const { path, root } = target;
    if (path !== root && path.startsWith(into + sep)) continue;
    const destination = join(into, path === root ? basename(path) : relative(root, path));
    const shown = () => shownFile(destination, io.cwd);
    if (destination === path) throw new CommandError(say.ontoItself(shown()));
    if (taken.has(destination)) throw new CommandError(say.sameTarget(shown()));
    taken.add(destination);
    targets.push({ target, destination });
  }
  return targets;
}

/** Files that stay where they are. */
export function* ownTargets(paths: readonly string[], cwd: string): Generator<MaskTarget> {
  for (const target of fileTargets(paths, cwd)) yield { target, destination: undefined };
}
