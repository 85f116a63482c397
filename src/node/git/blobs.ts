import { looseObjects } from './loose.ts';
import { GitError, startGit, type GitOptions } from './run.ts';

/** Reads objects: from their own files, and out of one running `git cat-file --batch`. */
export interface BlobReader {
  /**
   * The bytes of an object, in pieces: by its id, or `:path` for the index's version.
   * Undefined when there is no such object.
   */
  read(name: string): Promise<readonly Uint8Array[] | undefined>;
  close(): void;
}

interface Waiting {
  readonly resolve: (parts: readonly Uint8Array[] | undefined) => void;
  readonly reject: (error: Error) => void;
}

const NEWLINE = 10;

/** Starts git at the first read of what has no file of its own. Its answers come in order. */
export function openBlobs(options: GitOptions): BlobReader {
  const loose = looseObjects(options);
  const waiting: Waiting[] = [];
  let child: ReturnType<typeof startGit> | undefined;

  function start() {
    const started = startGit(['cat-file', '--batch'], options);
    const fail = () => {
      for (const { reject } of waiting.splice(0)) reject(new GitError('failed'));
    };
    started.on('error', fail);
    started.on('close', fail);
    const feed = createParser((parts) => waiting.shift()?.resolve(parts));
    started.stdout.on('data', feed);
    return started;
  }

  /** What is asked for at once goes to git at once. */
  let questions = '';
  const ask = () => {
    child?.stdin.write(questions);
    questions = '';
  };

  return {
    read(name) {
      const bytes = loose.blob(name);
      if (bytes !== undefined) return Promise.resolve([bytes]);
      child ??= start();
      if (questions === '') queueMicrotask(ask);
      questions += `${name}\n`;
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
      });
    },
    close() {
      // Git ends by itself then: nobody has to wait for it.
      child?.stdin.destroy();
      child?.unref();
      for (const pipe of child?.stdio ?? []) (pipe as Partial<NodeJS.RefCounted> | null)?.unref?.();
    },
  };
}

/**
 * Takes apart the output of `git cat-file --batch`: `id type size LF bytes LF`, or
 * `name missing LF`. Nothing is copied: a blob comes as the pieces the pipe gave.
 */
function createParser(
  done: (parts: readonly Uint8Array[] | undefined) => void,
): (chunk: Buffer) => void {
  let head = Buffer.alloc(0);
  let parts: Uint8Array[] = [];
  /** Bytes of the current object that are still to come, its closing newline included. */
  let missing = 0;
  return (chunk) => {
    let rest = chunk;
    while (rest.length > 0) {
      if (missing === 0) {
        const end = rest.indexOf(NEWLINE);
        head = Buffer.concat([head, end < 0 ? rest : rest.subarray(0, end)]);
        if (end < 0) return;
        rest = rest.subarray(end + 1);
        const size = /^[0-9a-f]{40,64} \w+ (\d+)$/.exec(String(head))?.[1];
        head = Buffer.alloc(0);
        if (size === undefined) done(undefined);
        else missing = Number(size) + 1;
        continue;
      }
      const part = rest.subarray(0, missing);
      rest = rest.subarray(part.length);
      missing -= part.length;
      parts.push(missing === 0 ? part.subarray(0, -1) : part);
      if (missing > 0) continue;
      done(parts);
      parts = [];
    }
  };
}
