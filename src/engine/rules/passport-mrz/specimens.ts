import type { Holder } from './parse.ts';
import type { Zone } from './zone.ts';

/** Surnames and given names of printed specimens: SPECIMEN in several languages, and known ones. */
const SPECIMEN_NAMES =
  /^(?:SPECIMEN|SPECIMEN\d|SAMPLE|MUSTER|MUSTERMANN|MUSTERFRAU|VZOR|WZOR|MODELO|MODELE|ESPECIMEN|YANGBEN|TRAVELER|TRAVELLER|GAIMU|BERTHIER|TEST)$/;

/**
 * Numbers of the specimens of Germany's passports (2005, 2017) and identity cards (2010, 2021), all
 * of them Erika Mustermann's.
 */
const GERMAN_SPECIMENS = ['C01X0006H', 'C01X00T47', 'T22000129', 'L01X00T47', 'LZ6311T47'];

/** Why a zone is provably nobody's, or undefined. */
export function reservedNote({ mrz, state }: Zone): string | undefined {
  // Utopia, the state of the examples in Doc 9303.
  if (state === 'UTO' || mrz?.nationality === 'UTO') return 'ICAO 9303 UTO';
  const german = state === 'D<<' && mrz !== undefined && GERMAN_SPECIMENS.includes(mrz.number);
  return german ? 'German specimen' : undefined;
}

/** Has the holder a name that people print on samples? */
export function isSpecimenName({ surname, given }: Holder): boolean {
  return SPECIMEN_NAMES.test(surname) || SPECIMEN_NAMES.test(given.split(' ')[0]!);
}
