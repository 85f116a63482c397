import type { FieldName, FieldNames } from '../field-names.ts';
import { addField, type Fields, type Format } from './format.ts';
import { createOwners, placeOf } from './owner.ts';
import { textOf, viewOf } from './view.ts';
import { scalarIn } from './yaml-scalar.ts';

/** `key =`, `export KEY=`, `"key" :`; a view's letters beyond ASCII are bytes of UTF-8. */
const KEY =
  /[ \t]{0,100}(?:export[ \t]{1,20})?(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^ \t\r\n=:#;![\]{}"'][^\r\n=:"'{}]{0,200}?))[ \t]{0,50}[=:](?![=:])[ \t]{0,100}/y;
const SECTION =
  /[ \t]{0,100}\[{1,2}([^[\]\r\n]{1,200})\]{1,2}[ \t]{0,100}(?:[#;][^\n]{0,1000})?\r?$/y;
const COMMENT = /[ \t][#;]/;
/** Longest value that is held until it is whole. */
const LONGEST_VALUE = 8 * 1024;
const TRIPLES = ['"""', "'''"];

/**
 * `.env`, INI, properties and the plain lines of TOML: `key = value`, quoted or not, over several
 * lines where the last ends with a backslash. A section is a record, and so are keys of one stem
 * (`customers[0].name`). What else there is, arrays and inline tables, is text.
 */
export function settings(names: FieldNames): Format {
  const owners = createOwners();
  let place = placeOf(owners.next());
  let section = '';
  let stem = '';

  const begin = (): void => {
    place = placeOf(owners.next());
  };

  /** A table of a table (`[customer.address]`) is of its record. */
  const enter = (name: string): void => {
    if (section === '' || !name.startsWith(`${section}.`)) {
      begin();
      section = name;
    }
    stem = '';
  };

  const add = (fields: Fields, start: number, end: number, name: FieldName): void => {
    if (end === start) return;
    const parent = stemOf(name.name);
    if (!isWithin(stem, parent) && !isWithin(parent, stem)) begin();
    else if (name.rule !== undefined && place.own.has(name)) begin();
    stem = parent;
    addField(fields, start, end, name, owners.of(place, name).record);
  };

  /** Reads the line `view[at, end)`. Returns where reading goes on, or −1 when more must be seen. */
  const line = (turn: Turn, at: number, end: number): number => {
    const { bytes, from, view, final, fields } = turn;
    SECTION.lastIndex = 0;
    const written = view.slice(at, end);
    const header = SECTION.exec(written);
    if (header) {
      enter(header[1]!);
      return end;
    }
    KEY.lastIndex = 0;
    const found = KEY.exec(written);
    if (found === null) return end;
    const [whole, double, single, bare] = found;
    const key = (double ?? single ?? bare)!;
    const keyAt = from + at + whole.indexOf(key);
    const name = names.resolve(textOf(bytes, keyAt, keyAt + key.length));
    const start = at + whole.length;
    const sign = view[start];
    if (start >= end || sign === '{' || sign === '[') return end;
    const stop = view[end - 1] === '\r' ? end - 1 : end;
    const value = TRIPLES.some((triple) => view.startsWith(triple, start))
      ? tripleAt(view, start, final)
      : sign === '"' || sign === "'"
        ? scalarIn(view, start, stop, final, LONGEST_VALUE)
        : bareAt(view, start, stop, final);
    // Only a whole line is told, or it would be told again.
    if (value === undefined || (!final && view.indexOf('\n', value.next) < 0)) return -1;
    add(fields, from + value.start, from + value.end, name);
    return Math.max(end, value.next);
  };

  return {
    labels: 'any',
    columns: false,
    read(bytes, from, to, final, fields) {
      const view = viewOf(bytes, from, to);
      const turn = { bytes, from, view, final, fields };
      let at = 0;
      while (at < view.length) {
        const found = view.indexOf('\n', at);
        const end = found < 0 ? view.length : found;
        if (found < 0 && !final) return from + at;
        const next = end - at > LONGEST_VALUE ? end : line(turn, at, end);
        if (next < 0) return from + at;
        const after = view.indexOf('\n', next);
        at = after < 0 ? view.length : after + 1;
      }
      return to;
    },
  };
}

interface Turn {
  readonly bytes: Uint8Array;
  readonly from: number;
  /** `bytes[from, to)`, a unit a byte. */
  readonly view: string;
  readonly final: boolean;
  readonly fields: Fields;
}

/** What stands before a dotted key's last part: `customers[0]` of `customers[0].name`. */
const stemOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf('.')));

const isWithin = (inner: string, outer: string) =>
  outer === '' || inner === outer || inner.startsWith(`${outer}.`);

interface Value {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** A value up to the line's end, or to that of a line without a backslash before its end. */
function bareAt(view: string, start: number, stop: number, final: boolean): Value | undefined {
  let end = stop;
  while (isContinued(view, end)) {
    const next = view.indexOf('\n', end + 2);
    if (next < 0 && !final && view.length - start < LONGEST_VALUE) return undefined;
    if (next < 0 || next - start > LONGEST_VALUE) break;
    end = view[next - 1] === '\r' ? next - 1 : next;
  }
  const next = end;
  const comment = COMMENT.exec(view.slice(start, end));
  if (comment) end = start + comment.index;
  while (end > start && view.charCodeAt(end - 1) <= 0x20) end--;
  return { start, end, next };
}

/** Is there an odd number of backslashes before a line's end? */
function isContinued(view: string, end: number): boolean {
  if (end >= view.length) return false;
  let at = end;
  while (view[at - 1] === '\\') at--;
  return (end - at) % 2 === 1;
}

/** TOML's strings of several lines. */
function tripleAt(view: string, start: number, final: boolean): Value | undefined {
  const close = view.indexOf(view.slice(start, start + 3), start + 3);
  if (close < 0 || close - start > LONGEST_VALUE) {
    if (close < 0 && !final && view.length - start < LONGEST_VALUE) return undefined;
    return { start: start + 3, end: start + 3, next: start + 3 };
  }
  let from = start + 3;
  while (from < close && view.charCodeAt(from) <= 0x20) from++;
  let end = close;
  while (end > from && view.charCodeAt(end - 1) <= 0x20) end--;
  return { start: from, end, next: close + 3 };
}
