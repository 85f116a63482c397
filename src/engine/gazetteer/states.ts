import { STATES } from './states.generated.ts';

/**
 * Codes beyond ISO 3166-1 in ICAO Doc 9303 part 3 section 5: Germany's single letter, British
 * nationalities, Kosovo, the United Nations, organisations, and people without a nationality.
 * The last ones stand in documents of states that are no more.
 */
const ICAO_CODES =
  'D<< GBD GBN GBO GBP GBS RKS UNO UNA UNK EUE XBA XCC XCE XCO XDC XEC XES XIM XMP XOM XPO' +
  ' XXA XXB XXC XXX UTO ANT NTZ';

/** Does the code (three characters, filler included) name a state or organisation of Doc 9303? */
export function isStateCode(code: string): boolean {
  return code.length === 3 && (placeOf(code) >= 0 || ICAO_CODES.includes(code));
}

/** ISO 3166 alpha-2 code of a code in an MRZ, where it is a country's. */
export function regionOfState(code: string): string | undefined {
  if (code === 'D<<') return 'DE';
  if (code.startsWith('GB')) return 'GB';
  const place = placeOf(code);
  return place < 0 ? undefined : STATES.slice(place + 3, place + 5);
}

// Entries are five letters and a blank: a hit counts only at the begin of one.
function placeOf(code: string): number {
  if (!/^[A-Z]{3}$/.test(code)) return -1;
  for (let at = STATES.indexOf(code); at >= 0; at = STATES.indexOf(code, at + 1)) {
    if (at % 6 === 0) return at;
  }
  return -1;
}
