import { basename, relative, sep } from 'node:path';
import type { FileSystem } from '../../host/file-system.ts';
import type { BlobReader } from './blobs.ts';
import { indexNames } from './index-names.ts';
import { git, type GitOptions } from './run.ts';

/** The index of a repository as a file system: what a commit made now would hold. */
export function indexFileSystem(top: string, blobs: BlobReader, options: GitOptions): FileSystem {
  const mayHold = indexNames(options);
  return {
    async read(path) {
      const inside = relative(top, path).split(sep).join('/');
      if (inside === '' || inside === '..' || inside.startsWith('../')) return undefined;
      if (!mayHold(basename(path))) return undefined;
      const name = inside.includes('\n') ? await blobOf(inside, options) : `:${inside}`;
      const parts = name === undefined ? undefined : await blobs.read(name);
      return parts && Buffer.concat(parts);
    },
  };
}

/** The blob of a path that `git cat-file --batch` cannot be asked for, in a line of its own. */
async function blobOf(path: string, options: GitOptions): Promise<string | undefined> {
  const listed = await git(['ls-files', '-s', '-z', '--', `:(top,literal)${path}`], options);
  return /^\d+ ([0-9a-f]+) 0\t/.exec(String(listed))?.[1];
}
