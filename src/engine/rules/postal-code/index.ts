import { defineRule, type Context, type DigitRun, type Judgement, type Slice } from '../../rule.ts';
import { postalCodeCells } from './cells.ts';
import { mayBeNamed } from '../../label-before.ts';
import { judgeForeign } from './foreign.ts';
import { japaneseCodeAt, judgeJapanese } from './japan.ts';
import { judgeLabelled } from './labelled.ts';

export const postalCode = defineRule({
  id: 'postal-code',
  category: 'location',
  severity: 'information',
  messages: { en: 'Postal code', ja: '郵便番号' },
  names: [
    'postal code',
    'post code',
    'postcode',
    'postal no',
    'postal number',
    'post no',
    'zip',
    'zip code',
    'zipcode',
    'zip cd',
    'zip no',
    'yubin bango',
    'yubin no',
    'plz',
    'postleitzahl',
    'code postal',
    'código postal',
    'codigo postal',
    '郵便番号',
    '郵便',
    '〒',
  ],
  prior: 0,
  anchors: ['digits', 'zip', 'label'],
  literals: ['〒'],
  column: { chance: 0.05, plainNumbers: true },
  glance: { digits: (run) => run.isAfterWord || isJapaneseForm(run) },
  cells: postalCodeCells,
  *judge(slice: Slice, context: Context): Iterable<Judgement> {
    const judgement = judge(slice, context);
    if (judgement !== undefined) yield judgement;
  },
});

function judge(slice: Slice, context: Context): Judgement | undefined {
  const { folded } = slice;
  const start = skipBlanks(folded, slice.start, slice.end);
  const code = japaneseCodeAt(folded, start);
  if (context.typed && folded[slice.start] !== '〒') {
    const end = trimmedEnd(folded, start, slice.end);
    if (code?.end === end) return judgeJapanese(folded, code, context);
    return judgeForeign(slice, start, end, context);
  }
  if (code !== undefined) return judgeJapanese(folded, code, context);
  const isWorthIt = isInward(slice, context) || mayBeNamed(slice, context);
  return isWorthIt ? judgeLabelled(slice, context) : undefined;
}

/** Three digits and four, a hyphen between or none, and no more of them: `123-4567`. */
function isJapaneseForm({ bytes, start }: DigitRun): boolean {
  const hyphen = bytes[start + 3] === HYPHEN ? 1 : 0;
  const after = start + 7 + hyphen;
  for (let at = start; at < after; at++) {
    if (!isDigit(bytes[at]) && (hyphen === 0 || at !== start + 3)) return false;
  }
  if (isDigit(bytes[after]) || isLetter(bytes[after])) return false;
  const isJoint = bytes[after] === HYPHEN || bytes[after] === POINT;
  return !isJoint || !isDigit(bytes[after + 1]);
}

const HYPHEN = 0x2d;
const POINT = 0x2e;
const isDigit = (byte = 0) => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte = 0) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** The second half of a British code, behind digits of its own. */
const isInward = ({ start, end }: Slice, { field }: Context) =>
  end - start === 3 && field?.rule === undefined;

function skipBlanks(text: string, at: number, end: number): number {
  let start = at;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  return start;
}

function trimmedEnd(text: string, start: number, at: number): number {
  let end = at;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return end;
}
