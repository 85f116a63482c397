import type { Evidence } from '../../evidence.ts';
import { layoutOf } from '../../gazetteer/phone-metadata.ts';
import { isDummyPhone, reservedPhone } from '../../gazetteer/reserved-phones.ts';
import { defineRule, type Context, type Slice } from '../../rule.ts';
import { standsAlone } from './borders.ts';
import { findNumbers, type Standing } from './find.ts';
import { japaneseForm } from './japan.ts';
import { PHONE_HOTWORDS, PHONE_MARK, PHONE_NAMES } from './names.ts';
import type { Reading } from './reading.ts';
import { labelledNumber, typedNumber } from './shape.ts';

/** Telephone numbers of people: E.164, and the national forms of the policy's regions. */
export const phoneNumber = defineRule({
  id: 'phone-number',
  category: 'contact',
  severity: 'warning',
  messages: { en: 'Telephone number', ja: '電話番号' },
  names: PHONE_NAMES,
  prior: 0.5,
  anchors: ['digits', 'label'],
  *judge(slice, context) {
    const { start, end, folded } = slice;
    const settled = settledEvidence(slice, context);
    if (settled) {
      yield { start, end, evidence: settled, region: 'JP' };
      return;
    }
    const floor = context.typed ? start : 0;
    let found = false;
    for (const standing of findNumbers(folded, [start, end], floor, context.options.regions)) {
      const evidence = evidenceOf(standing, slice, context);
      if (!evidence) continue;
      found = true;
      const { reading } = standing;
      yield { start: reading.start, end: reading.end, evidence, region: reading.plan.region };
    }
    if (!found) yield* context.typed ? typedNumber(slice, context) : labelledNumber(slice, context);
  },
});

const ALLOCATED: readonly Evidence[] = [{ code: 'allocated' }];
const GROUPED: readonly Evidence[] = [{ code: 'allocated' }, { code: 'grouping' }];

/** The common case at little cost: the candidate is a plain Japanese number and nothing else. */
function settledEvidence(slice: Slice, context: Context): readonly Evidence[] | undefined {
  const { folded, start, end } = slice;
  if (!context.options.regions.includes('JP')) return undefined;
  const form = japaneseForm(folded, start, end);
  if (form === undefined || !standsAlone(folded, start, end)) return undefined;
  if (context.typed) return form === 'grouped' ? GROUPED : ALLOCATED;
  return form === 'grouped' ? [...GROUPED, ...wordEvidence(start, slice, context)] : undefined;
}

/** Toll-free, premium and the like are an organisation's: only possible, where a word asks for it. */
const SERVICE: Evidence = { code: 'organisation', note: 'service number' };

/** Undefined for digits that nothing but the numbering plan takes for a telephone number. */
function evidenceOf(
  { reading, glued, foreign }: Standing,
  slice: Slice,
  context: Context,
): readonly Evidence[] | undefined {
  const words = context.typed ? [] : [...wordEvidence(reading.start, slice, context)];
  if (reading.kind === 'service') {
    if (context.typed) return [SERVICE];
    return words.length > 0 ? [SERVICE, { code: 'hotword' }] : undefined;
  }
  const evidence = [...planEvidence(reading, context.typed), ...words];
  const bare = reading.cut === 'nowhere' && reading.international !== 'plus';
  if (hasCountryCode(reading)) evidence.push({ code: 'country-code' });
  const assigned = evidence[0]?.code !== 'unassigned';
  if (reading.cut === 'as-planned' && assigned) evidence.push({ code: 'grouping' });
  if (reading.cut === 'otherwise') evidence.push({ code: 'odd-grouping' });
  if (glued) evidence.push({ code: 'inside-identifier' });
  if (foreign) evidence.push({ code: 'other-region' });
  if (bare && !context.typed) {
    if (words.length === 0 && !(reading.kind === 'mobile' && isDelimited(reading, slice))) {
      return undefined;
    }
    evidence.push({ code: 'bare-digits' });
  }
  return evidence;
}

/** Without a +, digits like 00 622 are a country code only where the rest stands as it should. */
function hasCountryCode({ international, cut }: Reading): boolean {
  return international === 'plus' || (international === 'dialled' && cut === 'as-planned');
}

/** A word or sign before the number. A field's name is the engine's to tell. */
function* wordEvidence(start: number, slice: Slice, context: Context): Iterable<Evidence> {
  if (PHONE_MARK.test(slice.text.slice(Math.max(0, start - 6), start))) yield { code: 'mark' };
  if (context.hotword(PHONE_HOTWORDS)) yield { code: 'hotword' };
}

/** The number is all of a string, a cell or a line. */
function isDelimited({ start, end }: Reading, { folded }: Slice): boolean {
  const before = folded[start - 1] ?? '\n';
  const after = folded[end] ?? '\n';
  return /["'`,;\t\n]/.test(before) && /["'`,;\t\r\n]/.test(after);
}

/** Allocated, set aside for nobody, or not assignable. */
function planEvidence(reading: Reading, typed: boolean): readonly Evidence[] {
  const { plan, nsn } = reading;
  const source = reservedPhone(plan.callingCode, nsn);
  if (source !== undefined) return [{ code: 'reserved', note: source }, { code: 'set-aside' }];
  if (plan.region !== 'JP' || !hasUnassignableExchange(reading)) return [{ code: 'allocated' }];
  // In a field of its own such a number is a slip of the pen rather than an example.
  if (typed && !isDummyPhone(nsn)) return [{ code: 'unassigned', note: UNASSIGNABLE }];
  return [{ code: 'reserved', note: UNASSIGNABLE }, { code: 'set-aside' }];
}

const UNASSIGNABLE = 'unassignable exchange';

/** Japan's local exchanges begin with 2 to 9; libphonenumber's patterns are wider. */
function hasUnassignableExchange({ plan, nsn, kind }: Reading): boolean {
  if (kind !== 'fixed' || nsn.length !== 9) return false;
  const exchange = nsn[layoutOf(plan, nsn)?.sizes[0] ?? 9];
  return exchange === '0' || exchange === '1';
}
