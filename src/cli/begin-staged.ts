import { openBlobs, type BlobReader } from '../node/git/blobs.ts';
import { gitNow } from '../node/git/run.ts';
import { compareStaged, type Comparison } from '../node/targets.ts';
import type { CommandContext } from './command.ts';
import { gitOptions, withGit } from './git-errors.ts';

/** What git knows of what is staged. */
export interface Staged {
  /** Rejects with a CommandError. */
  readonly comparison: Promise<Comparison>;
  /** To be closed. */
  readonly blobs: BlobReader;
}

/** Asks git what is staged. */
export function beginStaged(paths: readonly string[], context: CommandContext): Staged {
  const options = gitOptions(context.io);
  const comparison = withGit(compareStaged(paths, options, gitNow), context);
  // Whoever awaits it is told; it may fail before.
  comparison.catch(() => undefined);
  return { comparison, blobs: openBlobs(options) };
}
