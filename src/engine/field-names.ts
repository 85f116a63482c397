import type { Rule } from './rule.ts';
import { fold } from './text/fold.ts';

/** A field's name: as it stands in the source, and the rule that it speaks for. */
export interface FieldName {
  readonly name: string;
  readonly rule: string | undefined;
  readonly by: 'field-name' | 'column-values' | undefined;
}

/** Resolves names of fields to rules. */
export interface FieldNames {
  resolve(name: string): FieldName;
  /** The names as people may write their ends, for the kernel's cheap look. */
  readonly endings: readonly string[];
}

/**
 * Words of a name, folded to lower case, parted by blanks: `custTelNo` and `CUST_TEL_NO` are
 * `cust tel no`, `住所（番地）` is `住所 番地`.
 */
export function wordsOfName(name: string): string {
  return fold(name)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words that may follow a name without changing what it is: `tel1`, `phone number 2`. */
const TAIL = /^(?:\d{1,2}|no|number|num|value|field|text|str|string|raw|main|primary|番号)$/;
/** A name with one of these at its end is about the value, and not the value. */
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
    for (const name of rule.names) known.set(wordsOfName(name), rule.id);
  }
  for (const [name, rule] of Object.entries(taught)) known.set(wordsOfName(name), rule);
  const cache = new Map<string, FieldName>();
  return {
    endings: [...known.keys()],
    resolve(name) {
      const cached = cache.get(name);
      if (cached) return cached;
      const rule = name.length > LONGEST_NAME ? undefined : ruleOf(known, wordsOfName(name));
      const resolved: FieldName = { name, rule, by: rule === undefined ? undefined : 'field-name' };
      if (cache.size < CACHE_LIMIT) cache.set(name, resolved);
      return resolved;
    },
  };
}

function ruleOf(known: ReadonlyMap<string, string>, words: string): string | undefined {
  const parts = words.split(' ');
  for (let end = parts.length; end > 0; end--) {
    for (let start = 0; start < end; start++) {
      const rule = known.get(parts.slice(start, end).join(' '));
      if (rule !== undefined) return rule;
    }
    if (!TAIL.test(parts[end - 1] ?? '')) break;
  }
  return suffixRule(known, parts);
}

/** Japanese writes no blanks: 契約者電話番号, お客様住所. The longest known ending of two kanji or more. */
function suffixRule(known: ReadonlyMap<string, string>, parts: string[]): string | undefined {
  for (const part of [parts.at(-1) ?? '', parts[0] ?? '']) {
    if (!/[\u3041-\u9fff]/.test(part)) continue;
    for (let start = 1; start <= part.length - 2; start++) {
      const rule = known.get(part.slice(start));
      if (rule !== undefined) return rule;
    }
  }
  return undefined;
}
