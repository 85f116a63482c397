import type { Evidence } from '../../evidence.ts';
import type { Judgement, Slice } from '../../rule.ts';
import { readLatin } from './latin.ts';

/** Forms of address before a name, and what people say before theirs. Found in any case. */
export const TITLES: readonly string[] = [
  'mr. ',
  'mrs. ',
  'ms. ',
  'dr. ',
  'prof. ',
  'miss ',
  'herr ',
  'frau ',
  'mme ',
];
export const INTRODUCTIONS: readonly string[] = [
  'name is ',
  'call me ',
  'je m’appelle ',
  'ich heiße ',
];

const WORD = "\\p{Lu}[\\p{Ll}\\p{M}'’-][\\p{L}\\p{M}'’-]{0,24}";
/** `Grace`, `Grace B. Hopper`, `Ludwig van Beethoven`, `O’Neill`. */
const NAME = new RegExp(
  `${WORD}(?: (?:(?:van|von|de|da|del|di|la|der|den|dos|bin|al) ){0,2}(?:\\p{Lu}\\.?(?= \\p{Lu})|${WORD})){0,3}`,
  'uy',
);
/** Whose name? `the name is Button` is anything's. */
const WHOSE = /(?:\b(?:my|his|her|their|whose|maiden|full|first|last|given|family) |\bsur)$/i;
/** Words that begin a sentence or say that no name follows. */
const NO_NAME =
  /^(?:The|This|That|It|Is|Not|No|And|Or|But|If|When|Please|Required|Invalid|Universe|President|Minister|Chairman|Right|Wrong)\b/;

/** `Mr. Hopper`, `Dr. Grace Hopper`: only possible, for books and examples are full of them. */
export function judgeTitle({ folded, start, end }: Slice): Judgement | undefined {
  if (/[\p{L}\p{N}_]/u.test(folded[start - 1] ?? '') || !/\p{Lu}/u.test(folded[start]!)) {
    return undefined;
  }
  return nameAt(folded, end, [{ code: 'honorific' }]);
}

/**
 * `My name is …`, `they call me Mrs. …`: somebody says who she is. One word that
 * somebody else is said to be called is only possible.
 */
export function judgeIntroduction({ folded, start, end }: Slice): Judgement | undefined {
  const before = folded.slice(Math.max(0, start - 12), start);
  if (/^name/i.test(folded.slice(start, end)) ? !WHOSE.test(before) : /\p{L}$/u.test(before)) {
    return undefined;
  }
  TITLE.lastIndex = end;
  const title = TITLE.exec(folded)?.[0] ?? '';
  const evidence: Evidence[] = [{ code: 'hotword' }];
  if (title !== '') evidence.push({ code: 'honorific' });
  const found = nameAt(folded, end + title.length, evidence);
  if (found === undefined || title !== '' || /\bmy $/i.test(before)) return found;
  const isFull = folded.slice(found.start, found.end).includes(' ');
  return isFull ? found : { ...found, evidence: [...found.evidence, { code: 'alone' }] };
}

const TITLE = /(?:mrs?|ms|dr|prof)\. /iy;

function nameAt(
  folded: string,
  from: number,
  evidence: readonly Evidence[],
): Judgement | undefined {
  NAME.lastIndex = from;
  // A quotation mark behind a name is none of its letters.
  const value = NAME.exec(folded)?.[0].replace(/['’-]{1,9}$/, '');
  if (
    value === undefined ||
    NO_NAME.test(value) ||
    /^[\w({]/.test(folded[from + value.length] ?? '')
  ) {
    return undefined;
  }
  const name = readLatin(value);
  if (name === undefined || name.organisation) return undefined;
  const dummy: readonly Evidence[] = name.dummy ? [{ code: 'dummy', note: 'specimen name' }] : [];
  return { start: from, end: from + value.length, evidence: [...evidence, ...dummy] };
}
