import { kindOf, nationalNumber, planOf, worldNumber } from '../../gazetteer/phone-metadata.ts';
import { isDummyPhone, reservedPhone } from '../../gazetteer/reserved-phones.ts';
import type { Evidence } from '../../evidence.ts';
import type { Context, Judgement, Slice } from '../../rule.ts';
import { leftBorder, rightBorder } from './borders.ts';
import { PHONE_NAMES } from './names.ts';

/** Any way of writing 7 to 15 digits that a person takes for a telephone number. */
const SHAPE =
  /^\s*(?:tel: ?)?([+(]{0,2}\d(?:[-./() ]{0,3}\d){6,14})(?: ?(?:x|ext\.?|内線) ?\d{1,6})?\s*$/i;
/** 2016-06-14, 20160614: a date in a field that is named after a telephone. */
const DATE = /^(?:19|20)\d\d([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])$/;
/** Least digits of a bare run: 1234567 is as often a size or an id. */
const LEAST_BARE = 8;

/** A number that no plan at hand has, found by its shape. */
interface Shaped {
  readonly start: number;
  readonly end: number;
  /** As it stands, folded. */
  readonly number: string;
}

function shapeIn({ folded, start, end }: Slice): Shaped | undefined {
  const value = folded.slice(start, end);
  const number = SHAPE.exec(value)?.[1];
  if (number === undefined || DATE.test(number)) return undefined;
  if (/^\d+$/.test(number) && number.length < LEAST_BARE) return undefined;
  const from = start + value.indexOf(number);
  return { start: from, end: from + number.length, number };
}

/**
 * A field of telephone numbers outweighs a plan that does not have the number: a slip, another
 * country's form, a zero that a spreadsheet took away. The whole value must look like one.
 */
export function* typedNumber(slice: Slice, context: Context): Iterable<Judgement> {
  const shaped = shapeIn(slice);
  if (!shaped) return;
  const { start, end, number } = shaped;
  const { regions } = context.options;
  const digits = number.replaceAll(/\D/g, '');
  const source = reservedIn(digits, regions);
  if (source !== undefined) {
    yield { start, end, evidence: [{ code: 'reserved', note: source }, { code: 'set-aside' }] };
  } else if (regions.includes('JP') && hasLostZero(number)) {
    yield {
      start,
      end,
      region: 'JP',
      evidence: [{ code: 'allocated', note: 'leading zero lost' }],
    };
  } else {
    yield { start, end, evidence: isDummyPhone(digits) ? [UNASSIGNED, DUMMY] : [UNASSIGNED] };
  }
}

const UNASSIGNED: Evidence = { code: 'unassigned' };
const DUMMY: Evidence = { code: 'dummy' };

/** Spreadsheets read 09012345678 as a number and drop its zero. */
function hasLostZero(number: string): boolean {
  const plan = planOf('JP');
  const kind = plan && /^[1-9]\d{8,9}$/.test(number) ? kindOf(plan, number) : undefined;
  return kind === 'fixed' || kind === 'mobile';
}

/** Nobody's number, however its digits are grouped: stand-ins keep the groups of the value. */
function reservedIn(digits: string, regions: readonly string[]): string | undefined {
  for (const region of regions) {
    const plan = planOf(region);
    const source = plan && reservedPhone(plan.callingCode, nationalNumber(plan, digits));
    if (source !== undefined) return source;
  }
  const dialled = /^(?:00|010|011)(?=[1-9])/.exec(digits);
  const world = dialled ? worldNumber(digits.slice(dialled[0].length)) : undefined;
  return world && reservedPhone(world.plan.callingCode, world.nsn);
}

/**
 * `Telefon: 510 070 900` where the policy does not name the country: a name of telephones right
 * before digits makes them possible, no more.
 */
export function* labelledNumber(slice: Slice, context: Context): Iterable<Judgement> {
  const shaped = shapeIn(slice);
  if (!shaped || !context.hotword(PHONE_NAMES)) return;
  const { start, end } = shaped;
  if (leftBorder(slice.folded, start, false) !== 'open') return;
  if (rightBorder(slice.folded, end) !== 'open') return;
  yield { start, end, evidence: [{ code: 'other-region' }, { code: 'hotword' }] };
}
