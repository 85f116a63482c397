import type { Block, Crash } from '../engine/block.ts';

/** Rules that failed somewhere in a source, each with its first place. */
export interface CrashList {
  add(block: Pick<Block, 'crashes'>): void;
  list(): readonly Crash[];
}

export function createCrashList(): CrashList {
  const first = new Map<string, Crash>();
  return {
    add({ crashes }) {
      for (const crash of crashes) if (!first.has(crash.rule)) first.set(crash.rule, crash);
    },
    list: () => [...first.values()],
  };
}
