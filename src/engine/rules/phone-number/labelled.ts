import type { Evidence } from '../../evidence.ts';
import { isDummyPhone } from '../../gazetteer/reserved-phones.ts';
import { labelBefore, mayBeNamed } from '../../label-before.ts';
import type { Context, Judgement, Slice } from '../../rule.ts';
import { numberAbroad, type Abroad } from './abroad.ts';
import { hasWordAfter } from './after.ts';
import { leftBorder, rightBorder } from './borders.ts';
import { OWN_NUMBER, PHONE_HOTWORDS, PHONE_NAMES, TELLING, WEAK_HOTWORDS } from './names.ts';
import { isLongEnough, shapeIn, type Shaped } from './shape.ts';

/**
 * `Telefon: 5xx xxx xxx` where the policy does not name the country, `call me on xxx xxxx`: a word
 * for telephones on the line makes digits possible; likely where it stands right before a number
 * that the plans of a few countries have as it is written.
 */
export function labelledNumber(slice: Slice, context: Context): readonly Judgement[] {
  // A field of another kind outweighs the word; most digits have no word beside them.
  if (!mayBeNamed(slice, context) && !hasWordAfter(slice.folded, slice.end)) return [];
  const shaped = shapeIn(slice);
  if (!shaped || !isLongEnough(shaped) || !isNamed(shaped, slice, context)) return [];
  const { start, end } = shaped;
  if (leftBorder(slice.folded, start, false) !== 'open') return [];
  if (rightBorder(slice.folded, end) !== 'open') return [];
  const abroad = isTold(shaped, slice) ? numberAbroad(slice.folded, shaped) : undefined;
  if (!abroad) return [{ start, end, evidence: WORD }];
  const evidence = isDummyPhone(shaped.digits) ? [...WORD, DUMMY] : [...WORD, PLANNED];
  return [{ start, end, evidence, ...regionOf(abroad) }];
}

const WORD: readonly Evidence[] = [{ code: 'other-region' }, { code: 'hotword' }];
const PLANNED: Evidence = { code: 'grouping' };
const DUMMY: Evidence = { code: 'dummy' };

const regionOf = ({ region }: Abroad) => (region === undefined ? {} : { region });

/** Does a word right before it say that a number in groups is a telephone's? */
function isTold({ number, digits, start }: Shaped, { folded }: Slice): boolean {
  if (digits === number) return false;
  if (labelBefore(folded, start, PHONE_NAMES) || labelBefore(folded, start, TELLING)) return true;
  return OWN_NUMBER.test(folded.slice(Math.max(0, start - LONGEST_PHRASE), start));
}

const LONGEST_PHRASE = 40;

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
