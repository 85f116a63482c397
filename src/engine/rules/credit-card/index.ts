import { luhnCheck } from '../../checks/luhn.ts';
import type { Evidence } from '../../evidence.ts';
import { labelBefore } from '../../label-before.ts';
import { defineRule, type Context, type Judgement, type Slice } from '../../rule.ts';
import { hasDigits, isPart, writtenIn, type Written } from '../../text/written.ts';
import { isOtherNumber } from './other-number.ts';
import { schemeOf, type Scheme } from './schemes.ts';
import { testCardNote } from './test-cards.ts';

/** Fewest units that a card's number takes. */
const SHORTEST = 12;

/** 4-4-4-4, 4-6-5 (American Express), 4-6-4 (Diners Club), 4-4-4-4-3, or solid. */
const WRITINGS: readonly RegExp[] = [
  /\d{4}([- .])\d{4}\1\d{4}\1\d{4}(?!\1\d{4})/y,
  /\d{4}([- .])\d{6}\1\d{4,5}/y,
  /\d{4}([- .])\d{4}\1\d{4}\1\d{4}\1\d{3}/y,
  /\d{12,19}/y,
];

const NETWORKS: readonly string[] = [
  'visa',
  'mastercard',
  'amex',
  'american express',
  'jcb',
  'diners',
  'unionpay',
  'maestro',
  'card',
  'cards',
  'cc',
  'カード',
];

/** Words that say of the digits right behind them that they are a card's, of whatever network. */
const CARDS: readonly string[] = ['card', 'cc', 'kreditkarte', 'カード', 'カード番号'];
/** Too short (a My Number card's), or an integrated circuit card of a telephone (ITU-T E.118). */
const NO_PAYMENT_CARD = /^(?:89|\d{12}$)/;

/** Numbers of payment cards: a network's range and length, and the Luhn check digit. */
export const creditCard = defineRule({
  id: 'credit-card',
  category: 'financial',
  severity: 'error',
  messages: { en: 'Payment card number', ja: 'クレジットカード番号' },
  names: [
    'credit card',
    'credit card no',
    'credit card number',
    'creditcard',
    'creditcard number',
    'debit card',
    'debit card number',
    'payment card',
    'payment card number',
    'bank card number',
    'card no',
    'card num',
    'card number',
    'cardnumber',
    'cc no',
    'cc num',
    'cc number',
    'ccnum',
    'ccnumber',
    'kreditkarte',
    'kreditkartennummer',
    'carte bancaire',
    'carte de crédit',
    'tarjeta de crédito',
    'carta di credito',
    'クレジットカード',
    'クレジットカード番号',
    'クレカ',
    'クレカ番号',
    'クレジット番号',
    'デビットカード番号',
    'カード番号',
    'カード no',
  ],
  // In a field of its name a wrong check digit leaves it at possible.
  prior: -0.5,
  anchors: ['digits', 'label'],
  glance: { digits: ({ digits }) => digits >= SHORTEST },
  column: { chance: 0.05, checked: true },
  judge(slice, context) {
    return hasDigits(slice.folded, slice.start, slice.end, SHORTEST)
      ? judgements(slice, context)
      : [];
  },
});

function* judgements({ folded, start, end }: Slice, context: Context): Generator<Judgement> {
  const found = new Set<number>();
  for (const pattern of WRITINGS) {
    for (const written of writtenIn(folded, pattern, start, end)) {
      if (found.has(written.start)) continue;
      const judgement = judge(folded, written, context);
      if (judgement === undefined) continue;
      found.add(written.start);
      yield judgement;
    }
  }
}

function judge(text: string, written: Written, context: Context): Judgement | undefined {
  const { start, end, value } = written;
  if (isOneDigit(value)) return undefined;
  const scheme = schemeOf(value);
  const right = luhnCheck(value);
  if (scheme === undefined) return right ? judgeUnknown(text, written, context) : undefined;
  if (!context.typed && (!right || isPartOf(text, written, context))) return undefined;
  const solid = end - start === value.length;
  if (!solid && isContinued(text, start)) return undefined;
  const hotword = !context.typed && (context.hotword() || context.hotword(NETWORKS));
  if (scheme.weak && !context.typed && !hotword) return undefined;
  return { start, end, evidence: evidenceFor(value, scheme, { right, hotword, solid }, context) };
}

/** A number of no network's range, right behind the word: an old range, or another kind of card. */
function judgeUnknown(text: string, written: Written, context: Context): Judgement | undefined {
  const { start, end, value } = written;
  const isCard = context.typed || labelBefore(text, start, CARDS);
  if (!isCard || NO_PAYMENT_CARD.test(value) || isContinued(text, start)) return undefined;
  if (!context.typed && isPartOf(text, written, context)) return undefined;
  const evidence: Evidence[] = [{ code: 'check-digit', note: 'Luhn' }, { code: 'unassigned' }];
  if (!context.typed) evidence.push({ code: 'vague-name' });
  return { start, end, evidence };
}

/** An IBAN or a longer number in groups goes on before it. */
const isContinued = (text: string, start: number) =>
  /\d[- .]$/.test(text.slice(Math.max(0, start - 2), start));

/** `#4929…` is a number's sign behind a word, and else an entity or a colour. */
function isPartOf(text: string, written: Written, context: Context): boolean {
  if (!isPart(text, written)) return false;
  const isNumbered = text[written.start - 1] === '#' && text[written.start - 2] === ' ';
  return !isNumbered || !context.hotword(CARDS) || isPart(text, { ...written, start: written.end });
}

const isOneDigit = (digits: string) => digits === digits.charAt(0).repeat(digits.length);

function evidenceFor(
  digits: string,
  scheme: Scheme,
  is: { readonly right: boolean; readonly hotword: boolean; readonly solid: boolean },
  context: Context,
): Evidence[] {
  const evidence: Evidence[] = [
    is.right ? { code: 'check-digit', note: `Luhn, ${scheme.name}` } : { code: 'refuted' },
  ];
  const test = testCardNote(digits);
  if (test !== undefined) evidence.push({ code: 'reserved', note: test });
  if (is.hotword) evidence.push({ code: 'hotword' });
  if (!is.solid && is.right) evidence.push({ code: 'grouping' });
  if (!is.hotword && !context.typed && isOtherNumber(context.field?.name)) {
    evidence.push({ code: 'other-field' });
  }
  return evidence;
}
