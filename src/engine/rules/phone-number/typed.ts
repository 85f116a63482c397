import { isDummyPhone } from '../../gazetteer/reserved-phones.ts';
import type { Evidence } from '../../evidence.ts';
import type { Context, Judgement, Slice } from '../../rule.ts';
import { readDigits, readWorld, type Dialled } from './digits.ts';
import { planEvidence } from './plan.ts';
import { isLongEnough, shapeIn, type Shaped } from './shape.ts';

/** Toll-free, premium and the like are an organisation's: only possible, where a word asks for it. */
export const SERVICE: Evidence = { code: 'organisation', note: 'service number' };

/**
 * A field of telephone numbers outweighs a plan that does not have the number: a slip, another
 * country's form. The whole value must look like one.
 */
export function typedNumber(slice: Slice, context: Context): readonly Judgement[] {
  const shaped = shapeIn(slice);
  if (!shaped) return [];
  const { start, end, number, digits } = shaped;
  const known = number.startsWith('+')
    ? readWorld(digits)
    : readDigits(digits, context.options.regions);
  if (known) {
    return [{ start, end, evidence: knownEvidence(known, context), region: known.plan.region }];
  }
  return isLongEnough(shaped) ? [{ start, end, evidence: unassigned(shaped, context) }] : [];
}

/** Only tables and documents have records; in a program the name may be an argument's. */
const isInRecord = ({ field }: Context) => field?.beside !== undefined;

function knownEvidence(number: Dialled, context: Context): readonly Evidence[] {
  if (number.kind === 'service') return [SERVICE];
  const evidence = planEvidence(number, true, number.note);
  // Spreadsheets lose trunk prefixes, programs do not.
  return number.note === undefined || isInRecord(context) ? evidence : [...evidence, ALONE];
}

const ALONE: Evidence = { code: 'alone' };

function unassigned({ number, digits }: Shaped, context: Context): readonly Evidence[] {
  const evidence: Evidence[] = [{ code: 'unassigned' }];
  if (isDummyPhone(digits)) evidence.push({ code: 'dummy' });
  const isTried = digits === number || CHECKING.test(context.field?.name ?? '');
  if (isTried && !isInRecord(context)) evidence.push(ALONE);
  return evidence;
}

/** `parsePhoneNumber('…')`, `isValidPhone('…')`: functions that are tried on what is no number. */
const CHECKING =
  /^_?(?:is|has|parse|format|validate|check|test|normali[sz]e|get|to|as|find)(?![a-z])/;
