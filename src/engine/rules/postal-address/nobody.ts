import type { Evidence } from '../../evidence.ts';

/** 0-1-2, 0丁目, 0番地: blocks and parcels are counted from 1. */
const ZERO = /(?<![\d-])0(?:-\d|丁目|番)/;

/** Evidence of a Japanese address whose house number nobody can have. */
export const NOBODYS_HOUSE: Evidence = { code: 'reserved', note: 'no block has number 0' };

/** Does the folded text have a house number that begins with zero? */
export function isNobodysHouse(text: string): boolean {
  return ZERO.test(text);
}
