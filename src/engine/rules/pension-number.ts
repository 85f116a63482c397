import { OF_PEOPLE } from '../column-tests/people.ts';
import { labelBefore, mayBeNamed } from '../label-before.ts';
import { defineRule, type ColumnTest, type Context, type Judgement, type Slice } from '../rule.ts';
import { isPart, writtenIn, type Written } from '../text/written.ts';

/** Ten digits, solid or 4-6: the symbol of the office and a serial number. */
const WRITING = /\d{4}[- ]?\d{6}/y;

const NAMES: readonly string[] = [
  'pension no',
  'pension number',
  'pension num',
  'basic pension no',
  'basic pension number',
  'national pension number',
  'nenkin no',
  'nenkin bango',
  'nenkin bangou',
  'kiso nenkin no',
  'kiso nenkin bango',
  'kiso nenkin bangou',
  '基礎年金番号',
  '年金番号',
  '基礎年金 no',
  '年金手帳番号',
  '年金手帳の番号',
  '年金証書番号',
  '厚生年金番号',
  '国民年金番号',
];

const GROUPED = /^\d{4}[- ]\d{6}$/;
/** `2026-000123`: a year and a running number. */
const YEAR = /^(?:19|20)\d\d/;

/**
 * Ten digits are many things, in groups of four and six few others: members and orders are numbered
 * so behind a year.
 */
const COLUMN: ColumnTest = {
  chance: 0.1,
  beside: OF_PEOPLE,
  passes: (cell) => /^\d{4}[- ]?\d{6}$/.test(cell) && !isOneDigit(cell.replace(/\D/, '')),
  fits({ cells }) {
    const offices = new Set(cells.map((cell) => cell.slice(0, 4)));
    const grouped = cells.filter((cell) => GROUPED.test(cell)).length;
    const years = cells.filter((cell) => YEAR.test(cell)).length;
    return grouped >= cells.length / 4 && years < cells.length / 4 && offices.size > 3;
  },
};

/** Japan's basic pension number: ten digits without a check digit, where its name stands. */
export const pensionNumber = defineRule({
  id: 'pension-number',
  category: 'identity-document',
  severity: 'error',
  messages: { en: 'Basic pension number (Japan)', ja: '基礎年金番号' },
  names: NAMES,
  prior: 0,
  anchors: ['digits', 'label'],
  glance: { digits: ({ isAfterWord }) => isAfterWord },
  column: COLUMN,
  judge(slice, context) {
    return mayBeNamed(slice, context) ? judgements(slice, context) : [];
  },
});

function* judgements({ folded, start, end }: Slice, context: Context): Generator<Judgement> {
  for (const written of writtenIn(folded, WRITING, start, end)) {
    const judgement = judge(folded, written, context);
    if (judgement !== undefined) yield judgement;
  }
}

/** No check digit is published: only a field or a name right before it tells it from other digits. */
function judge(text: string, written: Written, context: Context): Judgement | undefined {
  const { start, end, value } = written;
  if (isOneDigit(value) || isPart(text, written)) return undefined;
  const solid = end - start === value.length;
  const grouping = solid ? [] : [{ code: 'grouping' } as const];
  if (context.typed) return { start, end, evidence: grouping, region: 'JP' };
  if (!labelBefore(text, start, NAMES)) return undefined;
  return { start, end, evidence: [{ code: 'hotword' }, ...grouping], region: 'JP' };
}

const isOneDigit = (digits: string) => digits === digits.charAt(0).repeat(digits.length);
