import type { Evidence } from '../../evidence.ts';
import { postalCodeUse } from '../../gazetteer/postal-codes.ts';
import { regionsOfPostalForm } from '../../gazetteer/postal-forms.ts';
import { isPostcodeArea } from '../../gazetteer/united-kingdom.ts';
import type { Context, Judgement, Slice } from '../../rule.ts';

const GROUPED: readonly Evidence[] = [{ code: 'grouping' }];

/** Outward code of a British postcode, which people give alone. */
const OUTWARD = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/** Four digits (AT, AU, BE, CH, DK, NO …) are too few for a field called zip. */
const FOUR_DIGITS = /^\d{4}$/;
const POST = /post|plz|郵便/i;

function fiveDigits(code: string): readonly Evidence[] {
  if (code === '00000') return [{ code: 'reserved', note: 'no postal service assigns 00000' }];
  return [];
}

/** Solid digits say nothing themselves; a table program drops the first zero of a Japanese code. */
function digitsEvidence(code: string): readonly Evidence[] {
  if (code.length === 5) return fiveDigits(code);
  if (code.length !== 6) return [];
  return postalCodeUse(Number(code)) === undefined ? [] : [{ code: 'allocated' }];
}

/**
 * The value of a field named after postal codes, when it is none of Japan's: a code in the form of
 * any country. Three digits and outward codes count where the policy names their country.
 */
export function judgeForeign(
  { folded }: Slice,
  start: number,
  end: number,
  { field, options }: Context,
): Judgement | undefined {
  if (end - start < 3 || end - start > 11) return undefined;
  const written = folded.slice(start, end);
  // Few small letters and digits are the endings of files, which zip speaks of too.
  if (written.length < 6 && /[a-z]/.test(written)) return undefined;
  const value = written.toUpperCase();
  const regions = [...regionsOfPostalForm(value)];
  const own = regions.filter((region) => options.regions.includes(region));
  if (OUTWARD.test(value) && isPostcodeArea(value) && options.regions.includes('GB')) {
    return { start, end, evidence: [], region: 'GB' };
  }
  if (regions.length === 0 || (value.length < 4 && own.length === 0)) return undefined;
  if (FOUR_DIGITS.test(value)) {
    const named = POST.test(field?.name ?? '') || own.length > 0;
    return named ? { start, end, evidence: [], ...regionOf(own) } : undefined;
  }
  const evidence = /^\d+$/.test(value) ? digitsEvidence(value) : GROUPED;
  return { start, end, evidence, ...regionOf(/^\d+$/.test(value) ? own : mainOf(regions, own)) };
}

/** Of the territories that share a form, the country that they share it with. */
function mainOf(regions: readonly string[], own: readonly string[]): readonly string[] {
  if (regions.length === 1) return regions;
  const main = regions.filter((region) => region === 'GB' || region === 'US');
  return main.length === 1 ? main : own;
}

/** Where one country alone is meant, it is told. */
function regionOf(regions: readonly string[]): { readonly region?: string } {
  const [region] = regions;
  return regions.length === 1 && region !== undefined ? { region } : {};
}
