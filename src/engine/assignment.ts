import type { FieldNames, FieldName } from './field-names.ts';
import type { Labels } from './formats/format.ts';
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

const LONGEST_NAME = 60;
const LONGEST_VALUE = 300;
const NAME_BEFORE =
  /([\p{L}_$][\p{L}\p{N}_$.-]{0,58}(?: [\p{L}\p{N}_$.-]{1,20}){0,3}[).]?)["'`\]]{0,2}[ \t]{0,16}$/u;
const BETWEEN = /(?:=>|:=|::|==|[:：=＝(>])[ \t]{0,16}/y;
const QUOTED = /(["'`])((?:\\.|(?!\1)[^\\\n]){1,300})\1/y;
const BARE = /[^\n\r"'`<>{}\t]{1,300}/y;
/** What ends an unquoted value: a comment, or the next item of a list. */
const BARE_END = /\s(?:#|\/\/|--)\s?|;|, (?=[\p{L}_ ]{1,30}[:=：])/u;

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
  const before = text.slice(Math.max(0, at - LONGEST_NAME - 20), at);
  const written = NAME_BEFORE.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1];
  if (written === undefined) return undefined;
  const name = resolve(written, names);
  if (name?.rule === undefined) return undefined;
  BETWEEN.lastIndex = at;
  const separator = BETWEEN.exec(text)?.[0] ?? '';
  const from = at + separator.length;
  return quoted(text, from, name) ?? bare(text, from, name, labels, separator);
}

/** `const custTel`, `the home address`: the last word first, then with the words before it. */
function resolve(written: string, names: FieldNames): FieldName | undefined {
  const words = written.split(' ');
  for (let i = words.length - 1; i >= 0; i--) {
    const name = names.resolve(words.slice(i).join(' '));
    if (name.rule !== undefined) return name;
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

const FIELD_BEFORE =
  /([\p{L}_$][\p{L}\p{N}_$-]{0,58})["'`\]]{0,2}[ \t]{0,8}(?:=>|:=|[:：=＝(])[ \t]{0,8}["'`]?[^"'`,;\n(){}]{0,60}$/u;

/** The name that stands before a candidate on its line, whatever it is. */
export function nameBefore(
  window: Window,
  start: number,
  names: FieldNames,
): FieldName | undefined {
  const before = window.folded.slice(Math.max(0, start - 140), start);
  const written = FIELD_BEFORE.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1];
  return written === undefined ? undefined : names.resolve(written);
}
