/** Numbers of specimen documents, without separators; some with their check digit. */
const RESERVED: Readonly<Record<string, string>> = {
  // Doc 9303 parts 4 to 7, this edition's and older ones.
  L898902C3: 'ICAO 9303 specimen',
  L898902C: 'ICAO 9303 specimen',
  L8988901C: 'ICAO 9303 specimen',
  D23145890: 'ICAO 9303 specimen',
  // Erika Mustermann's passports of 2005 and 2017.
  C01X0006H: 'German specimen',
  C01X0006H1: 'German specimen',
  C01X00T47: 'German specimen',
  C01X00T478: 'German specimen',
};

/** Why a number is provably nobody's, or undefined. */
export function reservedNote(number: string): string | undefined {
  return RESERVED[number];
}

/** Digits that people type when any will do. */
export type Dummy = 'zeros' | 'one digit' | 'digits in a row';

/**
 * How a number looks made up, or undefined. Zeros and one digit seven times stand
 * for no number at all; digits in a row may be somebody's by chance.
 */
export function dummyOf(number: string): Dummy | undefined {
  const digits = /\d{6,}/.exec(number)?.[0];
  if (digits === undefined) return undefined;
  if (digits.startsWith('0000')) return 'zeros';
  const step = (Number(digits[1]) - Number(digits[0]) + 10) % 10;
  if (step > 1 && step < 9) return undefined;
  for (let i = 2; i < digits.length; i++) {
    if ((Number(digits[i - 1]) + step) % 10 !== Number(digits[i])) return undefined;
  }
  return step === 0 ? 'one digit' : 'digits in a row';
}
