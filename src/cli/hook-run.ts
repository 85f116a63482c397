import { beginStaged } from './begin-staged.ts';
import type { CommandContext } from './command.ts';

/**
 * `leaklint hook run`: checks what is staged and says what to do about it. Everything goes to
 * standard error, which git shows. Silent when all is well.
 */
export async function runHook(context: CommandContext): Promise<number> {
  const staged = beginStaged([], context);
  const { checkStaged } = await import('./hook-check.ts');
  try {
    return await checkStaged(staged, context);
  } finally {
    staged.blobs.close();
  }
}
