import { kindOf, layoutOf, planOf, type PhoneKind } from '../../gazetteer/phone-metadata.ts';
import { isDigit } from './groups.ts';
import { hasUnassignableExchange } from './plan.ts';

/**
 * The short way for the common case: a Japanese national number, plain or with hyphens or a
 * bracket, is settled by one look into a table. Whatever is not plainly somebody's number, or a
 * slip of one (services, other cuts), is left to the long way.
 */

/** The plan tells its numbers apart by the first five digits after the 0. */
const TOLD_BY = 5;
const PREFIXES = 10 ** TOLD_BY;
const FIXED_LENGTH = 9;
const LONGEST_AREA = 4;

/** What a prefix tells; `slip` of a fixed number whose local exchange is none. */
type Told = PhoneKind | 'slip' | undefined;

/** An entry: 0 when not looked up yet, else 1 + 8 × what it tells + the digits of the area code. */
const KINDS: readonly Told[] = [undefined, 'fixed', 'mobile', 'service', 'slip'];
/** Bytes of entries: those of the fixed numbers, then those with a digit more. */
export const ENTRIES_SIZE = 2 * PREFIXES;
const ownEntries = new Uint8Array(ENTRIES_SIZE);

function entryOf(entries: Uint8Array, prefix: number, length: number): number {
  const at = (length - FIXED_LENGTH) * PREFIXES + prefix;
  return entries[at] || (entries[at] = lookUp(prefix, length));
}

function lookUp(prefix: number, length: number): number {
  const nsn = String(prefix).padStart(TOLD_BY, '0').padEnd(length, '2');
  const plan = planOf('JP');
  const area = plan && layoutOf(plan, nsn)?.sizes[0];
  if (plan === undefined || area === undefined) return 1;
  const kind = kindOf(plan, nsn);
  const told = hasUnassignableExchange({ plan, nsn, kind }) ? 'slip' : kind;
  return 1 + 8 * KINDS.indexOf(told) + area;
}

/** How a settled number is written. */
export type JapaneseForm = 'grouped' | 'plain';

/**
 * Is `[start, end)` of the folded text somebody's number: fixed, mobile or IP, in Japan's national
 * form, with nothing but its digits and the separators of its plan?
 */
export function japaneseForm(folded: string, start: number, end: number): JapaneseForm | undefined {
  if (folded.charCodeAt(start) !== 48 || end - start > LONGEST) return undefined;
  for (let i = start; i < end; i++) units[i - start] = folded.charCodeAt(i);
  return formOf(ownEntries, units, 0, end - start);
}

/** Eleven digits, three signs and some more that make it another form. */
const LONGEST = 16;
const units = new Uint16Array(LONGEST);

/**
 * As `japaneseForm`, for a number in bytes or UTF-16 units.
 *
 * @param entries of the plan, filled as they are looked up; zeros at first
 */
export const formOf = (
  entries: Uint8Array,
  number: ArrayLike<number>,
  start: number,
  end: number,
): JapaneseForm | undefined => formWhere(isSomebodys, entries, number, start, end);

/** As `formOf`, for a fixed number whose local exchange is none. */
export const formOfSlip = (
  entries: Uint8Array,
  number: ArrayLike<number>,
  start: number,
  end: number,
): JapaneseForm | undefined => formWhere(isSlip, entries, number, start, end);

type Wanted = (told: Told, area: number, length: number) => boolean;

function formWhere(
  isWanted: Wanted,
  entries: Uint8Array,
  number: ArrayLike<number>,
  start: number,
  end: number,
): JapaneseForm | undefined {
  if (number[start] !== 48) return undefined;
  let digits = 0;
  let prefix = 0;
  let cut = 0;
  let secondCut = 0;
  for (let i = start; i < end; i++) {
    const code = number[i]!;
    if (isDigit(code)) {
      if (digits > 0 && digits <= TOLD_BY) prefix = prefix * 10 + code - 48;
      digits++;
    } else if (secondCut > 0 || digits === cut || !isPlain(code, cut > 0)) {
      return undefined;
    } else if (cut === 0) {
      cut = digits;
    } else {
      secondCut = digits;
    }
  }
  if (digits !== FIXED_LENGTH + 1 && digits !== FIXED_LENGTH + 2) return undefined;
  const entry = entryOf(entries, prefix, digits - 1) - 1;
  const area = entry & 7;
  if (!isWanted(KINDS[entry >> 3], area, digits - 1)) return undefined;
  if (cut === 0) return 'plain';
  return cut === area + 1 && secondCut === digits - 4 ? 'grouped' : undefined;
}

/** `-` anywhere, `(` before and `)` after the middle group. */
function isPlain(code: number, second: boolean): boolean {
  return code === 0x2d || code === (second ? 0x29 : 0x28);
}

/** Behind the longest area codes the prefix tells nothing of the exchange. */
const isSomebodys: Wanted = (told, area, length) =>
  told === 'mobile' || (told === 'fixed' && (length > FIXED_LENGTH || area <= LONGEST_AREA));

const isSlip: Wanted = (told) => told === 'slip';
