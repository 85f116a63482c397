import type { OfBytes } from '../text/byte-memo.ts';
import { textOf } from '../text/cell-text.ts';
import { placeAt } from './place.ts';

const NONE = 255;
const WITHOUT_PREFECTURE = 254;

/** What a memo is to remember of places' names. */
export const placeOf: OfBytes = (bytes, start, end) => {
  const place = placeAt(textOf(bytes, start, end), 0);
  if (place === undefined) return NONE;
  return place.prefecture < 0 ? WITHOUT_PREFECTURE : place.prefecture;
};

/** Prefecture, county, city and ward have at most so many characters of three bytes. */
const LONGEST = 3 * 16;

/**
 * What place stands at `start` of bytes in UTF-8: the number of its prefecture, −1 where it is a
 * municipality without one, −2 where none is found at a short look.
 *
 * @param known `placeOf`, or what remembers it
 */
export function placeInBytes(
  known: OfBytes,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  const limit = Math.min(end, start + LONGEST);
  for (let at = start; at + 2 < limit; at += 3) {
    const lead = bytes[at]!;
    // Digits and blanks of full width begin with EF and E3 80: no name goes over them.
    if (lead < 0xe3 || lead > 0xe9 || (lead === 0xe3 && bytes[at + 1] === 0x80)) break;
    if (!endsMunicipality(lead, bytes[at + 1]!, bytes[at + 2]!)) continue;
    const found = known(bytes, start, at + 3);
    if (found !== NONE) return found === WITHOUT_PREFECTURE ? -1 : found;
  }
  return -2;
}

/** 市 E5 B8 82, 区 E5 8C BA, 町 E7 94 BA, 村 E6 9D 91 */
function endsMunicipality(first: number, second: number, third: number): boolean {
  if (first === 0xe5) {
    return (second === 0xb8 && third === 0x82) || (second === 0x8c && third === 0xba);
  }
  if (first === 0xe7) return second === 0x94 && third === 0xba;
  return first === 0xe6 && second === 0x9d && third === 0x91;
}
