import { mayBeNamed } from '../../label-before.ts';
import { numbersIn, type NumberTable } from '../../number-table.ts';
import { defineRule, type Context, type DigitRun, type Slice } from '../../rule.ts';
import { AFRICA_AND_OCEANIA } from './africa-oceania.ts';
import { AMERICAS } from './americas.ts';
import { EAST_ASIA } from './east-asia.ts';
import { EAST_EUROPE } from './east-europe.ts';
import { HOTWORDS, WIDE_NAMES } from './names.ts';
import { NORTH_EUROPE } from './north-europe.ts';
import { SOUTH_ASIA } from './south-asia.ts';
import { WEST_EUROPE } from './west-europe.ts';

const TABLE: NumberTable = {
  forms: [
    ...AMERICAS,
    ...WEST_EUROPE,
    ...NORTH_EUROPE,
    ...EAST_EUROPE,
    ...EAST_ASIA,
    ...SOUTH_ASIA,
    ...AFRICA_AND_OCEANIA,
  ],
  wide: WIDE_NAMES,
  hotwords: HOTWORDS,
};

/** Fewest units that a number takes which stands without its name. */
const SHORTEST = 9;
/** Digits of China's number, which alone needs neither letter nor sign; the last may be an X. */
const CHINESE = 17;

/** Numbers by which states know people, each country's with its own rules. */
export const nationalId = defineRule({
  id: 'national-id',
  category: 'identity-document',
  severity: 'error',
  messages: { en: 'National identification number', ja: '国民識別番号' },
  names: [...new Set([...WIDE_NAMES, ...TABLE.forms.flatMap(({ names }) => names)])],
  // In a field of its name a wrong check digit leaves it at possible.
  prior: -0.5,
  anchors: ['digits', 'code', 'label'],
  literals: HOTWORDS,
  glance: { digits: mayBeNumber },
  judge(slice, context) {
    return isWorthIt(slice, context) ? numbersIn(slice, context, TABLE) : [];
  },
});

/** Most digits have no name, and no sign or letter either: a cheap thing to ask. */
function isWorthIt(slice: Slice, context: Context): boolean {
  if (mayBeNamed(slice, context)) return true;
  const { folded, start, end } = slice;
  if (context.field?.rule !== undefined || end - start < SHORTEST) return false;
  if (end - start >= CHINESE) return true;
  for (let at = start; at <= end; at++) if (isTelling(folded.charCodeAt(at))) return true;
  return false;
}

/** The same in bytes. */
function mayBeNumber({ bytes, start, end, isAfterWord }: DigitRun): boolean {
  if (isAfterWord || end - start >= CHINESE) return true;
  if (end - start < SHORTEST) return false;
  for (let at = start; at <= end; at++) if (isTelling(bytes[at] ?? 0)) return true;
  return false;
}

/** A letter, or a sign that only some numbers have. */
const isTelling = (unit: number) =>
  unit === SLASH || (unit | 32) >= 97 || unit === HYPHEN || unit === POINT;

const HYPHEN = 45;
const POINT = 46;
const SLASH = 47;
