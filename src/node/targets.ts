import { realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { CrewResult } from './crew/protocol.ts';
import type { BlobReader } from './git/blobs.ts';
import { changesSince, stagedChanges, type Change } from './git/changes.ts';
import { isCommit, topOf } from './git/repository.ts';
import type { GitOptions, RunGit } from './git/run.ts';
import { readFileChunks, type SystemPath } from './read-chunks.ts';
import { walk } from './walk.ts';

/** Bytes that may be read more than once. Reading throws UnreadableError. */
export type Bytes = () => Iterable<Uint8Array>;

/** One thing to scan, or to say why not. */
export interface Target {
  readonly kind: 'file' | 'special' | 'unreadable';
  /** Absolute path, in the system's own separators. */
  readonly path: string;
  /** Folder named by the user in which it was found; the file itself when it was named. */
  readonly root: string;
  /** What to open, for files of the disk. */
  readonly place?: SystemPath;
  readonly bytes: Bytes;
  /** The version of the same file that it is compared with, if there is one. */
  readonly older?: () => Promise<Bytes | undefined>;
  /** Of an unreadable one. */
  readonly code?: string;
  /** What another thread finds in it, where one was asked. */
  readonly known?: Promise<CrewResult>;
}

const NO_BYTES: Bytes = () => [];

/** Files of the disk, under the named paths or the working directory, each once. */
export function* fileTargets(paths: readonly string[], cwd: string): Generator<Target> {
  const roots = (paths.length > 0 ? paths : ['.']).map((path) => resolve(cwd, path));
  const seen = new Set<string>();
  for (const { kind, path, root, place, code } of walk(roots)) {
    // Names that are not UTF-8 would be the same as strings.
    const name = typeof place === 'string' ? place : place.toString('latin1');
    if (seen.has(name)) continue;
    if (roots.length > 1) seen.add(name);
    const bytes = kind === 'file' ? () => readFileChunks(place) : NO_BYTES;
    yield { kind, path, root, place, bytes, ...(code === undefined ? {} : { code }) };
  }
}

/** Standard input, judged as if it stood at `path`. To be read once. */
export function stdinTarget(path: string, bytes: Bytes): Target {
  return { kind: 'file', path, root: path, bytes };
}

/** What git compares: where its paths start and what it is asked with. */
export interface Comparison {
  readonly top: string;
  readonly changes: readonly Change[];
  /** The working directory as git knows it, symbolic links resolved. */
  readonly cwd: string;
}

/**
 * What is staged, under the named paths.
 *
 * @param run git; at once where nobody else has anything to do
 * @throws GitError
 */
export async function compareStaged(
  paths: readonly string[],
  options: GitOptions,
  run?: RunGit,
): Promise<Comparison> {
  const [top, changes] = await Promise.all([topOf(options), stagedChanges(options, run)]);
  return comparison(top, changes, paths, options);
}

/**
 * What changed in the work tree since a revision, under the named paths.
 *
 * @returns undefined when there is no such commit
 * @throws GitError
 */
export async function compareSince(
  revision: string,
  paths: readonly string[],
  options: GitOptions,
): Promise<Comparison | undefined> {
  const top = await topOf(options);
  if (!(await isCommit(revision, options))) return undefined;
  return comparison(top, await changesSince(revision, options), paths, options);
}

function comparison(
  top: string,
  changes: readonly Change[],
  paths: readonly string[],
  options: GitOptions,
): Comparison {
  const cwd = realpathSync(options.cwd);
  const wanted = paths.map((path) => relative(top, resolve(cwd, path)).split(sep).join('/'));
  const isWanted = ({ path }: Change) =>
    wanted.length === 0 ||
    wanted.some((root) => root === '' || path === root || path.startsWith(`${root}/`));
  return { top, cwd, changes: changes.filter(isWanted) };
}

/** So many blobs are asked for at once, before it is their turn: git reads while we scan. */
const AHEAD = 8;

/** The newer versions of a comparison's files, each with its older one. */
export async function* comparedTargets(
  { top, changes }: Comparison,
  blobs: BlobReader,
): AsyncGenerator<Target> {
  const blobBytes = async (name: string | undefined): Promise<Bytes | undefined> => {
    // A blob may be missing (a partial clone), git may end: both leave the file unread.
    const parts = name && (await blobs.read(name).catch(() => undefined));
    return parts ? () => parts : undefined;
  };
  const begun: Promise<Bytes | undefined>[] = [];
  const blobAt = (index: number) => {
    if (begun.length < Math.min(changes.length, index + 2)) {
      const next = changes.slice(begun.length, index + AHEAD);
      begun.push(...next.map(({ newBlob }) => blobBytes(newBlob)));
    }
    return begun[index];
  };
  for (const [index, { path: inside, name, oldBlob, newBlob }] of changes.entries()) {
    const path = join(top, inside);
    const older = () => blobBytes(oldBlob);
    const found = { path, root: path, older };
    if (newBlob === undefined) {
      const place = inside.includes('\ufffd')
        ? Buffer.concat([Buffer.from(top + sep), name])
        : path;
      yield { ...found, kind: 'file', bytes: () => readFileChunks(place) };
      continue;
    }
    const bytes = await blobAt(index);
    delete begun[index];
    if (bytes) yield { ...found, kind: 'file', bytes };
    else yield { ...found, kind: 'unreadable', bytes: NO_BYTES, code: 'no-blob' };
  }
}
