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
    if (kind === AT) {
      place = { bytes, start, end };
      return atSign;
    }
    if (kind !== DIGITS || isFolded(bytes, start, end)) return undefined;
    const digits = digitsIn(bytes, start, end);
    run = { bytes, start, end, digits, isAfterWord: isAfterWordIn(bytes, start) };
    return atRun;
  };
}

/** Does a character stand near a candidate that is another one in the folded text? */
function isFolded(bytes: Uint8Array, start: number, end: number): boolean {
  const last = Math.min(bytes.length, end + REACH);
  for (let at = Math.max(0, start - REACH); at < last; at++) {
    if (bytes[at]! >= 0xc2 && mayFold(bytes, at)) return true;
  }
  return false;
}

/** No-break space, hyphens, full-width signs, ideographic space, a long-vowel mark behind a digit. */
function mayFold(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  const second = bytes[at + 1];
  if (byte === 0xc2) return second === 0xa0;
  if (byte === 0xe2 || byte === 0xef) return true;
  if (byte !== 0xe3) return false;
  if (second === 0x80) return bytes[at + 2] === 0x80;
  return second === 0x83 && bytes[at + 2] === 0xbc && isDigit(bytes[at - 1]);
}

const isDigit = (byte = 0) => byte >= 0x30 && byte <= 0x39;

function digitsIn(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at++) if (isDigit(bytes[at])) digits++;
  return digits;
}
