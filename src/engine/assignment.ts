import type { FieldNames, FieldName } from './field-names.ts';
import type { Labels } from './formats/format.ts';
import { MOST_WORDS, nameEnd, separatorBefore, wordStart } from './name-position.ts';
import { nextPlace } from './text/next-place.ts';
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
const OPENING = new Set(Array.from('"\'`\\', (sign) => sign.charCodeAt(0)));
/** Prefixes of strings: `N'…'` (SQL), `r"…"`, `u"…"` (Python), `@"…"` (C#). */
const PREFIX = /[NEURBF@]{1,2}(?=["'])/iy;
/** An unquoted value goes over none of these. */
const NOT_BARE = unitsOf('\n\r"\'`<>{}\t');
/** What ends an unquoted value: a comment, the next item of a list, of a query, of a log's line. */
const BARE_END =
  /\s(?:#|\/\/|--)\s?|;|&(?=[\w.%[\]-]{1,40}=)|,? (?=[\p{L}_][\p{L}\d_.-]{0,40}[=＝])|, (?=[\p{L}_ ]{1,30}[:：])/u;
/** A match looks no farther. */
const LONGEST_END = 88;
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
  if (!OPENING.has(text.charCodeAt(opening))) return undefined;
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
  const opener = separator.replace('**', '').trim();
  if (opener === '(' || opener === '::' || opener === '==') return undefined;
  if (opener !== '>' && labels === 'quoted' && !/[:=]/.test(opener)) return undefined;
  const end = bareEnd(text, from);
  if (end === from) return undefined;
  let value = text.slice(from, end).trimEnd();
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

function unitsOf(signs: string): Uint8Array {
  const units = new Uint8Array(0x80);
  for (const sign of signs) units[sign.charCodeAt(0)] = 1;
  return units;
}

const nextOf = (units: Uint8Array) =>
  nextPlace((text, from, to) => {
    let at = from;
    while (at < to && units[text.charCodeAt(at)] !== 1) at++;
    return at;
  });

// Labels may stand so close that each begins a value which holds the next fifty.
const nextNotBare = nextOf(NOT_BARE);
const nextCloser = nextOf(unitsOf(')]'));
const nextEnd = nextPlace((text, from, to) => {
  const at = text.slice(from, to + LONGEST_END).search(BARE_END);
  return at < 0 ? to : Math.min(to, from + at);
}, 256);

/** Index after the unquoted value that begins at `from`. */
function bareEnd(text: string, from: number): number {
  const most = nextNotBare(text, from, Math.min(text.length, from + LONGEST_VALUE));
  const end = nextEnd(text, from, most);
  // What ends a value is a part of it, all that it looks at.
  const isInside = end === most || end + LONGEST_END <= most;
  const stop = isInside ? end - from : text.slice(from, most).search(BARE_END);
  const last = stop < 0 ? most : from + stop;
  return nextCloser(text, from, last) === last ? last : closedBefore(text, from, last);
}

/** The bracket that closes what was opened before the value: `User(phone=0)`. */
function closedBefore(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const sign = text[at]!;
    if (sign === '(' || sign === '[') depth++;
    else if ((sign === ')' || sign === ']') && --depth < 0) return at;
  }
  return to;
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
