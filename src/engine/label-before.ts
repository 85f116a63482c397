import { lazy } from './gazetteer/lazy.ts';
import type { Context, Slice } from './rule.ts';

/** Names to be looked for before a value. */
interface Names {
  readonly pattern: () => RegExp;
  /** What {@link lastWordBefore} may say behind one of them; undefined where that tells nothing. */
  readonly lastWords: ReadonlySet<string> | undefined;
}

const cache = new WeakMap<readonly string[], Names>();

/** What may stand between a name and its value: signs, blanks, words for "number" and "is". */
const FILLING =
  '(?:[ \\t:=#.,()\\[\\]"\'`|>№/-]|は|が|の|も|第|：|【|】|「|」|番号|ナンバー|コード|(?<![a-z])(?:no|nr|num|number|code|id|is|are|was|value)(?![a-z])){0,12}';

/** How far before a value its name is looked for, in UTF-16 units. */
const REACH = 48;

const escape = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function namesOf(words: readonly string[]): Names {
  let names = cache.get(words);
  if (!names) {
    const lastWords = words.every(hasLastWord) ? new Set(words.flatMap(lastWordsOf)) : undefined;
    cache.set(words, (names = { lastWords, pattern: lazy(() => compile(words)) }));
  }
  return names;
}

function compile(words: readonly string[]): RegExp {
  const alternatives = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      const source = word.split(' ').map(escape).join('[ _.#-]{0,2}');
      // 被保険者番号 is the number of the insured, 保険者番号 the insurer's.
      return /^[A-Z]/i.test(word) ? `(?<![\\p{L}\\p{N}])${source}` : `(?<!被)${source}`;
    });
  return new RegExp(`(?:${alternatives.join('|')})${FILLING}$`, 'iu');
}

/**
 * Does one of the words stand right before an index, on its line, with nothing but signs and words
 * for "number" between? What has no check digit needs its name this close: a hotword in the same
 * line may speak of the number beside it.
 *
 * @param words as a rule's names: folded, in words separated by blanks
 */
export function labelBefore(folded: string, start: number, words: readonly string[]): boolean {
  if (!isAfterWord(folded, start)) return false;
  const before = folded.slice(Math.max(0, start - REACH), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const { lastWords, pattern } = namesOf(words);
  const last = lastWords && lastWordBefore(line, line.length);
  // Most words are no name's last one, and few patterns need be compiled at all.
  return (last === undefined || lastWords!.has(last)) && pattern().test(line);
}

const IS_SIGN = new Uint8Array(0x80);
for (const sign of ' \t:=#.,()[]"\'`|>/-') IS_SIGN[sign.charCodeAt(0)] = 1;

/** Do only signs stand between a letter and an index? Most digits follow digits: a cheap thing to ask. */
export function isAfterWord(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0 && at >= start - REACH; at--) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80 || ((unit | 32) >= 97 && (unit | 32) <= 122)) return true;
    if (IS_SIGN[unit] !== 1) return false;
  }
  return false;
}

/** {@link isAfterWord} in bytes; what is not ASCII may be a letter. */
export function isAfterWordIn(bytes: Uint8Array, start: number): boolean {
  for (let at = start - 1; at >= 0 && at >= start - REACH; at--) {
    const byte = bytes[at]!;
    if (byte >= 0x80 || ((byte | 32) >= 97 && (byte | 32) <= 122)) return true;
    if (IS_SIGN[byte] !== 1) return false;
  }
  return false;
}

const FILLERS = new Set('no nr num number code id is are was value'.split(' '));

/**
 * The last word before an index that is none of those for "number" or "is", in small letters, or
 * undefined where letters outside ASCII stand: a cheap thing to ask before the names are tried.
 */
export function lastWordBefore(text: string, index: number): string | undefined {
  let at = index - 1;
  const floor = Math.max(0, index - REACH);
  while (at >= floor) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return undefined;
    if (unit !== UNDERSCORE && !isAlphanumeric(unit)) {
      if (IS_SIGN[unit] !== 1) return '';
      at--;
    } else if (unit === UNDERSCORE) at--;
    else {
      const end = at + 1;
      while (at >= 0 && isAlphanumeric(text.charCodeAt(at))) at--;
      if (text.charCodeAt(at) >= 0x80) return undefined;
      const word = text.slice(at + 1, end).toLowerCase();
      if (!FILLERS.has(word)) return word;
    }
  }
  return '';
}

/** Words for "number" are no last words, and may stick to a digit. */
const hasLastWord = (name: string) =>
  !/\d$/.test(name) && !name.split(' ').every((word) => FILLERS.has(word));

/**
 * What {@link lastWordBefore} may say behind a name: its words may be written as one, and those for
 * "number" at its end are passed over.
 */
export function lastWordsOf(name: string): string[] {
  const words = name
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  const last = lastWordBefore(name, name.length);
  const found = last === undefined ? [] : [last];
  for (let end = words.length; end > 0; end--) {
    for (let start = 0; start < end; start++) found.push(words.slice(start, end).join(''));
    if (!FILLERS.has(words[end - 1]!)) break;
  }
  return found;
}

const UNDERSCORE = 95;
const isAlphanumeric = (unit: number) =>
  (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122);

/**
 * May a candidate have a name: its own field, or a word right before it? What only a name can tell
 * needs no closer look elsewhere, in the fields of other kinds neither.
 */
export function mayBeNamed({ folded, start }: Slice, { typed, field }: Context): boolean {
  return typed || (field?.rule === undefined && isAfterWord(folded, start));
}
