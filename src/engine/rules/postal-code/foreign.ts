import type { Evidence } from '../../evidence.ts';
import { postalCodeUse } from '../../gazetteer/postal-codes.ts';
import { isPostcodeArea } from '../../gazetteer/united-kingdom.ts';

import type { Context, Judgement, Slice } from '../../rule.ts';

interface Form {
  readonly pattern: RegExp;
  readonly region?: string;
  /** What the form itself says, besides the field's name. */
  readonly evidence: (code: string) => readonly Evidence[];
}

const GROUPED: readonly Evidence[] = [{ code: 'grouping' }];

/**
 * Postal codes of other countries, which only a field's name tells from other numbers. Formats of
 * the Universal Postal Union (Postal addressing systems); the first that fits counts.
 */
const FORMS: readonly Form[] = [
  { pattern: /^\d{5}-\d{4}$/, region: 'US', evidence: () => GROUPED },
  {
    pattern: /^(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})$/i,
    region: 'GB',
    evidence: (code) => (isPostcodeArea(code.toUpperCase()) ? GROUPED : []),
  },
  // A table program drops the first zero of a Japanese code: 0600001 becomes 600001.
  {
    pattern: /^\d{6}$/,
    evidence: (code) => (postalCodeUse(Number(code)) === undefined ? [] : [{ code: 'allocated' }]),
  },
  { pattern: /^\d{5}$/, evidence: fiveDigits },
  { pattern: /^[A-CEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d$/i, region: 'CA', evidence: () => GROUPED },
  { pattern: /^\d{4} ?[A-Z]{2}$/, region: 'NL', evidence: () => GROUPED },
  { pattern: /^(?:\d{2}-\d{3}|\d{3} \d{2}|\d{5}-\d{3}|\d{4}-\d{3})$/, evidence: () => GROUPED },
  { pattern: /^(?:[DFABLN]|CH|DE|FR|AT|BE|DK|FIN|SE?)-\d{4,5}$/, evidence: () => GROUPED },
];
/** Four digits (AT, AU, BE, CH, DK, NO …) are too few for a field called zip. */
const FOUR_DIGITS = /^\d{4}$/;
const POST = /post|plz|郵便/i;

function fiveDigits(code: string): readonly Evidence[] {
  if (code === '00000') return [{ code: 'reserved', note: 'no postal service assigns 00000' }];
  return [];
}

/** The value of a field named after postal codes, when it is none of Japan's. */
export function judgeForeign(
  { folded }: Slice,
  start: number,
  end: number,
  { field }: Context,
): Judgement | undefined {
  if (end - start < 4 || end - start > 11) return undefined;
  const value = folded.slice(start, end);
  const form = FORMS.find(({ pattern }) => pattern.test(value));
  if (form === undefined) {
    const named = FOUR_DIGITS.test(value) && POST.test(field?.name ?? '');
    return named ? { start, end, evidence: [] } : undefined;
  }
  const evidence = form.evidence(value);
  return form.region === undefined
    ? { start, end, evidence }
    : { start, end, evidence, region: form.region };
}
