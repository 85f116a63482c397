import { git, type GitOptions, type RunGit } from './run.ts';

/** A file that a comparison found added or changed. */
export interface Change {
  /** Path from the top of the repository, with `/`; broken UTF-8 shows as U+FFFD. */
  readonly path: string;
  /** The same, as git tells it: a name that is not UTF-8 keeps its bytes. */
  readonly name: Buffer;
  /** The old version's blob; undefined for a new file. */
  readonly oldBlob: string | undefined;
  /** The new version's blob; undefined when it stands in the work tree only. */
  readonly newBlob: string | undefined;
}

const RAW = ['--raw', '-z', '-M', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--no-relative'];

/** Mode of a regular file in the index (0100644, 0100755); links and submodules are others. */
const REGULAR = /^100/;
const NOTHING = /^0+$/;

/**
 * Files that differ between HEAD and the index, renames found. Before the first commit all
 * files of the index are new.
 */
export async function stagedChanges(
  options: GitOptions,
  run: RunGit = git,
): Promise<readonly Change[]> {
  return parseRaw(await run(['diff', '--cached', ...RAW], options));
}

/** Files that differ between a revision and the work tree, untracked ones included. */
export async function changesSince(
  revision: string,
  options: GitOptions,
): Promise<readonly Change[]> {
  const [diff, untracked] = await Promise.all([
    git(['diff', ...RAW, '--end-of-options', revision, '--'], options),
    git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/'], options),
  ]);
  const fresh = partsOf(untracked).filter(({ length }) => length > 0);
  return [
    // What git knows of the work tree may be stale: the file itself is read.
    ...parseRaw(diff).map((change) => ({ ...change, newBlob: undefined })),
    ...fresh.map((name) => ({
      path: String(name),
      name,
      oldBlob: undefined,
      newBlob: undefined,
    })),
  ];
}

/** Reads `git diff --raw -z`: `:mode mode blob blob status NUL path NUL [path NUL]`. */
function parseRaw(bytes: Buffer): readonly Change[] {
  const parts = partsOf(bytes);
  const changes: Change[] = [];
  for (let i = 0; i + 1 < parts.length;) {
    const [oldMode = '', newMode = '', oldBlob = '', newBlob = '', status = ''] = String(
      parts[i]!.subarray(1),
    ).split(' ');
    const moved = /^[RC]/.test(status);
    const name = parts[i + (moved ? 2 : 1)]!;
    i += moved ? 3 : 2;
    if (!REGULAR.test(newMode)) continue;
    changes.push({
      path: String(name),
      name,
      oldBlob: REGULAR.test(oldMode) ? oldBlob : undefined,
      newBlob: NOTHING.test(newBlob) ? undefined : newBlob,
    });
  }
  return changes;
}

/** What NUL bytes separate. */
function partsOf(bytes: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let to = bytes.indexOf(0); to >= 0; to = bytes.indexOf(0, from)) {
    parts.push(bytes.subarray(from, to));
    from = to + 1;
  }
  return [...parts, bytes.subarray(from)];
}
