import { OF_PEOPLE } from '../column-tests/people.ts';
import type { Evidence } from '../evidence.ts';
import { WORD_TEST } from '../kernel/wasm/layout.ts';
import { defineRule, withScanned, type ColumnTest, type Settled } from '../rule.ts';
import { textOf } from '../text/cell-text.ts';

/** Words, letters, and the codes of ISO/IEC 5218 (0 not known, 1 male, 2 female, 9 not applicable). */
const VALUE =
  /^(?:男性?|女性?|男子|女子|男の子|女の子|オトコ|オンナ|その他|不明|無回答|回答しない|m(?:ale|an)?|f(?:emale)?|woman|[x0129]|non-?binary|other|unknown|männlich|weiblich|homme|femme)$/i;
/** Answers that say nothing. */
const NO_ANSWER = /^(?:その他|不明|無回答|回答しない|other|unknown|[x09])$/i;

const FEMALE = /^(?:女|オンナ|f|woman|weiblich)/i;
const MALE = /^(?:男|オトコ|m|homme)/i;

/** A few answers, over and over; codes alone may be of anything. */
const COLUMN: ColumnTest = {
  chance: 0.1,
  beside: OF_PEOPLE,
  passes: (cell) => VALUE.test(cell),
  fits({ cells }) {
    const answers = new Set(cells);
    const words = cells.filter((cell) => FEMALE.test(cell) || MALE.test(cell)).length;
    const both = [FEMALE, MALE].every((answer) => cells.some((cell) => answer.test(cell)));
    return both && words >= cells.length / 4 && answers.size <= 16;
  },
};

const BARE: Settled = { evidence: [] };

/** Sex, in a field of that name only: the word alone is everywhere. */
export const sex = defineRule({
  id: 'sex',
  category: 'person',
  severity: 'information',
  messages: { en: 'Sex', ja: '性別' },
  names: [
    'sex',
    'gender',
    'sex code',
    'gender code',
    'sex cd',
    'gender cd',
    'sex kbn',
    'seibetsu',
    'geschlecht',
    'sexe',
    'sexo',
    'sesso',
    '性別',
    '性別コード',
    '性別区分',
    '性',
    '성별',
  ],
  prior: 0,
  anchors: ['label'],
  column: COLUMN,
  cells({ beside, isQuiet, memory }) {
    if (!isBesidePerson(beside)) return undefined;
    const known = memory.memo((bytes, start, end) => {
      const value = textOf(bytes, start, end);
      const whole = VALUE.test(value) && !NO_ANSWER.test(value);
      return whole && isQuiet(bytes, start, end) ? 1 : 0;
    });
    return withScanned(
      (bytes, start, end) => (known.of(bytes, start, end) === 1 ? BARE : undefined),
      { test: WORD_TEST, parameters: [known.address], says: [BARE] },
    );
  },
  *judge({ folded, start, end }, { typed, field }) {
    if (!typed) return;
    const value = folded.slice(start, end);
    const trimmed = value.trim();
    if (!VALUE.test(trimmed)) return;
    const evidence: Evidence[] = [];
    if (NO_ANSWER.test(trimmed)) evidence.push({ code: 'dummy', note: 'no answer' });
    // A column of a statistics table, a setting of an avatar: it is data beside a person's only.
    if (!isBesidePerson(field?.beside)) evidence.push({ code: 'alone' });
    const from = start + value.indexOf(trimmed);
    yield { start: from, end: from + trimmed.length, evidence };
  },
});

function isBesidePerson(beside: ReadonlySet<string> = new Set()): boolean {
  return [...beside].some((rule) => rule !== 'sex');
}
