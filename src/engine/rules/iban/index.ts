import { mod97Check } from '../../checks/mod-97.ts';
import type { Evidence } from '../../evidence.ts';
import { defineRule, type Context, type Judgement, type Slice } from '../../rule.ts';
import { ibanLength, isOfItsCountry } from './countries.ts';
import { isExample } from './examples.ts';

/** How far before the first seven digits in a row an IBAN may begin: `QA58 DOHB 0000…`. */
const LOOK_BACK = 24;

/** International bank account numbers (ISO 13616): country, length, characters and check digits. */
export const iban = defineRule({
  id: 'iban',
  category: 'financial',
  severity: 'error',
  messages: { en: 'International bank account number (IBAN)', ja: '国際銀行口座番号（IBAN）' },
  names: [
    'iban',
    'ibans',
    'iban no',
    'iban number',
    'iban code',
    'international bank account number',
    '国際銀行口座番号',
    'ibanコード',
  ],
  // In a field of its name a wrong check digit leaves it at possible.
  prior: -0.5,
  anchors: ['digits', 'label'],
  glance: { digits: ({ bytes, start }) => mayBegin(bytes, start) },
  column: { chance: 0.01, checked: true },
  judge(slice, context) {
    return context.typed || hasCapitals(slice) ? judgements(slice, context) : [];
  },
});

function* judgements(slice: Slice, context: Context): Generator<Judgement> {
  const { start, end } = slice;
  const from = context.typed ? start : Math.max(0, start - LOOK_BACK);
  for (let at = from; at < end; at++) {
    const judgement = ibanAt(slice, at, context);
    if (judgement === undefined) continue;
    yield judgement;
    at = judgement.end - 1;
  }
}

/** Most digits have no two capitals shortly before them: a cheap thing to ask. */
function hasCapitals({ folded, start, end }: Slice): boolean {
  for (let at = Math.max(0, start - LOOK_BACK); at < Math.min(start + 2, end); at++) {
    if (isCapital(folded.charCodeAt(at)) && isCapital(folded.charCodeAt(at + 1))) return true;
  }
  return false;
}

/** Two capitals and two digits shortly before the run: a character takes three bytes at most. */
function mayBegin(bytes: Uint8Array, start: number): boolean {
  for (let at = Math.max(0, start - 3 * LOOK_BACK); at <= start - 2; at++) {
    if (!isCapital(bytes[at]!) || !isCapital(bytes[at + 1]!)) continue;
    if (isDigit(bytes[at + 2]!) && isDigit(bytes[at + 3]!)) return true;
  }
  return false;
}

const isCapital = (unit: number) => unit >= 65 && unit <= 90;
const isDigit = (unit: number) => unit >= 48 && unit <= 57;
const isSmall = (unit: number) => unit >= 97 && unit <= 122;
const isLetter = (unit: number) => isCapital(unit) || isSmall(unit);

function ibanAt({ folded, end }: Slice, at: number, context: Context): Judgement | undefined {
  if (!isLetter(folded.charCodeAt(at)) || !isLetter(folded.charCodeAt(at + 1))) return undefined;
  if (!isDigit(folded.charCodeAt(at + 3)) || !isDigit(folded.charCodeAt(at + 2))) return undefined;
  const country = folded.slice(at, at + 2);
  const length = ibanLength(context.typed ? country.toUpperCase() : country);
  if (length === undefined || isWordUnit(folded.charCodeAt(at - 1), folded, at)) return undefined;
  const read = readFrom(folded, at, length, context.typed);
  if (read === undefined || (context.typed && read.end > end)) return undefined;
  const right = mod97Check(read.value) && isOfItsCountry(read.value);
  if (!right && !context.typed) return undefined;
  return {
    start: at,
    end: read.end,
    evidence: evidenceFor(read.value, right, context),
    region: country.toUpperCase(),
  };
}

/** A letter, a digit or an underscore; after a backslash the letter of an escape. */
function isWordUnit(unit: number, text: string, at: number): boolean {
  if (text[at - 2] === '\\' && /[nrt]/.test(text.charAt(at - 1))) return false;
  return isCapital(unit) || isDigit(unit) || isSmall(unit) || unit === 95;
}

/** So many letters and digits from an index on, with single blanks or hyphens between. */
function readFrom(text: string, at: number, length: number, small: boolean) {
  let value = '';
  let end = at;
  for (; value.length < length; end++) {
    const unit = text.charCodeAt(end);
    if (isCapital(unit) || isDigit(unit) || (small && isSmall(unit))) value += text[end]!;
    else if ((unit !== 32 && unit !== 45) || !isGroupEnd(text, end)) return undefined;
  }
  const next = text.charCodeAt(end);
  if (isCapital(next) || isDigit(next) || isSmall(next) || next === 95) return undefined;
  return { value: value.toUpperCase(), end };
}

const isGroupEnd = (text: string, at: number) =>
  /^[A-Z\d]{2}$/i.test(text.charAt(at - 1) + text.charAt(at + 1));

function evidenceFor(value: string, right: boolean, context: Context): Evidence[] {
  const evidence: Evidence[] = right
    ? [
        { code: 'check-digit', note: 'ISO 7064 MOD 97-10' },
        { code: 'known-prefix', note: value.slice(0, 2) },
      ]
    : [{ code: 'refuted' }];
  if (isExample(value)) evidence.push({ code: 'reserved', note: 'example of the IBAN registry' });
  if (!context.typed && context.hotword()) evidence.push({ code: 'hotword' });
  return evidence;
}
