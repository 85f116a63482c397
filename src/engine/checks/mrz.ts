/** Weights of ICAO Doc 9303 part 3 section 4.9, repeated from the left. */
const WEIGHTS = [7, 3, 1] as const;

const ZERO = 48;
const A = 65;

/**
 * The check digit of a machine-readable zone: modulus 10 with weights 7-3-1, digits as
 * themselves, A–Z as 10–35, the filler `<` as 0 (ICAO Doc 9303 part 3 section 4.9).
 *
 * @param data characters `A–Z`, `0–9` and `<`
 * @returns 0–9, or undefined where `data` holds another character.
 */
export function mrzCheckDigit(data: string): number | undefined {
  let sum = 0;
  for (let i = 0; i < data.length; i++) {
    const value = valueOf(data.charCodeAt(i));
    if (value === undefined) return undefined;
    sum += value * WEIGHTS[i % 3]!;
  }
  return sum % 10;
}

/** Is `digit` the check digit of `data`? A filler counts as the 0 of data that are all fillers. */
export function mrzCheck(data: string, digit: string): boolean {
  const expected = mrzCheckDigit(data);
  if (digit === '<') return expected === 0 && /^<*$/.test(data);
  return expected !== undefined && digit === String(expected);
}

function valueOf(unit: number): number | undefined {
  if (unit >= ZERO && unit <= ZERO + 9) return unit - ZERO;
  if (unit >= A && unit < A + 26) return unit - A + 10;
  return unit === 60 ? 0 : undefined;
}
