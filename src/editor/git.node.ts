import type { GitCommands } from './platform.ts';

/** Interim. */
export function gitCommands(): GitCommands {
  return {
    scanStaged: () => Promise.resolve([]),
    installHook: () => Promise.reject(new Error('later')),
  };
}
