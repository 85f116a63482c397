import type { Evidence } from '../../evidence.ts';
import { isPostcodeArea } from '../../gazetteer/united-kingdom.ts';
import type { Judgement } from '../../rule.ts';
import { areNames, isParted } from './capitalised.ts';
import type { Lookback } from './western.ts';

/** BS 7666 part 2: the inward code never has C, I, K, M, O, V. */
const INWARD = /\d[ABD-HJLNP-UW-Z]{2}$/;
const STREET =
  /\b(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|dr|way|crescent|gardens?|place|terrace|court|square|grove|hill|row|mews|green|park|walk|parade|broadway|quay|wharf|gate)\b/i;
const HOUSE = /(?<![\w.,$£#%-])\d{1,5}(?:-\d{1,5})?[A-Z]?,? /gi;
/** `1 Example Street, Townville, ZZ1 1AA`: from house number to postcode. */
export function judgeUnitedKingdom(
  { text, from, code }: Lookback,
  end: number,
): Judgement | undefined {
  const postcode = text.slice(code, end);
  if (!INWARD.test(postcode) || !isPostcodeArea(postcode)) return undefined;
  if (/\w/.test(text[code - 1] ?? ' ')) return undefined;
  const before = text.slice(from, code);
  let start = -1;
  for (const { index, 0: house } of before.matchAll(HOUSE)) {
    const body = before.slice(index + house.length);
    if (areNames(body) && (STREET.test(body) || isParted(body))) start = index;
  }
  if (start < 0) return undefined;
  const evidence: Evidence[] = [{ code: 'house-number' }, { code: 'grouping' }];
  if (STREET.test(before.slice(start))) evidence.push({ code: 'street-type' });
  return { start: from + start, end, evidence, region: 'GB' };
}
