import { resolve } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { nodeFileSystem, policyPath } from '../node/file-system.ts';
import { createPolicies, type FileProblem, type Policies } from '../policy/load.ts';
import type { Overlay } from '../policy/policy.ts';
import { CommandError, type CommandContext } from './command.ts';
import { shownFile } from './shown.ts';

/**
 * The policies of the disk, or of `files`; `--config` is read from the disk in any case.
 *
 * @throws CommandError when the file of `--config` is not there
 */
export async function openPolicies(
  config: string | undefined,
  overlay: Overlay,
  { io, say }: CommandContext,
  files: FileSystem = nodeFileSystem,
): Promise<Policies> {
  if (config === undefined) return createPolicies(files, { overlay });
  const path = resolve(io.cwd, config);
  const found = await nodeFileSystem.read(path).catch(() => undefined);
  if (found === undefined) throw new CommandError(say.configMissing(shownFile(path, io.cwd)));
  return createPolicies(nodeFileSystem, { config: policyPath(path), overlay });
}

/** `leaklint.json:3:5: message`, a line for each mistake. */
export function problemLines(
  problems: readonly FileProblem[],
  { io, language }: CommandContext,
): readonly string[] {
  return problems.map(
    ({ file, line, column, message }) =>
      `${shownFile(file, io.cwd)}:${line}:${column}: ${message[language]}`,
  );
}
