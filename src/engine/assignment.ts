import type { FieldNames, FieldName } from './field-names.ts';
import type { Labels } from './formats/format.ts';
import { nameEnd, separatorBefore, wordStart } from './name-position.ts';
import type { Window } from './window.ts';

/** A value with its name beside it: `phone = "…"`, `phone: '…'`, `"phone" => …`, `setPhone("…")`. */
export interface Assignment {
  readonly name: FieldName;
  /** Indices of the value in the window, quotes excluded. */
  readonly start: number;
  readonly end: number;
  /** Does the form say that this is the value, or is it a word with a colon in prose? */
  readonly typed: boolean;
}

/** Calls that take the value itself: `setPhone(…)`, `tel(…)`; not `isPossiblePhoneNumber(…)`. */
const SETTER = /(?:^|\.)(?:_{0,2}(?:set|add|with|update|put|assign)[A-Z_]\w*|[a-z]+)$/;
const MOST_WORDS = 4;
const LONGEST_VALUE = 300;
const BETWEEN = /(?:=>|:=|::|==|[:：=＝(>])[ \t]{0,16}/y;
const QUOTED = /(["'`])((?:\\.|(?!\1)[^\\\n]){1,300})\1/y;
const BARE = /[^\n\r"'`<>{}\t]{1,300}/y;
/** What ends an unquoted value: a comment, or the next item of a list. */
const BARE_END = /\s(?:#|\/\/|--)\s?|;|&(?=[\w.[\]-]{1,40}=)|, (?=[\p{L}_ ]{1,30}[:=：])/u;

/**
 * The assignment whose separator stands at `at`, when its name is a rule's.
 *
 * @param labels `quoted` where an unquoted value is an expression
 */
export function assignmentAt(
  { text }: Window,
  at: number,
  labels: Labels,
  names: FieldNames,
): Assignment | undefined {
  const name = knownNameAt(text, at, names);
  if (name === undefined) return undefined;
  BETWEEN.lastIndex = at;
  const separator = BETWEEN.exec(text)?.[0] ?? '';
  const from = at + separator.length;
  const given = quoted(text, from, name);
  if (given) return separator.startsWith('(') ? { ...given, typed: SETTER.test(name.name) } : given;
  return bare(text, from, name, labels, separator);
}

/** The name that ends before a separator: `const custTel`, `the home address`; the last word first. */
function knownNameAt(text: string, separator: number, names: FieldNames): FieldName | undefined {
  const end = nameEnd(text, separator);
  let start = end;
  for (let words = 0; words < MOST_WORDS; words++) {
    const first = wordStart(text, start);
    if (first === start) return undefined;
    const name = names.resolve(text.slice(first, end));
    if (name.rule !== undefined) return name;
    if (text[first - 1] !== ' ') return undefined;
    start = first - 1;
  }
  return undefined;
}

function quoted(text: string, from: number, name: FieldName): Assignment | undefined {
  QUOTED.lastIndex = from;
  const match = QUOTED.exec(text);
  if (match === null) return undefined;
  return { name, start: from + 1, end: from + match[0].length - 1, typed: true };
}

function bare(
  text: string,
  from: number,
  name: FieldName,
  labels: Labels,
  separator: string,
): Assignment | undefined {
  const opener = separator.trim();
  if (opener === '(' || opener === '::' || opener === '==') return undefined;
  if (opener !== '>' && labels === 'quoted' && !/[:=]/.test(opener)) return undefined;
  BARE.lastIndex = from;
  let value = BARE.exec(text)?.[0];
  if (value === undefined) return undefined;
  const stop = BARE_END.exec(value);
  if (stop) value = value.slice(0, stop.index);
  value = value.trimEnd();
  // In code an unquoted value is an expression, and only a number is a value too.
  if (labels === 'quoted' && opener !== '>') {
    const number = /^[+\d][\d ()-]{5,24}(?=[,;)}\s]|$)/.exec(value)?.[0];
    if (number === undefined) return undefined;
    value = number.trimEnd();
  }
  if (value === '' || value.length >= LONGEST_VALUE) return undefined;
  return { name, start: from, end: from + value.length, typed: opener !== ':' && opener !== '：' };
}

/** The name that stands before a candidate on its line, whatever it is. */
export function nameBefore(
  window: Window,
  start: number,
  names: FieldNames,
): FieldName | undefined {
  const { folded } = window;
  const separator = separatorBefore(folded, start);
  if (separator < 0) return undefined;
  const end = nameEnd(folded, separator);
  const first = wordStart(folded, end);
  return first === end ? undefined : names.resolve(folded.slice(first, end));
}
