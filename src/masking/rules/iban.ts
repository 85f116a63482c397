import { starred, unitsOf } from '../units.ts';
import { choiceOf } from '../number-hash.ts';
import type { Masks } from './masks.ts';

/** Examples of the IBAN registry: the accounts of nobody. */
const EXAMPLES: readonly string[] = [
  'DE89370400440532013000',
  'GB29NWBK60161331926819',
  'FR1420041010050500013M02606',
  'IT60X0542811101000000123456',
  'ES9121000418450200051332',
  'NL91ABNA0417164300',
  'CH9300762011623852957',
  'AT611904300234573201',
  'BE68539007547034',
  'SE4550000000058398257466',
  'NO9386011117947',
  'DK5000400440116243',
  'PL61109010140000071219812874',
  'PT50000201231234567890154',
  'IE29AIBK93115212345678',
];

/** `DE** **** **** **** **** **`: the country stays. */
export const iban: Masks = {
  placeholder: '[IBAN]',
  partial(value) {
    return starred(unitsOf(value), (_, index) => index < 2);
  },
  standIn(value) {
    const plain = value
      .normalize('NFKC')
      .replaceAll(/[^A-Z\d]/gi, '')
      .toUpperCase();
    const long = EXAMPLES.filter(({ length }) => length === plain.length);
    const example =
      long.find((each) => each.startsWith(plain.slice(0, 2))) ??
      long[choiceOf('iban', value) % long.length];
    return example === undefined || /[^\x20-\x7e]/.test(value)
      ? undefined
      : grouped(value, example);
  },
};

/** The characters of the example in the places of the value's. */
function grouped(value: string, example: string): string {
  let next = 0;
  return value.replaceAll(/[A-Z\d]/gi, () => example[next++]!);
}
