import type { Confidence } from '../../src/engine/index.ts';
import {
  alarmed,
  calibration,
  certainOf,
  findings,
  found,
  held,
  inTree,
  microF1Of,
  perLines,
  type Figure,
} from './figures.mts';

export interface Target {
  readonly on: string;
  readonly what: string;
  readonly goal: readonly ['>=' | '<=', number];
  readonly unit?: 'share' | 'count';
  /** Rules that it needs. */
  readonly rules: readonly string[];
  readonly figure: Figure;
}

const EVERYDAY = [
  'isemail',
  'isemail-original',
  'python-email-validator',
  'closure-eai',
  'wpt-input-email',
  'json-schema-test-suite',
  'validatorjs-email',
].map((name) => `${name}, everyday`);
const PLAN = 'jp-number-plan, personal';
const phone = ['phone-number'];
const address = ['postal-address'];
const passport = ['passport-number'];
const research = 'presidio-research';
const inResearch = (rule: string, level: Confidence) => found([research], level, 'found', [rule]);

/** What the issue of this step asks for, row by row. */
export const TARGETS: readonly Target[] = [
  ...['sentence', 'CSV cell', 'code'].map((way): Target => ({
    on: `phones/jp-number-plan, personal types: ${way}`,
    what: 'found at `likely` or better',
    goal: ['>=', 0.999],
    rules: phone,
    figure: found([`${PLAN}: ${way}`], 'likely'),
  })),
  {
    on: 'the other types there, phones/libphonenumber-short',
    what: 'reported at `likely` or better',
    goal: ['<=', 0.01],
    rules: phone,
    figure: alarmed(['jp-number-plan, other types', 'libphonenumber-short'], 'likely'),
  },
  {
    on: 'phones/jp-unallocated',
    what: 'reported at `likely` or better',
    goal: ['<=', 0.01],
    rules: phone,
    figure: alarmed(['jp-unallocated'], 'likely'),
  },
  {
    on: 'phones/libphonenumber-examples, international, personal types',
    what: 'found at `likely` or better',
    goal: ['>=', 0.995],
    rules: phone,
    figure: found(['libphonenumber-examples, international'], 'likely'),
  },
  {
    on: 'phones/libphonenumber-matcher, `prod_valid`',
    what: 'right span or rightly none',
    goal: ['>=', 0.97],
    rules: phone,
    figure: held('libphonenumber-matcher'),
  },
  {
    on: 'emails/*, everyday syntax, real domain ending',
    what: 'exact span at `likely` or better',
    goal: ['>=', 0.995],
    rules: ['email'],
    figure: found(EVERYDAY, 'likely', 'exact'),
  },
  ...(['found', 'exact'] as const).map((of): Target => ({
    on: 'addresses/jp-geolonia, jp-abr-geocoder, with a house number',
    what: of === 'found' ? 'found at `likely` or better' : 'exact span',
    goal: ['>=', of === 'found' ? 0.995 : 0.97],
    rules: address,
    figure: found(['jp-geolonia', 'jp-abr-geocoder'], 'likely', of),
  })),
  {
    on: 'addresses/opencage, all countries',
    what: 'found at `possible` or better',
    goal: ['>=', 0.75],
    rules: address,
    figure: found(['opencage, all countries'], 'possible'),
  },
  {
    on: 'addresses/opencage, thirty largest countries',
    what: 'found at `likely` or better',
    goal: ['>=', 0.9],
    rules: address,
    figure: found(['opencage, thirty largest'], 'likely'),
  },
  {
    on: 'ids/mrz, valid',
    what: 'found at `likely` or better',
    goal: ['>=', 1],
    rules: ['passport-mrz'],
    figure: found(['mrz, valid'], 'likely'),
  },
  {
    on: 'ids/mrz, invalid',
    what: 'called `certain`',
    goal: ['<=', 0],
    rules: ['passport-mrz'],
    figure: alarmed(['mrz, invalid'], 'certain'),
  },
  {
    on: 'ids/jp-mynumber with a hotword, valid',
    what: 'found at `likely` or better',
    goal: ['>=', 1],
    rules: ['my-number'],
    figure: found(['jp-mynumber, valid'], 'likely'),
  },
  {
    on: 'ids/jp-mynumber with a hotword, wrong check digit',
    what: 'reported at `likely` or better',
    goal: ['<=', 0],
    rules: ['my-number'],
    figure: alarmed(['jp-mynumber, wrong check digit'], 'likely'),
  },
  {
    on: 'ids/presidio, ours, positives with their context',
    what: 'found at `likely` or better',
    goal: ['>=', 0.95],
    rules: [
      'national-id',
      'iban',
      'credit-card',
      'bank-account',
      'health-insurance',
      'drivers-licence',
      'person-name',
    ],
    figure: found(['presidio, positives with context'], 'likely'),
  },
  {
    on: 'ids/presidio, `expected_len` 0',
    what: 'reported at `likely` or better',
    goal: ['<=', 0.05],
    rules: [
      'national-id',
      'iban',
      'credit-card',
      'bank-account',
      'health-insurance',
      'drivers-licence',
      'person-name',
    ],
    figure: alarmed(['presidio, expected none'], 'likely'),
  },
  {
    on: 'ids/validatorjs-passport, valid, under `passport`',
    what: 'found at `likely` or better',
    goal: ['>=', 0.97],
    rules: passport,
    figure: found(['validatorjs-passport, valid'], 'likely'),
  },
  {
    on: 'ids/validatorjs-passport, invalid everywhere, under `passport`',
    what: 'reported at `likely` or better',
    goal: ['<=', 0.05],
    rules: passport,
    figure: alarmed(['validatorjs-passport, invalid everywhere'], 'likely'),
  },
  {
    on: 'labelled/files',
    what: 'micro-F1, every kind',
    goal: ['>=', 0.95],
    rules: ['person-name', 'birth-date'],
    figure: microF1Of('labelled/files'),
  },
  ...(['jtb', 'benesse', 'pension'] as const).map((profile): Target => ({
    on: `dump ${profile}, csv, tsv, jsonl, sql`,
    what: 'micro-F1, every kind',
    goal: ['>=', 0.998],
    rules: [
      'person-name',
      'birth-date',
      ...(profile === 'jtb' ? ['passport-issue-date'] : []),
      ...(profile === 'pension' ? ['pension-number'] : []),
    ],
    figure: microF1Of(`dump ${profile}`),
  })),
  {
    on: 'dump jtb',
    what: 'share of right findings that are `certain`',
    goal: ['>=', 0.6],
    rules: ['person-name', 'birth-date', 'passport-issue-date'],
    figure: certainOf('dump jtb'),
  },
  {
    on: `labelled/${research}`,
    what: 'telephone numbers at `possible`',
    goal: ['>=', 0.95],
    rules: phone,
    figure: inResearch('phone-number', 'possible'),
  },
  {
    on: `labelled/${research}`,
    what: 'street addresses at `possible`',
    goal: ['>=', 0.7],
    rules: address,
    figure: inResearch('postal-address', 'possible'),
  },
  ...['credit-card', 'iban', 'email'].map((rule): Target => ({
    on: `labelled/${research}`,
    what: `\`${rule}\` at \`likely\` or better`,
    goal: ['>=', 1],
    rules: [rule],
    figure: inResearch(rule, 'likely'),
  })),
  {
    on: `labelled/${research}`,
    what: 'sentences with a false alarm at `likely`',
    goal: ['<=', 1 / 75],
    rules: [],
    figure: alarmed([research], 'likely'),
  },
  {
    on: 'negatives',
    what: 'findings at default',
    goal: ['<=', 0],
    unit: 'count',
    rules: [],
    figure: findings(['validatorjs-confusables', 'jp-corporate-numbers']),
  },
  {
    on: 'clean-sample',
    what: 'findings at default',
    goal: ['<=', 0],
    unit: 'count',
    rules: [],
    figure: inTree('clean-sample'),
  },
  {
    on: '`node_modules` of this project',
    what: 'wrong findings at default for 100,000 lines',
    goal: ['<=', 2],
    unit: 'count',
    rules: [],
    figure: perLines('node_modules'),
  },
  {
    on: 'calibration',
    what: 'right, of what is called `certain`',
    goal: ['>=', 0.995],
    rules: [],
    figure: calibration('certain'),
  },
  {
    on: 'calibration',
    what: 'right, of what is called `likely`',
    goal: ['>=', 0.95],
    rules: [],
    figure: calibration('likely'),
  },
];

/** Does a figure reach its goal? */
export function isReached([way, goal]: Target['goal'], figure: number): boolean {
  return way === '>=' ? figure >= goal - 1e-9 : figure <= goal + 1e-9;
}
