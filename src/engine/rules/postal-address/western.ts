import type { Evidence } from '../../evidence.ts';
import type { Judgement, Slice } from '../../rule.ts';
import { judgeFrance } from './france.ts';
import { judgeGermany } from './germany.ts';
import { judgeUnitedKingdom } from './united-kingdom.ts';
import { judgeUnitedStates } from './united-states.ts';

/** Longest way back from a postal code to its house number, over at most five lines. */
const LONGEST = 160;
const LINES = 5;

/** A postal code, and the text before it that may hold the rest of its address. */
export interface Lookback {
  readonly text: string;
  /** First index that the address may have. */
  readonly from: number;
  /** Where the postal code begins. */
  readonly code: number;
}

const CODES = /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![A-Z\d])|(?<![\d-])\d{5}(?!\d)/g;

/** Addresses that end with the postal code of a `zip` candidate. */
export function judgeWestern(slice: Slice, lowest: number): Judgement | undefined {
  const { text, start, end } = slice;
  // The candidate may be the code, a part of it, or the state with it.
  const near = Math.max(lowest, start - 6);
  for (const { index, 0: found } of text.slice(near, end + 4).matchAll(CODES)) {
    const code = near + index;
    if (code + found.length <= start || code >= end) continue;
    const lookback = { text, from: lookbackStart(text, code, lowest), code };
    const judgement =
      found.length === 5 && /^\d/.test(found)
        ? (judgeUnitedStates(lookback) ?? judgeGermany(lookback) ?? judgeFrance(lookback))
        : judgeUnitedKingdom(lookback, code + found.length);
    if (judgement !== undefined) return withOrganisation(text, judgement);
  }
  return undefined;
}

function lookbackStart(text: string, code: number, lowest: number): number {
  const first = Math.max(lowest, code - LONGEST);
  let lines = 0;
  for (let i = code - 1; i >= first; i--) {
    if (text.charCodeAt(i) === 10 && ++lines === LINES) return i + 1;
  }
  return first;
}

/** Companies and public bodies; the seat of one stands in the licence header of many a file. */
const ORGANISATION =
  /\b(?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp(?:oration)?|Company|Co|PLC|GmbH|AG|KG|SARL|SAS|S\.A|Foundation|University|Institute|School|Hospital|Library|Museum|Office|Headquarters|HQ|Department|Ministry|Verein|Universität|Commons)\b/;

/** `having an office at`, `principal place of business at` */
const OFFICE =
  /\b(?:offices?|place of business|headquarter(?:s|ed))(?:\s(?:is|are|located))?\s(?:at|in)\s(?:the corner of\s)?$/i;

/** Seats of the Free Software Foundation, which licence texts have without its name too. */
const LICENCE_SEAT = /^(?:51 Franklin|59 Temple|675 Mass)/;

/** Does the text name a company or a public body? */
export const namesOrganisation = (text: string): boolean => ORGANISATION.test(text);

/** What an organisation's address has as well as a person's. */
const SURPLUS = new Set(['corroborated', 'grouping', 'gazetteer']);

/** Lowers an address before which an organisation stands. */
export function withOrganisation(text: string, judgement: Judgement): Judgement {
  const before = text.slice(Math.max(0, judgement.start - 100), judgement.start);
  const value = text.slice(judgement.start, judgement.end);
  const isOrganisation =
    ORGANISATION.test(before) || OFFICE.test(before) || LICENCE_SEAT.test(value);
  if (!isOrganisation) return judgement;
  const isNumbered = judgement.evidence.some(({ code }) => code === 'house-number');
  const evidence: Evidence[] = judgement.evidence.filter(
    ({ code }) => !isNumbered || !SURPLUS.has(code),
  );
  return { ...judgement, evidence: [...evidence, { code: 'organisation' }] };
}
