import { readWorld } from './digits.ts';
import type { Reading } from './reading.ts';

/** A number with its country code, a sign or word for "and", perhaps a label: `+90…, Ikinci: `. */
const BEFORE =
  /(?<![\p{L}\d])\+(\d[\d ().-]{5,20}\d) ?(?:[,;/|、eoy]|and|or|und|oder|et|ou|ve|veya) ?(?:\p{L}[\p{L} ]{0,15}[:.=] ?)?$/u;
const REACH = 48;

/** Is it the next of a list in which the number before it, of the same country, says what it is? */
export function isBehindSibling({ start, plan }: Reading, folded: string): boolean {
  const before = folded.slice(Math.max(0, start - REACH), start);
  if (!before.includes('+')) return false;
  const digits = BEFORE.exec(before)?.[1]?.replaceAll(/\D/g, '');
  return digits !== undefined && readWorld(digits)?.plan.callingCode === plan.callingCode;
}
