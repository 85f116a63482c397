import { mayBeNamed } from '../../label-before.ts';
import type { Context, Judgement, Slice } from '../../rule.ts';
import { hasWordAfter } from './after.ts';
import { leftBorder, rightBorder } from './borders.ts';
import { PHONE_HOTWORDS, PHONE_NAMES, WEAK_HOTWORDS } from './names.ts';
import { isLongEnough, shapeIn, type Shaped } from './shape.ts';

/**
 * `Telefon: 510 070 900` where the policy does not name the country, `call me on 450 0840`: a word
 * for telephones right before or after digits makes them possible, no more.
 */
export function labelledNumber(slice: Slice, context: Context): readonly Judgement[] {
  // A field of another kind outweighs the word; most digits have no word beside them.
  if (!mayBeNamed(slice, context) && !hasWordAfter(slice.folded, slice.end)) return [];
  const shaped = shapeIn(slice);
  if (!shaped || !isLongEnough(shaped) || !isNamed(shaped, slice, context)) return [];
  const { start, end } = shaped;
  if (leftBorder(slice.folded, start, false) !== 'open') return [];
  if (rightBorder(slice.folded, end) !== 'open') return [];
  return [{ start, end, evidence: [{ code: 'other-region' }, { code: 'hotword' }] }];
}

/** Words that are no names of telephones say enough of digits in groups only. */
function isNamed({ number, digits, end }: Shaped, { folded }: Slice, context: Context): boolean {
  if (context.hotword(PHONE_NAMES) || hasWordAfter(folded, end)) return true;
  if (digits === number) return false;
  if (context.hotword(PHONE_HOTWORDS)) return true;
  return context.hotword(WEAK_HOTWORDS) && !context.hotword(OTHER_NUMBERS);
}

/** Whose number it is where "number" alone says little. */
const OTHER_NUMBERS: readonly string[] = [
  'account',
  'card',
  'id',
  'insurance',
  'invoice',
  'licence',
  'license',
  'order',
  'passport',
  'security',
  'serial',
  'tax',
  'tracking',
];
