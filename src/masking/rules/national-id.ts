import { fold } from '../../engine/text/fold.ts';
import { choiceOf } from '../number-hash.ts';
import type { Place } from '../strategy.ts';
import { starred, unitsOf, type Unit } from '../units.ts';
import { digitOf, digitsOf, likeDigit, withDigits } from './digits.ts';
import type { Masks } from './masks.ts';

/** The ten numbers that the Social Security Administration sets aside for advertisements. */
const ADVERTISED = '98765432';

/** Of the numbers of all countries only these two have some that are nobody's. */
export const nationalId: Masks = {
  placeholder: '[NATIONAL-ID]',
  partial: (value) => starred(unitsOf(value)),
  standIn(value: string, { region }: Place) {
    const units = unitsOf(value);
    const digits = digitsOf(units);
    const choice = choiceOf('national-id', value);
    if (region === 'US' && digits.length === 9) {
      return withDigits(units, ADVERTISED + String(choice % 10));
    }
    return region === 'GB' && digits.length === 6 ? nino(units, choice) : undefined;
  },
};

/** No National Insurance number begins with Q (HMRC, NIM39110): `QQ 00 12 34 A`. */
function nino(units: readonly Unit[], choice: number): string | undefined {
  const letters = units.filter(({ character }) => /^[a-z]$/i.test(fold(character)));
  if (letters.length !== 3) return undefined;
  const digits = String(choice).padStart(6, '0');
  let next = 0;
  let letter = 0;
  return units
    .map((unit) => {
      if (digitOf(unit) !== undefined) return likeDigit(unit, digits[next++]!);
      return letters.includes(unit) ? likeLetter(unit, 'QQA'[letter++]!) : unit.text;
    })
    .join('');
}

/** The letter in the case and the width of another one. */
function likeLetter({ character }: Unit, letter: string): string {
  const same = character === character.toLowerCase() ? letter.toLowerCase() : letter;
  return character.charCodeAt(0) > 0x7f ? String.fromCharCode(same.charCodeAt(0) + 0xfee0) : same;
}
