import { worthJudging } from '../node/worth-judging.ts';
import { beginStaged } from './begin-staged.ts';
import type { CommandContext } from './command.ts';
import { gitOptions } from './git-errors.ts';
import { optimiseLate } from './optimise-late.ts';

/**
 * `leaklint hook run`: checks what is staged and says what to do about it. Everything goes to
 * standard error, which git shows. Silent when all is well.
 */
export async function runHook(context: CommandContext): Promise<number> {
  const { comparison, blobs } = beginStaged([], context);
  const compared = await comparison;
  optimiseLate();
  const changes = worthJudging(compared, gitOptions(context.io));
  if (changes.length === 0) return 0;
  const { checkStaged } = await import('./hook-check.ts');
  try {
    const left = Promise.resolve({ ...compared, changes });
    return await checkStaged({ comparison: left, blobs }, context);
  } finally {
    blobs.close();
  }
}
