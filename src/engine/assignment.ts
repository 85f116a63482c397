import type { FieldNames, FieldName } from './field-names.ts';
import type { Labels } from './formats/format.ts';
import { MOST_WORDS, nameEnd, separatorBefore, wordStart } from './name-position.ts';
import type { Window } from './window.ts';

/** A value with its name beside it: `phone = "…"`, `phone: '…'`, `"phone" => …`, `setPhone("…")`. */
export interface Assignment {
  readonly name: FieldName;
  /** Indices of the value in the window, quotes excluded. */
  readonly start: number;
  readonly end: number;
  /**
   * Does the form say that this is the value (`value`)? A word with a colon may be prose (`label`),
   * and what a function is asked about is not its field (`call`).
   */
  readonly form: 'value' | 'label' | 'call';
}

/** Calls that take the value itself: `setPhone(…)`, `tel(…)`; not `isPossiblePhoneNumber(…)`. */
const SETTER = /(?:^|\.)(?:_{0,2}(?:set|add|with|update|put|assign)[A-Z_]\w*|[a-z]+)$/;
const LONGEST_VALUE = 300;
/** `**Phone:** …` has its marks behind the separator. */
const BETWEEN = /(?:=>|:=|::|==|[:：=＝(>])(?:\*\*)?[ \t]{0,16}/y;
const QUOTED = /(["'`])((?:\\.|(?!\1)[^\\\n]){1,300})\1/y;
/** A string inside a string: `"{\"phone\":\"…\"}"`. */
const ESCAPED = /\\{1,3}(["'])([^"'\\\n]{1,300})\\{1,3}\1/y;
/** Prefixes of strings: `N'…'` (SQL), `r"…"`, `u"…"` (Python), `@"…"` (C#). */
const PREFIX = /[NEURBF@]{1,2}(?=["'])/iy;
const BARE = /[^\n\r"'`<>{}\t]{1,300}/y;
/** What ends an unquoted value: a comment, the next item of a list, of a query, of a log's line. */
const BARE_END =
  /\s(?:#|\/\/|--)\s?|;|&(?=[\w.%[\]-]{1,40}=)|,? (?=[\p{L}_][\p{L}\d_.-]{0,40}[=＝])|, (?=[\p{L}_ ]{1,30}[:：])/u;
/** A comment begins before the name: an unquoted value behind it is a value in code too. */
const COMMENT = /(?:^[ \t]{0,80}\*|(?:^|\s)(?:\/\/|#|--|\/\*\*?|<!--))(?:\s|$)/;

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
  if (given && separator.startsWith('(') && !SETTER.test(name.name)) {
    return { ...given, form: 'call' };
  }
  if (given) return given;
  const asValues = labels === 'any' || COMMENT.test(lineBefore(text, at));
  return bare(text, from, name, asValues ? 'any' : labels, separator);
}

const LONGEST_LINE = 200;

/** The line up to an index; lines inside a string end with `\n` too. */
function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_LINE), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const escaped = line.lastIndexOf('\\n');
  return escaped < 0 ? line : line.slice(escaped + 2);
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
  PREFIX.lastIndex = from;
  const opening = from + (PREFIX.exec(text)?.[0].length ?? 0);
  for (const pattern of [QUOTED, ESCAPED]) {
    pattern.lastIndex = opening;
    const match = pattern.exec(text);
    if (match === null) continue;
    const start = opening + match[0].indexOf(match[1]!) + 1;
    return { name, start, end: start + match[2]!.length, form: 'value' };
  }
  return undefined;
}

function bare(
  text: string,
  from: number,
  name: FieldName,
  labels: Labels,
  separator: string,
): Assignment | undefined {
  const opener = separator.replaceAll('*', '').trim();
  if (opener === '(' || opener === '::' || opener === '==') return undefined;
  if (opener !== '>' && labels === 'quoted' && !/[:=]/.test(opener)) return undefined;
  BARE.lastIndex = from;
  let value = BARE.exec(text)?.[0];
  if (value === undefined) return undefined;
  const stop = BARE_END.exec(value);
  if (stop) value = value.slice(0, stop.index);
  value = value.slice(0, closedBefore(value));
  value = value.trimEnd();
  // In code an unquoted value is an expression, and only a number is a value too.
  if (labels === 'quoted' && opener !== '>') {
    const number = /^[+\d][\d ()-]{5,24}(?=[,;)}\s]|$)/.exec(value)?.[0];
    if (number === undefined) return undefined;
    value = number.trimEnd();
  }
  if (value === '' || value.length >= LONGEST_VALUE) return undefined;
  const form = opener === ':' || opener === '：' ? 'label' : 'value';
  return { name, start: from, end: from + value.length, form };
}

/** The bracket that closes what was opened before the value: `User(phone=0)`. */
function closedBefore(value: string): number {
  let depth = 0;
  for (let at = 0; at < value.length; at++) {
    const sign = value[at]!;
    if (sign === '(' || sign === '[') depth++;
    else if ((sign === ')' || sign === ']') && --depth < 0) return at;
  }
  return value.length;
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
