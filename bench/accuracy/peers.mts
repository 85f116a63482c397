import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js/max';
import type { Corpora } from './corpora.mts';
import { levels, table } from './format.mts';
import { LISTS } from './lists/index.mts';
import { measure, type Scan } from './measure.mts';
import { exactOf, precisionOf, recallOf, type Tally } from './tally.mts';
import type { Measured } from './figures.mts';

export const NO_PEERS =
  'Not run: `npm run bench:accuracy -- --peers` compares what npm offers. libphonenumber-js is installed; openredaction and redact-pii are looked for in the folder that `LEAKLINT_PEERS` names (`npm install openredaction redact-pii` there).';

interface Peer {
  readonly name: string;
  /** Rules that it can tell. */
  readonly rules: readonly string[];
  /** Loads it; undefined when it is not installed. */
  readonly load: () => Promise<Scan | undefined>;
}

/** It has one answer and no confidence; the first region is its default country. */
const libphonenumber: Scan = (text, { regions = ['JP'] }) =>
  findPhoneNumbersInText(text, regions[0] as CountryCode).map(({ startsAt, endsAt }) => ({
    rule: 'phone-number',
    start: startsAt,
    end: endsAt,
    confidence: 'certain',
  }));

interface Redaction {
  readonly type: string;
  readonly position: readonly [start: number, end: number];
}

interface OpenRedaction {
  readonly OpenRedaction: new () => {
    detect(text: string): Promise<{ readonly detections: readonly Redaction[] }>;
  };
}

/** Its types as our rules, those of other kinds left out. The first that fits. */
const TYPES: readonly (readonly [pattern: RegExp, rule: string])[] = [
  [/^EMAIL$/, 'email'],
  [/^PHONE_(?!LINE)/, 'phone-number'],
  [/MRZ/, 'passport-mrz'],
  [/PASSPORT/, 'passport-number'],
  [/^ADDRESS_/, 'postal-address'],
  [/^(?:POSTCODE|ZIP_CODE)/, 'postal-code'],
  [/^NAME$/, 'person-name'],
  [/^DATE_OF_BIRTH$/, 'birth-date'],
  [/^CREDIT_CARD$/, 'credit-card'],
  [/IBAN$/, 'iban'],
  [/^(?:BANK_ACCOUNT|UK_SORT_CODE_ACCOUNT)/, 'bank-account'],
  [/^JAPANESE_MY_NUMBER$/, 'my-number'],
  [/^(?:DRIVING_LICENSE|NEW_ZEALAND_DRIVER)/, 'drivers-licence'],
  [
    /^(?:SSN|ITIN|SIN_CA|NATIONAL_INSURANCE_UK|GERMAN_TAX_ID|FRENCH_SOCIAL|SPANISH_DNI|ITALIAN_FISCAL|DUTCH_BSN|POLISH_PESEL|INDIAN_AADHAAR|AUSTRALIAN_TFN|SINGAPORE_NRIC|SOUTH_KOREAN_RRN|CANADIAN_SIN|BRAZILIAN_CPF|MEXICAN_CURP|RUSSIAN_SNILS)$|_(?:NATIONAL_ID|CEDULA|DNI|CNP|MYKAD|NIK|CCCD)$|^(?:TURKEY|ISRAEL|SOUTH_AFRICA)_ID$/,
    'national-id',
  ],
];

async function loadOpenRedaction(): Promise<Scan | undefined> {
  const loaded = (await importIfThere('openredaction')) as OpenRedaction | undefined;
  if (!loaded) return undefined;
  const detector = new loaded.OpenRedaction();
  return async (text) => {
    const { detections } = await detector.detect(text);
    return detections.flatMap(({ type, position: [start, end] }) => {
      const rule = TYPES.find(([pattern]) => pattern.test(type))?.[1];
      return rule ? [{ rule, start, end, confidence: 'certain' as const }] : [];
    });
  };
}

interface RedactPii {
  readonly SyncRedactor: new () => { redact(text: string): string };
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  EMAIL_ADDRESS: 'email',
  PHONE_NUMBER: 'phone-number',
  STREET_ADDRESS: 'postal-address',
  ZIPCODE: 'postal-code',
  PERSON_NAME: 'person-name',
  CREDIT_CARD_NUMBER: 'credit-card',
  US_SOCIAL_SECURITY_NUMBER: 'national-id',
};
const PLACEHOLDER = new RegExp(`(${Object.keys(PLACEHOLDERS).join('|')})`);

/** It only rewrites: where the words that it writes stand in the text is worked out. */
async function loadRedactPii(): Promise<Scan | undefined> {
  const loaded = (await importIfThere('redact-pii')) as RedactPii | undefined;
  if (!loaded) return undefined;
  const redactor = new loaded.SyncRedactor();
  return (text) =>
    PLACEHOLDER.test(text)
      ? []
      : redactedSpans(text, redactor.redact(text)).map(({ word, ...span }) => ({
          ...span,
          rule: PLACEHOLDERS[word]!,
          confidence: 'certain' as const,
        }));
}

/** The stretches of `before` in whose place words of the redaction stand in `after`. */
export function redactedSpans(
  before: string,
  after: string,
): { start: number; end: number; word: string }[] {
  const spans: { start: number; end: number; word: string }[] = [];
  const parts = after.split(PLACEHOLDER);
  let at = parts[0]!.length;
  for (let i = 1; i < parts.length; i += 2) {
    const rest = parts[i + 1]!;
    // What was kept behind the word is looked for in the original; nothing behind it is the end.
    const found = rest === '' ? -1 : before.indexOf(rest, at);
    const isLast = i + 2 >= parts.length;
    const end = isLast && before.endsWith(rest) ? before.length - rest.length : found;
    if (end < at) return spans;
    spans.push({ start: at, end, word: parts[i]! });
    at = end + rest.length;
  }
  return spans;
}

/** Peers are no dependencies of ours: a folder in which they are installed may be named. */
const FOLDER = process.env['LEAKLINT_PEERS'];

function importIfThere(name: string): Promise<unknown> {
  const from = FOLDER === undefined ? import.meta.url : join(resolve(FOLDER), 'package.json');
  try {
    return Promise.resolve(createRequire(from)(name));
  } catch {
    console.log(`${name} is not installed: left out of the comparison.`);
    return Promise.resolve(undefined);
  }
}

const PEERS: readonly Peer[] = [
  {
    name: 'libphonenumber-js',
    rules: ['phone-number'],
    load: () => Promise.resolve(libphonenumber),
  },
  {
    name: 'openredaction',
    rules: [...new Set(TYPES.map(([, rule]) => rule))],
    load: loadOpenRedaction,
  },
  {
    name: 'redact-pii',
    rules: Object.values(PLACEHOLDERS),
    load: loadRedactPii,
  },
];

/** Runs each peer over the lists of its rules, and puts it beside Leaklint at `likely`. */
export async function comparePeers(corpora: Corpora, { lists }: Measured): Promise<string> {
  const rows: (string | number)[][] = [];
  const absent: string[] = [];
  for (const { name, rules, load } of PEERS) {
    const scan = await load();
    if (!scan) absent.push(name);
    else {
      for (const list of LISTS) {
        const result = await measure(list, corpora.rows, scan, (rule) => rules.includes(rule));
        const ours = lists.get(list.id);
        if (result.cases === 0 || !ours) continue;
        const own = new Set(rules);
        const theirs = result.tallies.sum(own);
        rows.push([
          name,
          list.id,
          ...columns(theirs),
          result.alarmed.likely,
          ...columns(ours.tallies.sum(own)),
          ours.alarmed.likely,
        ]);
      }
    }
  }
  const note = absent.length > 0 ? `\n\nNot installed, so not measured: ${absent.join(', ')}.` : '';
  const head = [
    'peer',
    'list',
    'found',
    'exact',
    'precision',
    'alarms',
    'Leaklint: found',
    'exact',
    'precision',
    'alarms',
  ];
  return `A peer without confidence stands beside Leaklint at \`likely\`, over the rules that it has.\n\n${table(head, rows)}${note}`;
}

const columns = ({ likely }: Tally) =>
  [recallOf, exactOf, precisionOf].map((of) => levels([of(likely)]));
