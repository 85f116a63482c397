import { normalise } from '../engine/text/normalise.ts';

/** How many stand-ins there are of a kind, at most. */
export const CHOICES = 4096;

/**
 * A number below 4,096 that depends on the value alone, however it is written: one person's number
 * gets one stand-in, two people's nearly always two.
 *
 * It cannot be turned back: twelve bits are left of the value, and some 24,000 mobile numbers share
 * each result. Who already has a list of candidates could narrow it by them; `placeholder` says
 * nothing at all.
 */
export function choiceOf(rule: string, value: string): number {
  // FNV-1a, 32 bits, with the final mixing of MurmurHash3: the low bits of FNV alone are weak.
  let hash = 0x811c9dc5;
  for (const character of normalise(rule, value)) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (CHOICES - 1);
}
