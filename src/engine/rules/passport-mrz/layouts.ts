export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B' | 'FRA-ID';

/** Where a field stands, counted as Doc 9303 counts: line, first and last position, all from 1. */
export type Place = readonly [line: number, first: number, last: number];

/** The lines of a machine-readable zone, and what stands where in them. */
export interface MrzLayout {
  readonly format: MrzFormat;
  /** What the zone begins with. */
  readonly code: RegExp;
  readonly lines: 2 | 3;
  readonly width: 30 | 36 | 44;
  readonly issuer: Place;
  readonly number: Place;
  readonly numberDigit: Place;
  readonly nationality: Place;
  readonly birthDate: Place;
  readonly birthDigit: Place;
  readonly sex: Place;
  readonly expiry?: Place;
  readonly expiryDigit?: Place;
  /** Where a document number longer than nine characters goes on. */
  readonly overflow?: Place;
  readonly personal?: Place;
  readonly personalDigit?: Place;
  readonly names: Place;
  /** Given names, where they have a place of their own and `names` holds the surname alone. */
  readonly given?: Place;
  readonly compositeDigit?: Place;
  readonly composite?: readonly Place[];
}

/** The second line that passports, TD2 documents and visas share. */
const SECOND_LINE = {
  lines: 2,
  issuer: [1, 3, 5],
  number: [2, 1, 9],
  numberDigit: [2, 10, 10],
  nationality: [2, 11, 13],
  birthDate: [2, 14, 19],
  birthDigit: [2, 20, 20],
  sex: [2, 21, 21],
  expiry: [2, 22, 27],
  expiryDigit: [2, 28, 28],
} as const;

/** ICAO Doc 9303 parts 4 (TD3), 5 (TD1), 6 (TD2) and 7 (visas); France's identity card of 1988. */
export const LAYOUTS: readonly MrzLayout[] = [
  {
    ...SECOND_LINE,
    format: 'TD3',
    code: /^P[A-Z<]/,
    width: 44,
    names: [1, 6, 44],
    personal: [2, 29, 42],
    personalDigit: [2, 43, 43],
    compositeDigit: [2, 44, 44],
    composite: [
      [2, 1, 10],
      [2, 14, 20],
      [2, 22, 43],
    ],
  },
  { ...SECOND_LINE, format: 'MRV-A', code: /^V[A-Z<]/, width: 44, names: [1, 6, 44] },
  {
    ...SECOND_LINE,
    format: 'TD2',
    code: /^[ACIP][A-Z<]/,
    width: 36,
    names: [1, 6, 36],
    overflow: [2, 29, 35],
    compositeDigit: [2, 36, 36],
    composite: [
      [2, 1, 10],
      [2, 14, 20],
      [2, 22, 35],
    ],
  },
  { ...SECOND_LINE, format: 'MRV-B', code: /^V[A-Z<]/, width: 36, names: [1, 6, 36] },
  {
    format: 'FRA-ID',
    code: /^IDFRA/,
    lines: 2,
    width: 36,
    issuer: [1, 3, 5],
    names: [1, 6, 30],
    number: [2, 1, 12],
    numberDigit: [2, 13, 13],
    given: [2, 14, 27],
    nationality: [1, 3, 5],
    birthDate: [2, 28, 33],
    birthDigit: [2, 34, 34],
    sex: [2, 35, 35],
    compositeDigit: [2, 36, 36],
    composite: [
      [1, 1, 36],
      [2, 1, 35],
    ],
  },
  {
    format: 'TD1',
    code: /^[ACI][A-Z<]/,
    lines: 3,
    width: 30,
    issuer: [1, 3, 5],
    number: [1, 6, 14],
    numberDigit: [1, 15, 15],
    overflow: [1, 16, 30],
    birthDate: [2, 1, 6],
    birthDigit: [2, 7, 7],
    sex: [2, 8, 8],
    expiry: [2, 9, 14],
    expiryDigit: [2, 15, 15],
    nationality: [2, 16, 18],
    names: [3, 1, 30],
    compositeDigit: [2, 30, 30],
    composite: [
      [1, 6, 30],
      [2, 1, 7],
      [2, 9, 15],
      [2, 19, 29],
    ],
  },
];

/** The text at a place. */
export function at(lines: readonly string[], [line, first, last]: Place): string {
  return lines[line - 1]?.slice(first - 1, last) ?? '';
}
