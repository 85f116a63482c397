import { isAfterWordIn } from './label-before.ts';
import { AT, DIGITS } from './kernel/candidates.ts';
import type { ScanOptions } from './options.ts';
import type { DigitRun, Place, Rule } from './rule.ts';

/** May a rule find something at a candidate, if it does not stand in a field of the rule's own? */
export type MayFind = (rule: Rule) => boolean;

/** As far as cheap tests look to either side. */
const REACH = 24;

/** Tells what the rules' cheap tests say of candidates; undefined where they say nothing. */
export function createGlances(
  bytes: Uint8Array,
  options: ScanOptions,
): (kind: number, start: number, end: number) => MayFind | undefined {
  let place: Place = { bytes, start: 0, end: 0 };
  let run: DigitRun = { ...place, digits: 0, isAfterWord: false };
  const atRun: MayFind = ({ glance }) => glance?.digits?.(run, options) ?? true;
  const atSign: MayFind = ({ glance }) => glance?.at?.(place, options) ?? true;

  return (kind, start, end) => {
    if ((kind !== DIGITS && kind !== AT) || !isPlain(bytes, start, end)) return undefined;
    if (kind === AT) {
      place = { bytes, start, end };
      return atSign;
    }
    const digits = digitsIn(bytes, start, end);
    run = { bytes, start, end, digits, isAfterWord: isAfterWordIn(bytes, start) };
    return atRun;
  };
}

/** Is all near a candidate ASCII, and so the same in the folded text? */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  const last = Math.min(bytes.length, end + REACH);
  for (let at = Math.max(0, start - REACH); at < last; at++) if (bytes[at]! >= 0x80) return false;
  return true;
}

function digitsIn(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) digits++;
  return digits;
}
