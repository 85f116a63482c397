import { FACTS_VARIABLE } from './facts.ts';

const given = (globalThis as Record<string, unknown>)[FACTS_VARIABLE];

/** Injected wherever the web bundle says `process`: the worker has none, and npm's assert looks for one. */
export const process = {
  env: typeof given === 'string' ? { [FACTS_VARIABLE]: given } : {},
  platform: 'browser',
  nextTick: (callback: () => void) => queueMicrotask(callback),
};
