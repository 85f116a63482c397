import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { holdsNothing } from '../engine/nothing.ts';
import { CONFIG_NAME } from '../policy/paths.ts';
import type { Change } from './git/changes.ts';
import { indexNames } from './git/index-names.ts';
import { looseObjects } from './git/loose.ts';
import type { GitOptions } from './git/run.ts';
import type { Comparison } from './targets.ts';

/**
 * The changes in which something may be found. Where no policy is in the index, code without anything that
 * a rule would look at is told without the engine, whose loading takes longer than all the rest.
 */
export function worthJudging({ top, changes }: Comparison, options: GitOptions): readonly Change[] {
  if (indexNames(options)(CONFIG_NAME)) return changes;
  const { blob } = looseObjects(options);
  return changes.filter(({ path, newBlob }) => {
    const bytes = newBlob === undefined ? undefined : blob(newBlob);
    return (
      bytes === undefined || !isPlain(bytes) || !holdsNothing(bytes, { path: join(top, path) })
    );
  });
}

const ESCAPE = 0x1b;
const MARK = 0xef;

/** Is it UTF-8 without a doubt, and no mark before it? An escape may turn ISO-2022-JP, a NUL is binary. */
function isPlain(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && bytes[0] !== MARK && !bytes.includes(ESCAPE) && !bytes.includes(0);
}
