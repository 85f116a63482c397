import type { Unit } from '../units.ts';

/** The value of a digit, half or full width, or undefined. */
export function digitOf({ character }: Unit): string | undefined {
  const code = character.codePointAt(0)!;
  if (code >= 0x30 && code <= 0x39) return character;
  return code >= 0xff10 && code <= 0xff19 ? String.fromCharCode(code - 0xfee0) : undefined;
}

export function digitsOf(units: readonly Unit[]): string {
  return units.map((unit) => digitOf(unit) ?? '').join('');
}

/** Writes other digits in the same places and the same width. `digits` has as many. */
export function withDigits(units: readonly Unit[], digits: string): string {
  let next = 0;
  return units
    .map((unit) => (digitOf(unit) === undefined ? unit.text : likeDigit(unit, digits[next++]!)))
    .join('');
}

/** The digit in the width of another one. */
export function likeDigit({ character }: Unit, digit: string): string {
  const isWide = character.charCodeAt(0) > 0x7f;
  return isWide ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit;
}
