import { OTHER_NUMBERS } from './names.ts';

/** `partNo`, `part_no`: part no. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}

const ASPECTS = new Set(
  'date issue issued expiry expiration expires valid until country nationality type name photo image scan file path url'.split(
    ' ',
  ),
);

/** Is it the name of something else about the passport: its dates, its country, its picture? */
export function isOtherAspect(name: string): boolean {
  // A column asks for each of its cells.
  if (last.name === name) return last.verdict;
  const verdict =
    wordsOf(name).some((word) => ASPECTS.has(word)) || /発行|取得|有効|期限|国|氏名|種/.test(name);
  last = { name, verdict };
  return verdict;
}

let last = { name: '', verdict: false };

/** Is it the name of a number that does not say of what? */
export function isAnyNumber(name: string): boolean {
  return /^(?:document )?(?:number|no|nr|num|id|value)$|^番号$/.test(wordsOf(name).join(' '));
}

const OTHERS = new Set(OTHER_NUMBERS);

/** Is one of the name's words, or the whole of it, the name of another kind of number? */
export function isOtherNumber(name: string): boolean {
  const words = wordsOf(name);
  return OTHERS.has(words.join(' ')) || words.some((word) => OTHERS.has(word));
}
