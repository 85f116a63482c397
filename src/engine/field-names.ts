import type { Rule } from './rule.ts';
import { lazy } from './gazetteer/lazy.ts';
import { NAMES } from './rule-words.generated.ts';
import { asciiWords } from './text/ascii-words.ts';
import { byteMemo } from './text/byte-memo.ts';
import { fold, isAscii } from './text/fold.ts';

/** A field's name: as it stands in the source, and the rule that it speaks for. */
export interface FieldName {
  readonly name: string;
  readonly rule: string | undefined;
  readonly by: 'field-name' | 'column-values' | 'vague-name' | undefined;
  /** The figures of a verdict by the column's values. */
  readonly figures?: string;
}

/** Resolves names of fields to rules. */
export interface FieldNames {
  resolve(name: string): FieldName;
  /** Is a name in ASCII a rule's? Nothing is allocated for names that are known already. */
  isKnown(bytes: Uint8Array, start: number, end: number): boolean;
  /** What a rule's name may end with, in words: for the kernel's cheap look. */
  readonly endings: readonly string[];
}

/** Small letters of Latin and Cyrillic, kana, kanji and hangul: folding leaves them as they are. */
const FOLDED = String.raw`[a-z\u00df-\u00f6\u00f8-\u00ff\u0430-\u045fぁ-んァ-ヶー一-龠\uac00-\ud7a3]+`;

/** Words of nearly all names that rules declare, and of many fields. */
const IN_WORDS = new RegExp(String.raw`^${FOLDED}(?: (?:${FOLDED}|\d{1,2}))*$`);

/**
 * Words of a name, folded to lower case, parted by blanks: `custTelNo` and `CUST_TEL_NO` are
 * `cust tel no`, `phone1` is `phone 1`, `〒番号` stays as it is.
 */
export function wordsOfName(name: string): string {
  if (IN_WORDS.test(name)) return name;
  if (isAscii(name)) return asciiWords(name);
  return fold(name)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}〒]+/gu, ' ')
    .replace(/(\p{L})(\d{1,2})(?= |$)/gu, '$1 $2')
    .trim();
}

/** Nearly all names of the built-in rules: nothing has to be done about them at every start. */
const inWords = lazy(() => new Set(NAMES.split('\n')));

const wordsDeclared = (name: string): string => (inWords().has(name) ? name : wordsOfName(name));

/** Words that may follow a name without changing what it is: `phoneNo`, `phone number 2`. */
const TAILS = 'no number num value field text str string raw main primary 番号'.split(' ');
const TAIL = new RegExp(String.raw`^(?:\d{1,2}|${TAILS.join('|')})$`);
/** `電話番号（自宅）`, `phone (home)`: what stands in brackets says which one it is. */
const BRACKET = /[（([［【〔]/u;
const LONGEST_NAME = 80;
const CACHE_LIMIT = 4096;

/**
 * The names that rules declare, and those taught by the user, which go first. A name is a rule's
 * when it ends with one of the rule's names, whole words; of several the longest counts.
 */
export function createFieldNames(
  rules: readonly Rule[],
  taught: Readonly<Record<string, string>>,
): FieldNames {
  const known = new Map<string, string>();
  for (const rule of [...rules].reverse()) {
    for (const name of rule.names) known.set(wordsDeclared(name), rule.id);
  }
  const vague = new Map<string, string>();
  for (const { id, vague: names = [] } of rules) for (const name of names) vague.set(name, id);
  for (const [name, rule] of Object.entries(taught)) known.set(wordsOfName(name), rule);
  // A name of signs alone has no words, and no words are nobody's name.
  known.delete('');
  return fieldNamesOf(known, vague);
}

/**
 * @param known rules by names, in words
 * @param vague rules by names that may mean anything else too
 */
export function fieldNamesOf(
  known: ReadonlyMap<string, string>,
  vague: ReadonlyMap<string, string>,
): FieldNames {
  const cache = new Map<string, FieldName>();
  /** Words that are nobody's names are many: those of the last pages are enough. */
  const unknown = new Map<string, FieldName>();
  const find = (name: string): string | undefined => {
    if (name.length > LONGEST_NAME) return undefined;
    const rule = ruleOf(known, wordsOfName(name));
    const bracket = name.search(BRACKET);
    if (rule !== undefined || bracket < 0) return rule;
    return ruleOf(known, wordsOfName(name.slice(0, bracket)));
  };
  const resolve = (name: string): FieldName => {
    const cached = cache.get(name) ?? unknown.get(name);
    if (cached) return cached;
    const resolved = fieldName(name, find(name), vague.get(wordsOfName(name)));
    if (resolved.rule !== undefined) {
      if (cache.size < CACHE_LIMIT) cache.set(name, resolved);
    } else {
      if (unknown.size >= CACHE_LIMIT) unknown.clear();
      unknown.set(name, resolved);
    }
    return resolved;
  };
  const isRules = byteMemo((bytes, start, end) => {
    const name = String.fromCharCode(...bytes.subarray(start, end));
    return resolve(name).rule === undefined ? 0 : 1;
  });
  return {
    endings: [...known.keys(), ...vague.keys(), ...TAILS],
    resolve,
    isKnown: (bytes, start, end) => isRules(bytes, start, end) === 1,
  };
}

function fieldName(name: string, rule?: string, vague?: string): FieldName {
  if (rule !== undefined) return { name, rule, by: 'field-name' };
  return { name, rule: vague, by: vague === undefined ? undefined : 'vague-name' };
}

function ruleOf(known: ReadonlyMap<string, string>, words: string): string | undefined {
  const parts = words.split(' ');
  for (let end = parts.length; end > 0; end--) {
    for (let start = 0; start < end; start++) {
      const rule = known.get(parts.slice(start, end).join(' '));
      if (rule !== undefined) return rule;
    }
    const last = parts[end - 1] ?? '';
    if (!TAIL.test(last)) return suffixRule(known, last);
  }
  return undefined;
}

const KATAKANA = /[ァ-ヶー]/;

/** イッショウケンメイ holds no given name: two kana begin no word in the midst of one of kana. */
function isWordEnd(known: ReadonlyMap<string, string>, word: string, start: number): boolean {
  if (word.length - start > 2 || !KATAKANA.test(word[start]!)) return true;
  return !KATAKANA.test(word[start - 1]!) || known.has(word.slice(0, start));
}

/** Japanese writes no blanks: 契約者電話番号, お客様住所. The longest known ending of two kanji or more. */
function suffixRule(known: ReadonlyMap<string, string>, word: string): string | undefined {
  if (!/[\u3041-\u9fff]/.test(word)) return undefined;
  for (let start = 1; start <= word.length - 2; start++) {
    const rule = known.get(word.slice(start));
    if (rule !== undefined && isWordEnd(known, word, start)) return rule;
  }
  return undefined;
}
