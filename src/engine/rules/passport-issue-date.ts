import { dayOf, daysOf, isEarlier, spreadOf, yearsOf } from '../column-tests/dates.ts';
import type { Evidence } from '../evidence.ts';
import { defineRule, type ColumnTest, type Settled } from '../rule.ts';
import { dateAt } from '../text/calendar.ts';
import { dateCells } from '../column-tests/date-cells.ts';

/** Machine-readable passports are younger than this (ICAO Doc 9303, first edition 1980). */
const FIRST_YEAR = 1980;
/** The engine has no clock: the same text gives the same findings on any day. */
const LAST_YEAR = 2035;

/** Passports are valid for ten years; expired ones stay in tables for as long again. */
const SPREAD = 20;

/**
 * A column of dates that stand in the records with a passport's number: the first of them after the
 * birth, for the other is the day of expiry.
 */
const COLUMN: ColumnTest = {
  chance: 0.2,
  beside: ['passport-number'],
  passes: (cell) => dayOf(cell) !== undefined,
  fits(column, table) {
    const days = daysOf(column);
    if (days === undefined || spreadOf(days) > SPREAD) return false;
    const [first, last] = yearsOf(days);
    if (first < FIRST_YEAR || last > LAST_YEAR) return false;
    const withNumber = new Set(
      table.flatMap(({ rule, records }) => (rule === 'passport-number' ? records : [])),
    );
    const alone = column.records.filter((record) => !withNumber.has(record));
    if (alone.length > column.records.length / 20) return false;
    return table.every((other) => {
      const others = other === column ? undefined : daysOf(other);
      return others === undefined || (other.rule === 'birth-date') === isEarlier(others, days);
    });
  },
};

const PLAUSIBLE: Settled = { evidence: [{ code: 'plausible' }] };

/** When a passport was issued: with its series letter it says until when it is valid. */
export const passportIssueDate = defineRule({
  id: 'passport-issue-date',
  category: 'identity-document',
  severity: 'warning',
  messages: { en: 'Passport issue date', ja: 'パスポート発行日' },
  names: [
    'passport issued',
    'passport issued on',
    'passport issued at',
    'passport issue date',
    'passport issue',
    'passport issued date',
    'passport date',
    'passport date of issue',
    'passport issuance date',
    'date of passport issue',
    'passport acquired',
    'ryoken hakkobi',
    'パスポート取得日',
    'パスポート発行日',
    'パスポート発行年月日',
    'パスポート取得年月日',
    'パスポート交付日',
    '旅券取得日',
    '旅券発行日',
    '旅券発行年月日',
    '旅券交付日',
    '旅券交付年月日',
  ],
  // A date is any date: the name of the field says all.
  prior: 0,
  anchors: ['label'],
  column: COLUMN,
  cells: () => dateCells(PLAUSIBLE, [FIRST_YEAR, LAST_YEAR]),
  *judge({ folded, start, end }, { typed, hotword }) {
    let from = start;
    while (from < end && folded.charCodeAt(from) <= 32) from++;
    const date = dateAt(folded, from);
    if (date === undefined || date.end > end) return;
    if (/^[\d.]/.test(folded.slice(date.end, end))) return;
    const evidence: Evidence[] = [];
    if (!typed) {
      if (!hotword()) return;
      evidence.push({ code: 'hotword' });
    }
    const { exists, year } = date;
    const plausible = exists && year >= FIRST_YEAR && year <= LAST_YEAR;
    evidence.push({ code: plausible ? 'plausible' : 'refuted' });
    yield { start: date.start, end: date.end, evidence };
  },
});
