import type { Evidence } from '../../evidence.ts';
import { defineRule, type Context, type Judgement, type Slice } from '../../rule.ts';
import { hasExtension, hasWordAfter } from './after.ts';
import { standsAlone } from './borders.ts';
import { phoneCells } from './cells.ts';
import { findNumbers, mayHoldNumber, type Standing } from './find.ts';
import { mayBePhone } from './glance.ts';
import { japaneseForm } from './japan.ts';
import { PHONE_HOTWORDS, PHONE_MARK, PHONE_NAMES } from './names.ts';
import { planEvidence } from './plan.ts';
import type { Reading } from './reading.ts';
import { labelledNumber } from './labelled.ts';
import { shapeIn } from './shape.ts';
import { isBehindSibling } from './sibling.ts';
import { SERVICE, typedNumber } from './typed.ts';

/** Telephone numbers of people: E.164, and the national forms of the policy's regions. */
export const phoneNumber = defineRule({
  id: 'phone-number',
  category: 'contact',
  severity: 'warning',
  messages: { en: 'Telephone number', ja: '電話番号' },
  names: PHONE_NAMES,
  prior: 0.5,
  anchors: ['digits', 'label'],
  glance: { digits: mayBePhone },
  cells: phoneCells,
  *judge(slice, context) {
    const { start, end } = slice;
    const settled = settledEvidence(slice, context);
    if (settled) {
      yield { start, end, evidence: settled, region: 'JP' };
      return;
    }
    const found = [...numbersIn(slice, context)];
    if (!context.typed) {
      yield* found.length > 0 ? found : labelledNumber(slice, context);
      return;
    }
    // A number that begins later is a part of one that no plan has in this form.
    const first = shapeIn(slice)?.start ?? Infinity;
    const whole = found.some((number) => number.start <= first) ? [] : typedNumber(slice, context);
    yield* whole.length > 0 ? whole : found;
  },
});

function* numbersIn(slice: Slice, context: Context): Iterable<Judgement> {
  const { folded, start, end } = slice;
  const floor = context.typed ? start : 0;
  const { regions } = context.options;
  if (!mayHoldNumber(folded, [start, end], floor, regions)) return;
  for (const standing of findNumbers(folded, [start, end], floor, regions)) {
    const evidence = evidenceOf(standing, slice, context);
    const { reading } = standing;
    if (evidence) {
      yield { start: reading.start, end: reading.end, evidence, region: reading.plan.region };
    }
  }
}

const ALLOCATED: readonly Evidence[] = [{ code: 'allocated' }];
const GROUPED: readonly Evidence[] = [{ code: 'allocated' }, { code: 'grouping' }];

/** The common case at little cost: the candidate is a plain Japanese number and nothing else. */
function settledEvidence(slice: Slice, context: Context): readonly Evidence[] | undefined {
  const { folded, start, end } = slice;
  if (!context.options.regions.includes('JP')) return undefined;
  const form = japaneseForm(folded, start, end);
  if (form === undefined || !standsAlone(folded, start, end)) return undefined;
  if (context.typed) return form === 'grouped' ? GROUPED : ALLOCATED;
  return form === 'grouped' ? [...GROUPED, ...wordEvidence(slice, slice, context)] : undefined;
}

/** Undefined for digits that nothing but the numbering plan takes for a telephone number. */
function evidenceOf(
  { reading, glued, foreign }: Standing,
  slice: Slice,
  context: Context,
): readonly Evidence[] | undefined {
  // Letters make it a part of something: no word about it, only its form, keeps it possible.
  const words = context.typed || glued ? [] : wordEvidence(reading, slice, context);
  if (reading.kind === 'service') {
    if (context.typed) return [SERVICE];
    return words.length > 0 ? [SERVICE, { code: 'hotword' }] : undefined;
  }
  const evidence = [...planEvidence(reading, context.typed), ...words];
  const form = formEvidence(reading, evidence[0]?.code !== 'unassigned');
  if (glued) return [...evidence, ...form.slice(0, 1), { code: 'inside-identifier' }];
  evidence.push(...form);
  if (foreign) evidence.push({ code: 'other-region' });
  const isBare = reading.cut === 'nowhere' && reading.international !== 'plus';
  if (!isBare || context.typed) return evidence;
  const reasons = words.length > 0 ? [BARE] : bareEvidence(reading, slice);
  return reasons && [...evidence, ...reasons];
}

const BARE: Evidence = { code: 'bare-digits' };
const IN_LIST: Evidence = { code: 'corroborated', note: 'number before it' };

/** Why digits that no word speaks for may be a number all the same; undefined where nothing does. */
function bareEvidence(reading: Reading, slice: Slice): readonly Evidence[] | undefined {
  if (isBehindSibling(reading, slice.folded)) return [BARE, IN_LIST];
  const isNumber = reading.kind === 'mobile' && isDelimited(reading, slice);
  return reading.weak || isNumber ? [BARE] : undefined;
}

/** What the writing says, the strongest first. */
function formEvidence(reading: Reading, assigned: boolean): readonly Evidence[] {
  const evidence: Evidence[] = [];
  if (hasCountryCode(reading)) evidence.push({ code: 'country-code' });
  if (reading.cut === 'as-planned' && assigned) evidence.push({ code: 'grouping' });
  if (reading.cut === 'otherwise') evidence.push({ code: 'odd-grouping' });
  return evidence;
}

/** Without a +, digits like 00 622 are a country code only where the rest stands as it should. */
function hasCountryCode({ international, cut }: Reading): boolean {
  return international === 'plus' || (international === 'dialled' && cut === 'as-planned');
}

/** A word or sign beside the number. A field's name is the engine's to tell. */
function wordEvidence(
  { start, end }: Pick<Reading, 'start' | 'end'>,
  slice: Slice,
  context: Context,
): Evidence[] {
  const evidence: Evidence[] = [];
  const isMarked = PHONE_MARK.test(slice.text.slice(Math.max(0, start - 6), start));
  if (isMarked || hasExtension(slice.folded, end)) evidence.push({ code: 'mark' });
  if (context.hotword(PHONE_HOTWORDS) || hasWordAfter(slice.folded, end)) {
    evidence.push({ code: 'hotword' });
  }
  return evidence;
}

/** The number is all of a string, a cell or a line. */
function isDelimited({ start, end }: Reading, { folded }: Slice): boolean {
  const before = folded[start - 1] ?? '\n';
  const after = folded[end] ?? '\n';
  return /["'`,;\t\n]/.test(before) && /["'`,;\t\r\n]/.test(after);
}
