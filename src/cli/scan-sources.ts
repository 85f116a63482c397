import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { archiveKind } from '../node/archive/kind.ts';
import { openBlobs } from '../node/git/blobs.ts';
import { indexFileSystem } from '../node/git/index-file-system.ts';
import type { Policies } from '../policy/load.ts';
import type { Overlay } from '../policy/policy.ts';
import { beginStaged, type Staged } from './begin-staged.ts';
import type { Crew } from '../node/crew/members.ts';
import { CommandError, type CommandContext } from './command.ts';
import { gitOptions, withGit } from './git-errors.ts';
import { commandPath } from './package-files.ts';
import { policyPath } from '../node/file-system.ts';
import { openPolicies } from './policies.ts';
import { shownArgument } from './shown.ts';
import {
  comparedTargets,
  compareSince,
  fileTargets,
  stdinTarget,
  type Target,
} from '../node/targets.ts';

/** What to scan, and under which policies. */
export interface ScanSource {
  readonly targets: Iterable<Target> | AsyncIterable<Target>;
  readonly policies: Policies;
  /** Folder to which shown paths are relative. */
  readonly cwd: string;
  /** Threads that help, where there are any. */
  readonly crew?: Crew;
  close(): void;
}

export interface SourceSettings {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly overlay: Overlay;
}

const nothing = () => undefined;

interface ThreadedSettings extends SourceSettings {
  /** As many as may scan, this one included; by default as many as help. */
  readonly threads: number | undefined;
}

/** Milliseconds of work after which other threads are asked for help, if nobody said how many. */
const PATIENCE = 400;
/** Each thread loads the engine anew, and one thread alone walks, reads results and writes. */
const MOST_HELPFUL = 4;

export async function openFiles(
  settings: ThreadedSettings,
  context: CommandContext,
): Promise<ScanSource> {
  const { paths, config, overlay } = settings;
  const { cwd } = context.io;
  const policies = await openPolicies(config, overlay, context);
  const files = fileTargets(paths, cwd);
  const crew = await crewFor(settings, cwd);
  if (crew === undefined) return { targets: files, policies, cwd, close: nothing };
  const { shareTargets } = await import('../node/crew/share-targets.ts');
  const targets = shareTargets(files, ({ path }) => !archiveKind(path), crew);
  return { targets, policies, cwd, crew, close: () => void crew.stop() };
}

/** @param filename path by which standard input is judged */
export async function openStdin(
  settings: ThreadedSettings,
  filename: string | undefined,
  context: CommandContext,
): Promise<ScanSource> {
  const { io } = context;
  const { cwd } = io;
  const policies = await openPolicies(settings.config, settings.overlay, context);
  const targets = [stdinTarget(resolve(cwd, filename ?? 'stdin'), () => io.stdin())];
  const crew = await crewFor(settings, cwd);
  if (crew === undefined) return { targets, policies, cwd, close: nothing };
  return { targets, policies, cwd, crew, close: () => void crew.stop() };
}

async function crewFor(
  { config, overlay, threads }: ThreadedSettings,
  cwd: string,
): Promise<Crew | undefined> {
  const size = threads ?? Math.min(availableParallelism(), MOST_HELPFUL);
  if (size === 1) return undefined;
  const { createCrew } = await import('../node/crew/members.ts');
  return createCrew({
    config: config && policyPath(resolve(cwd, config)),
    overlay,
    program: commandPath(),
    size: size - 1,
    patience: threads === undefined ? PATIENCE : 0,
  });
}

/**
 * Files and policy of the index: what a commit made now would hold.
 *
 * @param staged git, when it was begun before
 * @throws CommandError
 */
export async function openStaged(
  { paths, config, overlay }: SourceSettings,
  context: CommandContext,
  { comparison, blobs }: Staged = beginStaged(paths, context),
): Promise<ScanSource> {
  const compared = await comparison;
  const index = indexFileSystem(compared.top, blobs, gitOptions(context.io));
  const policies = await openPolicies(config, overlay, context, index);
  const targets = comparedTargets(compared, blobs);
  return { targets, policies, cwd: compared.cwd, close: blobs.close };
}

/** Files and policy of the work tree, compared with a revision. @throws CommandError */
export async function openSince(
  { paths, config, overlay }: SourceSettings,
  revision: string,
  context: CommandContext,
): Promise<ScanSource> {
  const options = gitOptions(context.io);
  const compared = await withGit(compareSince(revision, paths, options), context);
  if (compared === undefined) {
    throw new CommandError(context.say.unknownRevision(shownArgument(revision)));
  }
  const policies = await openPolicies(config, overlay, context);
  const blobs = openBlobs(options);
  const targets = comparedTargets(compared, blobs);
  return { targets, policies, cwd: compared.cwd, close: blobs.close };
}
