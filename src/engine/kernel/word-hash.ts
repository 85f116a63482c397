import { lower } from './literals.ts';

/** FNV-1a of bytes, ASCII letters in small; all 32 bits are of use. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ lower(bytes[i]!), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
}
