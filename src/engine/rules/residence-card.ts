import { labelBefore } from '../label-before.ts';
import { defineRule, type Context, type Judgement, type Slice } from '../rule.ts';
import { isPart, writtenIn, type Written } from '../text/written.ts';

/** Two letters, eight digits, two letters. */
const WRITING = /[A-Z]{2}\d{8}[A-Z]{2}/iy;

const NAMES: readonly string[] = [
  'residence card',
  'residence card no',
  'residence card number',
  'zairyu card',
  'zairyu card no',
  'zairyu card number',
  'zairyu no',
  '在留カード',
  '在留カード番号',
  '在留カード no',
  '在留番号',
  '特別永住者証明書番号',
];

/** Numbers of Japanese residence cards: where the name stands, and by their shape as possible. */
export const residenceCard = defineRule({
  id: 'residence-card',
  category: 'identity-document',
  severity: 'error',
  messages: { en: 'Residence card number (Japan)', ja: '在留カード番号' },
  names: NAMES,
  prior: 0,
  anchors: ['digits', 'label'],
  // Digits begin the run: a letter can only stand before them.
  glance: { digits: ({ bytes, start }) => isLetter(bytes[start - 1] ?? 0) },
  judge(slice, context) {
    return context.typed || hasLetters(slice) ? judgements(slice, context) : [];
  },
});

function* judgements({ folded, start, end }: Slice, context: Context): Generator<Judgement> {
  const from = context.typed ? start : Math.max(0, start - 2);
  const to = context.typed ? end : end + 2;
  for (const written of writtenIn(folded, WRITING, from, to)) {
    const judgement = judge(folded, written, context);
    if (judgement !== undefined) yield judgement;
  }
}

/** Most digits have no letter beside them: a cheap thing to ask. */
function hasLetters({ folded, start }: Slice): boolean {
  return isLetter(folded.charCodeAt(start - 1)) || isLetter(folded.charCodeAt(start));
}

const isLetter = (unit: number) => (unit | 32) >= 97 && (unit | 32) <= 122;

function judge(text: string, written: Written, context: Context): Judgement | undefined {
  const { start, end, value } = written;
  if (/^..(\d)\1{7}/.test(value) || isPart(text, written)) return undefined;
  const capitals = text.slice(start, end) === value;
  if (context.typed) return { start, end, evidence: [], region: 'JP' };
  if (labelBefore(text, start, NAMES)) {
    return { start, end, evidence: [{ code: 'hotword' }], region: 'JP' };
  }
  if (!capitals || !context.options.regions.includes('JP')) return undefined;
  return { start, end, evidence: [], region: 'JP' };
}
