import type * as core from './core.ts';

export type Core = typeof core;

/** The engine and what stands on it; loaded on the first call. */
export function loadCore(): Promise<Core> {
  return import('./core.ts');
}
