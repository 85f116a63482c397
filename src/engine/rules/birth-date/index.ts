import type { Evidence } from '../../evidence.ts';
import { defineRule, type Context, type Judgement, type Settled, type Slice } from '../../rule.ts';
import { dateAt, type WrittenDate } from '../../text/calendar.ts';
import { BIRTH_DATES } from './column.ts';
import { dateCells } from '../../column-tests/date-cells.ts';
import { NAMES } from './names.ts';

/** Said of people, before a date and behind one. */
const LABELS = ['生年月日', '誕生日'];
const BORN = '日生';

const PLAUSIBLE: Settled = { evidence: [{ code: 'plausible' }] };

/** Dates of birth: a date where a field, a label or `…日生` says that somebody was born on it. */
export const birthDate = defineRule({
  id: 'birth-date',
  category: 'person',
  severity: 'warning',
  messages: { en: 'Date of birth', ja: '生年月日' },
  names: NAMES,
  // A date is any date: all depends on what says whose.
  prior: 0,
  anchors: ['label'],
  literals: [...LABELS, BORN],
  column: BIRTH_DATES,
  cells: () => dateCells(PLAUSIBLE, [FIRST_YEAR, LAST_YEAR], (date) => !DUMMIES.has(date)),
  isSilentAt: isBareLabel,
  *judge(slice, context): Iterable<Judgement> {
    const found = context.typed ? inField(slice, context) : inText(slice, context);
    if (found !== undefined) yield found;
  },
});

function inField({ folded, start, end }: Slice, { field }: Context): Judgement | undefined {
  let from = start;
  while (from < end && folded.charCodeAt(from) <= 32) from++;
  const date = dateAt(folded, from);
  if (date === undefined || date.end > end || !AFTER.test(folded.slice(date.end, end))) {
    return undefined;
  }
  const evidence = evidenceOf(date);
  // `birthday = "…"` in a program is more often an example than a record.
  if (field?.beside === undefined) evidence.push({ code: 'alone' });
  return { start: date.start, end: date.end, evidence };
}

const QUOTE = 0x22;
const OPEN = 0x28;
const SHORTEST_LABEL = 3 * '誕生日'.length;

/** Does a quote or a bracket stand right behind a label, and no date: `"生年月日":`, `生年月日(西暦)`? */
function isBareLabel(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < SHORTEST_LABEL) return false;
  return bytes[end] === OPEN || (bytes[end] === QUOTE && bytes[end + 1] === COLON);
}

const COLON = 0x3a;

/** What may stand behind the date: 生, a time of day (ISO 8601), an age. */
const AFTER =
  /^(?: ?生(?:まれ)?)?(?:[T ]\d\d:\d\d[\d:.Z +-]{0,20})?(?: ?\([^)]{0,20}\))?[ \t]{0,9}$/;

const BETWEEN = /[ \t]{0,4}[はが:=|]?[ \t|「"']{0,4}/y;
/** The longest way to write a date. */
const LONGEST = 20;

function inText({ folded, start, end }: Slice, context: Context): Judgement | undefined {
  const word = folded.slice(start, end);
  if (word === BORN) return bornOn(folded, start);
  const from = LABELS.includes(word) ? behind(folded, end) : start;
  const date = dateAt(folded, from);
  if (date === undefined || isGlued(folded, date)) return undefined;
  if (from === start && !context.hotword()) return undefined;
  return { start: date.start, end: date.end, evidence: [...evidenceOf(date), { code: 'hotword' }] };
}

function behind(text: string, at: number): number {
  BETWEEN.lastIndex = at;
  return at + (BETWEEN.exec(text)?.[0].length ?? 0);
}

/** `1990年1月2日生`: the date ends with the 日 of the literal. News say it of well-known people too. */
function bornOn(text: string, at: number): Judgement | undefined {
  for (let start = Math.max(0, at - LONGEST); start < at; start++) {
    const date = dateAt(text, start);
    if (date?.end !== at + 1 || isGlued(text, date)) continue;
    return { start, end: date.end, evidence: evidenceOf(date) };
  }
  return undefined;
}

/** A digit beside it makes it a part of a longer number. */
function isGlued(text: string, { start, end }: WrittenDate): boolean {
  return /[A-Z\d]/i.test(text[start - 1] ?? '') || /\d/.test(text[end] ?? '');
}

/** The engine has no clock: the same text gives the same findings on any day. */
const FIRST_YEAR = 1890;
const LAST_YEAR = 2035;

/** Dates that programs and people write when they have none. */
const DUMMIES = new Set([19000101, 19700101, 19800101, 19900101, 20000101, 19991231, 20010101]);

function evidenceOf({ year, month, day, exists }: WrittenDate): Evidence[] {
  if (!exists) return [{ code: 'refuted' }];
  if (year < FIRST_YEAR || year > LAST_YEAR) return [{ code: 'refuted', note: 'age' }];
  const evidence: Evidence[] = [{ code: 'plausible' }];
  if (DUMMIES.has(year * 10000 + month * 100 + day)) {
    evidence.push({ code: 'dummy', note: 'stands for no date' });
  }
  return evidence;
}
