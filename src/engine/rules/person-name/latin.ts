import { isRomajiName } from '../../gazetteer/names.ts';

/** A value as a name in Latin letters. */
export interface LatinName {
  readonly words: number;
  /** Are surname and given name Japan's, in any order? */
  readonly known: boolean;
  /** Does every word begin with a capital, but for particles? */
  readonly capitalised: boolean;
  readonly dummy: boolean;
  readonly organisation: boolean;
}

/** `Hanako SATO`, `SATO/HANAKO`, `O’Neill, Mary-Jane`, `J. R. García`. */
const SHAPE =
  /^\p{sc=Latin}[\p{sc=Latin}\p{M}'’-]{0,30}\.?(?:(?:, ?| {1,2}|\/)\p{sc=Latin}[\p{sc=Latin}\p{M}'’-]{0,30}\.?){0,4}$/u;
const PARTICLE =
  /^(?:da|das|de|del|della|den|der|di|do|dos|du|e|el|la|le|of|ten|ter|van|von|y|zu|bin|ibn|al)$/;
/** Words of forms, types and code: with one of them the value describes a name. */
const NO_NAME = new Set(
  `name names surname firstname lastname fullname string text null none undefined unknown nil true false required
  optional enter please field label placeholder value invalid must your user username customer anonymous admin
  administrator guest system default empty missing blank na first last given family full middle maiden prefix suffix title
  asc desc varchar char kana kanji katakana hiragana romaji furigana the and or not is a an my this`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
const ORGANISATION =
  /^(?:inc|llc|ltd|limited|corp|corporation|co|company|group|gmbh|ag|kk|plc|bank|university|college|hospital|sons|foundation|association|institute|team|project|software|systems|technologies|labs|studio|services|club|school)\.?$/i;
const DUMMIES = new Set([
  'john doe',
  'jane doe',
  'john smith',
  'jane smith',
  'joe bloggs',
  'max mustermann',
  'erika mustermann',
  'foo bar',
  'taro yamada',
  'yamada taro',
  'hanako yamada',
  'yamada hanako',
  'alice',
  'bob',
  'john',
  'jane',
  'doe',
  'foo',
  'bar',
  'test',
]);

const DUMMY_WORDS = new Set([...DUMMIES].flatMap((name) => name.split(' ')));

/** Does a name of a specimen have this word, in lower case? */
export const isDummyWord = (word: string): boolean => DUMMY_WORDS.has(word);

/** Reads a folded value as a name; undefined where it has another shape or describes one. */
export function readLatin(value: string): LatinName | undefined {
  if (!SHAPE.test(value)) return undefined;
  const words = value.split(/[ ,/]+/);
  const lower = words.map((word) => word.toLowerCase());
  if (lower.some((word) => NO_NAME.has(word))) return undefined;
  return {
    words: words.length,
    known: words.length === 2 && (isPair(words[0]!, words[1]!) || isPair(words[1]!, words[0]!)),
    capitalised: words.every((word) => /^\p{Lu}/u.test(word) || PARTICLE.test(word)),
    dummy: DUMMIES.has(lower.join(' ')),
    organisation: words.some((word) => ORGANISATION.test(word)),
  };
}

function isPair(surname: string, given: string): boolean {
  return isRomajiName('surname', surname) && isRomajiName('given', given);
}
