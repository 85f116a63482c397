import { choiceOf } from '../number-hash.ts';
import { starred, unitsOf, type Unit } from '../units.ts';
import { digitOf, digitsOf, withDigits } from './digits.ts';
import type { Masks } from './masks.ts';

/** The last digits may stay; what a receipt shows (PCI DSS requirement 3.4). */
const SHOWN = 4;

/** Test cards of the networks by length; the first digit, which names the network, is kept. */
const TEST_CARDS: readonly string[] = [
  '4111111111111111',
  '4012888888881881',
  '4242424242424242',
  '5555555555554444',
  '5105105105105100',
  '5454545454545454',
  '2223003122003222',
  '3530111333300000',
  '3566002020360505',
  '6011111111111117',
  '6011000990139424',
  '378282246310005',
  '371449635398431',
  '378734493671000',
  '30569309025904',
  '38520000023237',
  '4222222222222',
  '6205500000000000004',
];

/** `****-****-****-1111`: the last four digits stay. */
export const creditCard: Masks = {
  placeholder: '[CARD]',
  partial(value) {
    const units = unitsOf(value);
    return starred(units, isLast(units, SHOWN));
  },
  standIn(value) {
    const units = unitsOf(value);
    const digits = digitsOf(units);
    const long = TEST_CARDS.filter(({ length }) => length === digits.length);
    const alike = long.filter((card) => card[0] === digits[0]);
    const cards = alike.length > 0 ? alike : long;
    if (cards.length === 0) return undefined;
    return withDigits(units, cards[choiceOf('credit-card', value) % cards.length]!);
  },
};

/** Is a unit one of the last digits of a number, where more than twice as many are hidden? */
export function isLast(units: readonly Unit[], shown: number): (unit: Unit) => boolean {
  const digits = units.filter((unit) => digitOf(unit) !== undefined);
  const kept = new Set(digits.length > shown * 2 ? digits.slice(-shown) : []);
  return (unit) => kept.has(unit);
}
