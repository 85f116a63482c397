import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js/max';
import type { Corpora } from './corpora.mts';
import { levels, table } from './format.mts';
import { LISTS } from './lists/index.mts';
import { measure, type Scan } from './measure.mts';
import { exactOf, precisionOf, recallOf, type Tally } from './tally.mts';
import type { Measured } from './figures.mts';

export const NO_PEERS = 'Not run: `npm run bench:accuracy -- --peers` compares what npm offers.';

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

/** Its types, by how they begin, as our rules. */
const TYPES: readonly (readonly [prefix: RegExp, rule: string])[] = [
  [/^EMAIL/, 'email'],
  [/PHONE/, 'phone-number'],
  [/PASSPORT_MRZ/, 'passport-mrz'],
  [/PASSPORT/, 'passport-number'],
  [/ADDRESS_STREET|STREET/, 'postal-address'],
  [/POSTCODE|ZIP|POSTAL/, 'postal-code'],
];

async function loadOpenRedaction(): Promise<Scan | undefined> {
  const loaded = (await importIfThere('openredaction')) as OpenRedaction | undefined;
  if (!loaded) return undefined;
  const detector = new loaded.OpenRedaction();
  return async (text) => {
    const { detections } = await detector.detect(text);
    return detections.flatMap(({ type, position: [start, end] }) => {
      const rule = TYPES.find(([prefix]) => prefix.test(type))?.[1];
      return rule ? [{ rule, start, end, confidence: 'certain' as const }] : [];
    });
  };
}

interface RedactPii {
  readonly SyncRedactor: new () => { redact(text: string): string };
}

const PLACEHOLDERS: readonly (readonly [word: string, rule: string])[] = [
  ['EMAIL_ADDRESS', 'email'],
  ['PHONE_NUMBER', 'phone-number'],
  ['STREET_ADDRESS', 'postal-address'],
  ['ZIPCODE', 'postal-code'],
];

/** It only rewrites: the span is what differs between the text and its redaction. */
async function loadRedactPii(): Promise<Scan | undefined> {
  const loaded = (await importIfThere('redact-pii')) as RedactPii | undefined;
  if (!loaded) return undefined;
  const redactor = new loaded.SyncRedactor();
  return (text) => {
    const redacted = redactor.redact(text);
    const { start, end } = changedSpan(text, redacted);
    const own = PLACEHOLDERS.filter(([word]) => redacted.includes(word) && !text.includes(word));
    return own.map(([, rule]) => ({ rule, start, end, confidence: 'certain' as const }));
  };
}

/** The stretch of `before` that `after` has not: what stands between the common beginning and end. */
export function changedSpan(before: string, after: string): { start: number; end: number } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = before.length;
  let other = after.length;
  while (end > start && other > start && before[end - 1] === after[other - 1]) {
    end--;
    other--;
  }
  return { start, end };
}

async function importIfThere(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch {
    console.log(`${name} is not installed: left out of the comparison.`);
    return undefined;
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
    rules: [
      'email',
      'phone-number',
      'passport-number',
      'passport-mrz',
      'postal-address',
      'postal-code',
    ],
    load: loadOpenRedaction,
  },
  {
    name: 'redact-pii',
    rules: ['email', 'phone-number', 'postal-address', 'postal-code'],
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
