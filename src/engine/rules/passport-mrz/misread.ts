import type { MrzLayout, Place } from './layouts.ts';

// What scanners take for each other in OCR-B: Doc 9303 tells letters from digits by the place.
const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};
const LETTERS: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
};

/**
 * The lines as they may have stood on the document: where only digits can stand, letters that
 * look like digits are read as digits, and the other way round. Numbers keep what they have, but
 * for a second reading in which O and I are digits.
 */
export function* readings(lines: readonly string[], layout: MrzLayout): Generator<string[]> {
  const cells = lines.map((line) => [...line]);
  change(cells, digitPlaces(layout), DIGITS);
  change(cells, letterPlaces(layout), LETTERS);
  yield cells.map((line) => line.join(''));
  change(cells, [layout.number], { O: '0', I: '1' });
  yield cells.map((line) => line.join(''));
}

function digitPlaces(layout: MrzLayout): Place[] {
  const { numberDigit, birthDate, birthDigit, expiry, expiryDigit } = layout;
  const { personalDigit, compositeDigit } = layout;
  return [
    numberDigit,
    birthDate,
    birthDigit,
    expiry,
    expiryDigit,
    personalDigit,
    compositeDigit,
  ].filter((place) => place !== undefined);
}

function letterPlaces({ issuer, nationality, names, given, width }: MrzLayout): Place[] {
  const places: Place[] = [[1, 1, 2], issuer, nationality, names];
  if (given !== undefined && width === 36) places.push(given);
  return places;
}

function change(
  cells: string[][],
  places: readonly Place[],
  table: Readonly<Record<string, string>>,
): void {
  for (const [line, first, last] of places) {
    const row = cells[line - 1];
    if (row === undefined) continue;
    for (let i = first - 1; i < last; i++) row[i] = table[row[i]!] ?? row[i]!;
  }
}
