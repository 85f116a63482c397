import type { Evidence } from '../../evidence.ts';
import { defineRule, type Context } from '../../rule.ts';
import {
  hasGermanCheckDigit,
  isIssued,
  JAPANESE_SERIES,
  regionsOf,
  unmistakable,
} from './formats.ts';
import { NAMES, STEMS } from './names.ts';
import { hasNoNumber } from './silent.ts';
import { tokensInField, tokensInText } from './places.ts';
import { dummyOf, reservedNote } from './specimens.ts';

/** Passport numbers: Japan's by their form, every other country's by what stands beside them. */
export const passportNumber = defineRule({
  id: 'passport-number',
  category: 'identity-document',
  severity: 'error',
  names: NAMES,
  messages: { en: 'Passport number', ja: 'パスポート番号' },
  // Two letters and seven digits, alone: 2 in 1.1 million lines of ordinary code.
  prior: 1,
  anchors: ['digits', 'code', 'label'],
  literals: STEMS,
  glance: {
    digits: ({ bytes, start }) => isCapital(bytes[start - 1]) && isCapital(bytes[start - 2]),
  },
  column: { chance: 0.05 },
  isSilentAt: hasNoNumber,
  *judge(slice, context) {
    const places = context.typed ? tokensInField(slice, context) : tokensInText(slice, context);
    for (const { start, end, number, hotword } of places) {
      const region = regionOf(number, context);
      const evidence = evidenceFor(number, region, hotword, context);
      if (hotword) evidence.push({ code: 'hotword' });
      yield { start, end, evidence, ...(region !== undefined && { region }) };
    }
  },
});

const isCapital = (byte = 0) => byte >= 65 && byte <= 90;

/** The policy's region of that format, or the only one; of many others none is more likely. */
function regionOf(number: string, { options }: Context): string | undefined {
  if (JAPANESE_SERIES.test(number) && options.regions.includes('JP')) return 'JP';
  const regions = regionsOf(number);
  return options.regions.find((region) => regions.includes(region)) ?? onlyOne(regions);
}

const onlyOne = (regions: readonly string[]) => (regions.length === 1 ? regions[0] : undefined);

function evidenceFor(
  number: string,
  region: string | undefined,
  hotword: boolean,
  { typed, options }: Context,
): Evidence[] {
  const reserved = reservedNote(number);
  if (reserved !== undefined) return [{ code: 'reserved', note: reserved }];
  const evidence: Evidence[] = [];
  const dummy = dummyOf(number);
  // In prose, TK0000000 is an example's number; in a column it is what the others are.
  const isSeries = typed || dummy === undefined || dummy === 'digits in a row';
  if (region === 'JP' && JAPANESE_SERIES.test(number) && isSeries) {
    evidence.push({ code: 'known-prefix', note: 'T or M' });
  }
  const own = unmistakable(number, options.regions);
  if (own !== undefined) evidence.push({ code: 'known-prefix', note: own });
  if (hasGermanCheckDigit(number)) evidence.push({ code: 'check-digit', note: 'ICAO 9303' });
  if (!isIssued(number, options.regions)) evidence.push({ code: 'odd-form' });
  // Digits in a row behind the word "passport" may be somebody's; Japan's series letters say enough.
  const mayBe = hotword && dummy === 'digits in a row' && !JAPANESE_SERIES.test(number);
  if (dummy !== undefined && !mayBe) {
    evidence.push({ code: 'dummy', note: dummy });
  }
  return evidence;
}
