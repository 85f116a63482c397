import { myNumberCheck } from '../checks/my-number.ts';
import type { Evidence } from '../evidence.ts';
import { defineRule, type Context, type Judgement, type Slice } from '../rule.ts';
import { hasDigits, isPart, writtenIn, type Written } from '../text/written.ts';

/** Twelve digits, solid or 4-4-4 as the card prints them. */
const WRITING = /\d{4}([- .]?)\d{4}\1\d{4}(?!\1\d)/y;
const LENGTH = 12;

/** Words that name the number and are too wide for a field of its own. */
const WORDS: readonly string[] = ['個人番号', 'マイナンバー', 'マイナ', '共通番号', 'my number'];

/** Japan's individual number: twelve digits with a check digit, beside its name. */
export const myNumber = defineRule({
  id: 'my-number',
  category: 'identity-document',
  severity: 'error',
  messages: { en: 'My Number (Japan)', ja: 'マイナンバー（個人番号）' },
  names: [
    'my number',
    'mynumber',
    'my number card',
    'individual number',
    'kojin bango',
    'kojin bangou',
    'kojinbango',
    'kojin no',
    'マイナンバー',
    'マイナンバーカード',
    'マイナンバーカード番号',
    '個人番号',
    '個人番号カード',
    '共通番号',
    '個人識別番号',
    '個人識別ナンバー',
    '通知カード',
  ],
  // In a field of its name a wrong check digit leaves it at possible.
  prior: -0.5,
  anchors: ['digits', 'label'],
  glance: { digits: ({ digits }) => digits >= LENGTH },
  column: { chance: 0.1, checked: true },
  judge(slice, context) {
    return hasDigits(slice.folded, slice.start, slice.end, LENGTH)
      ? judgements(slice, context)
      : [];
  },
});

function* judgements({ folded, start, end }: Slice, context: Context): Generator<Judgement> {
  for (const written of writtenIn(folded, WRITING, start, end)) {
    const judgement = judge(folded, written, context);
    if (judgement !== undefined) yield judgement;
  }
}

/**
 * A check digit that one row of digits in ten has says nothing alone: a name beside it must speak
 * too, or at least the groups of the card.
 */
function judge(text: string, written: Written, context: Context): Judgement | undefined {
  const { start, end, value } = written;
  const right = myNumberCheck(value);
  if (isDummy(value)) return undefined;
  if (context.typed) return { start, end, evidence: [checkOf(right)], region: 'JP' };
  if (!right || isPart(text, written) || isGroupOfMore(text, written)) return undefined;
  if (context.hotword() || context.hotword(WORDS)) {
    return { start, end, evidence: [checkOf(right), { code: 'hotword' }], region: 'JP' };
  }
  if (end - start === LENGTH || !context.options.regions.includes('JP')) return undefined;
  return { start, end, evidence: [checkOf(right), { code: 'bare-digits' }], region: 'JP' };
}

const checkOf = (right: boolean): Evidence =>
  right ? { code: 'check-digit', note: 'ordinance 85 of 2014, article 5' } : { code: 'refuted' };

/** One digit twelve times, 1234 5678 9012: nobody has them, and nobody means them. */
const isDummy = (digits: string) => /^(\d)\1{11}$/.test(digits) || digits === '123456789012';

/** Groups of a card's number or an account's go on before it: `4111 1111 1111 1111`. */
function isGroupOfMore(text: string, { start, end }: Written): boolean {
  return end - start > LENGTH && /\d[- .]$/.test(text.slice(Math.max(0, start - 2), start));
}
