import { sep } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { readWhole } from './open-file.ts';

/** A path as the policy wants it: absolute, with `/`. */
export function policyPath(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** The code of a failed system call (`ENOENT`), or undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The disk. Errors other than absence are thrown. */
export const nodeFileSystem: FileSystem = {
  async read(path) {
    try {
      // Small files, one after the other: asking the thread pool would take longer.
      return readWhole(path);
    } catch (error) {
      if (ABSENT.has(errorCode(error) ?? '')) return undefined;
      throw error;
    }
  },
};
