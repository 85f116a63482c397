import { driversLicenceCheck } from '../checks/drivers-licence.ts';
import type { Evidence } from '../evidence.ts';
import { labelBefore, mayBeNamed } from '../label-before.ts';
import { defineRule, type Context, type Judgement, type Slice } from '../rule.ts';
import { isPart, writtenIn, type Written } from '../text/written.ts';

interface Form {
  readonly region: string;
  readonly pattern: RegExp;
  /** So much its own that `license` alone names it, or nothing at all where the policy names its region. */
  readonly strict?: true;
}

/** As they are printed; the first that fits counts. */
const FORMS: readonly Form[] = [
  // Public safety commission 2, year 2, serial 6, check 1, reissues 1.
  { region: 'JP', pattern: /\d{12}/y },
  // Region 2, year 2, serial 6, check 2.
  { region: 'KR', strict: true, pattern: /(?:1[1-9]|2[0-8])([- ])\d{2}\1\d{6}\1\d{2}/y },
  // Surname 5, birth date 6 (a woman's month plus 50), initials 2, check 1 and 2 letters.
  {
    region: 'GB',
    strict: true,
    pattern:
      /[A-Z][A-Z9]{4}\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z][A-Z9][A-Z\d][A-Z]{2}/iy,
  },
  // Authority 1 letter and 3, serial 5, check 1, number of the copy 1.
  { region: 'DE', pattern: /[A-Z][A-Z\d]{2}\d{6}[A-Z\d]{2}/iy },
  { region: 'IT', strict: true, pattern: /(?:[A-Z]{2}\d{7}|U1[A-Z\d]{7})[A-Z]/iy },
  // Most of the United States: a letter and digits.
  { region: 'US', pattern: /[A-Z]\d{7,14}/iy },
];

/** Words for any licence. */
const WIDE_NAMES: readonly string[] = [
  'license',
  'licence',
  'license no',
  'licence no',
  'license number',
  'licence number',
];

const NAMES: readonly string[] = [
  'driver license',
  'driver licence',
  'driver license no',
  'driver license number',
  'driver licence no',
  'driver licence number',
  'drivers license',
  'drivers licence',
  'drivers license no',
  'drivers license number',
  'drivers licence no',
  'drivers licence number',
  "driver's license",
  "driver's licence",
  "driver's license number",
  "driver's licence number",
  'driving license',
  'driving licence',
  'driving license no',
  'driving license number',
  'driving licence no',
  'driving licence number',
  'menkyo no',
  'menkyo bango',
  'menkyo bangou',
  'führerschein',
  'führerscheinnummer',
  'fuehrerscheinnummer',
  'fahrerlaubnis',
  'patente di guida',
  'permis de conduire',
  '운전면허',
  '운전면허번호',
  '運転免許',
  '運転免許証',
  '運転免許証番号',
  '運転免許番号',
  '運転免許証 no',
  '免許証番号',
  '免許番号',
  '免許証 no',
  '運転経歴証明書番号',
];

/** How many letters may stand before seven digits of a licence. */
const LOOK_BACK = 5;

/** Numbers of driving licences, where their name stands. */
export const driversLicence = defineRule({
  id: 'drivers-licence',
  category: 'identity-document',
  severity: 'error',
  messages: { en: "Driver's licence number", ja: '運転免許証番号' },
  names: [...NAMES, ...WIDE_NAMES],
  prior: 0,
  anchors: ['digits', 'code', 'label'],
  glance: {
    digits: ({ isAfterWord }, { regions }) => isAfterWord || isStrictIn(regions),
  },
  column: { chance: 0.1, plainNumbers: true },
  judge(slice, context) {
    return mayBeNamed(slice, context) || mayBeAlone(context) ? judgements(slice, context) : [];
  },
});

const STRICT = new Set(FORMS.filter(({ strict }) => strict).map(({ region }) => region));

/** Does the policy name a region whose licences look like nothing else? */
const mayBeAlone = ({ field, options }: Context) =>
  field?.rule === undefined && isStrictIn(options.regions);

const isStrictIn = (regions: readonly string[]) => regions.some((region) => STRICT.has(region));

function* judgements({ folded, start, end }: Slice, context: Context): Generator<Judgement> {
  const from = context.typed ? start : Math.max(0, start - LOOK_BACK);
  const to = context.typed ? end : end + LOOK_BACK;
  for (const form of FORMS) {
    for (const written of writtenIn(folded, form.pattern, from, to)) {
      const evidence = evidenceFor(folded, written, form, context);
      if (evidence === undefined) continue;
      yield { start: written.start, end: written.end, evidence, region: form.region };
      return;
    }
  }
}

function evidenceFor(
  text: string,
  written: Written,
  { region, strict }: Form,
  { typed, field, options }: Context,
): Evidence[] | undefined {
  const { value } = written;
  if (isOneDigit(value) || isPart(text, written)) return undefined;
  const named = (words: readonly string[]) =>
    typed && field !== undefined
      ? labelBefore(field.name, field.name.length, words)
      : labelBefore(text, written.start, words);
  // `license` names any licence: only what looks like nothing else is one to drive.
  const wide = !named(NAMES) && named(WIDE_NAMES);
  if (wide ? !strict : !typed && !named(NAMES)) {
    const isAlone =
      strict && !wide && field?.rule === undefined && options.regions.includes(region);
    return isAlone ? [{ code: 'grouping' }, { code: 'allocated' }] : undefined;
  }
  const evidence: Evidence[] = typed ? [] : [{ code: 'hotword' }];
  // No issuer has published the check digit: it speaks for a number, never against one.
  if (region === 'JP' && driversLicenceCheck(value)) {
    evidence.push({ code: 'known-prefix', note: 'check digit as it is used' });
  }
  if (region === 'JP' && !isCommission(value)) evidence.push({ code: 'refuted' });
  return evidence;
}

const isOneDigit = (digits: string) => digits === digits.charAt(0).repeat(digits.length);

/** Codes of the public safety commissions, of prefectures and of the areas of Hokkaido. */
const isCommission = (digits: string) => digits >= '10' && digits < '98';
