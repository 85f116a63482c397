import type { FieldName, FieldNames } from '../field-names.ts';
import type { Fields, Format } from './format.ts';
import { textOf, trimEnd, trimStart, viewOf } from './view.ts';
import { attributesIn, LONGEST_TAG, tagEnd, type Attribute } from './xml-tag.ts';
import { createTree } from './xml-tree.ts';

const NAME = /<\/?([^ \t\r\n/<>="'`!?&;]{1,200})/y;
/** Longest text between tags that is a field. */
const LONGEST_TEXT = LONGEST_TAG;
const CDATA = '<![CDATA[';
const COMMENT = '<!--';
/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style']);

/** Names as views, with the fields that they stand for. */
const CACHE_LIMIT = 4096;

/**
 * XML and HTML: attributes, the texts of elements, tables, forms and lists of terms. Read leniently:
 * what is no markup is text, and text that is no field's is read as in any source.
 */
export function xml(names: FieldNames): Format {
  const tree = createTree(names);
  const known = new Map<string, FieldName>();
  /** What ends the stretch that is no markup: a comment's end, a closing tag; or undefined. */
  let until: string | undefined;

  const nameOf = (bytes: Uint8Array, written: string, start: number): FieldName => {
    const cached = known.get(written);
    if (cached) return cached;
    const local = textOf(bytes, start, start + written.length);
    const name = names.resolve(local.slice(local.lastIndexOf(':') + 1));
    if (known.size < CACHE_LIMIT) known.set(written, name);
    return name;
  };

  const text = (bytes: Uint8Array, from: number, to: number, fields: Fields): void => {
    const start = trimStart(bytes, from, to);
    const end = trimEnd(bytes, start, to);
    if (end > start && end - start < LONGEST_TEXT) tree.text(bytes, start, end, fields);
  };

  /** Reads the tag `view[at, end]`. */
  const tag = (turn: Turn, at: number, end: number): void => {
    const { bytes, from, view, fields } = turn;
    NAME.lastIndex = at;
    const written = NAME.exec(view)?.[1];
    if (written === undefined) return;
    const name = localName(written);
    if (view[at + 1] === '/') {
      tree.close(name);
      return;
    }
    const head = at + 1 + written.length;
    const attributes: Attribute[] = [];
    for (const [given, nameStart, start, stop] of attributesIn(view, head, end)) {
      attributes.push({
        name: given.toLowerCase(),
        field: nameOf(bytes, given, from + nameStart),
        start: from + start,
        end: from + stop,
        value: () => textOf(bytes, from + start, from + stop),
      });
    }
    const empty = view[end - 1] === '/';
    tree.open(name, nameOf(bytes, written, from + at + 1), attributes, empty, fields);
    if (RAW.has(name) && !empty) until = `</${name}`;
  };

  /** What begins with the `<` at `at`. Returns where it ends, or −1 when more must be seen. */
  const markup = (turn: Turn, at: number): number => {
    const { bytes, from, view, fields } = turn;
    if (view.startsWith(COMMENT, at)) {
      until = '-->';
      return at + COMMENT.length;
    }
    if (view.startsWith(CDATA, at)) {
      const start = at + CDATA.length;
      const end = turn.noCdataEnd ? -1 : view.indexOf(']]>', start);
      if (end < 0) turn.noCdataEnd = true;
      if (end < 0) return view.length - at > LONGEST_TEXT ? start : -1;
      text(bytes, from + start, from + end, fields);
      return end + 3;
    }
    const end = tagEnd(view, at);
    if (end >= 0) {
      tag(turn, at, end);
      return end + 1;
    }
    const stop = -1 - end;
    return stop < view.length || view.length - at >= LONGEST_TAG ? stop : -1;
  };

  return {
    labels: 'quoted',
    columns: false,
    frame: 'markup',
    read(bytes, from, to, final, fields) {
      const turn: Turn = { bytes, from, view: viewOf(bytes, from, to), fields, noCdataEnd: false };
      const { view } = turn;
      let at = 0;
      while (at < view.length) {
        if (until !== undefined) {
          const end = view.indexOf(until, at);
          if (end < 0) return final ? to : from + Math.max(at, view.length - until.length);
          at = until === '-->' ? end + 3 : end;
          until = undefined;
          continue;
        }
        const next = view.indexOf('<', at);
        if (next < 0 && !final) return from + at;
        const end = next < 0 ? view.length : next;
        if (end > at) text(bytes, from + at, from + end, fields);
        if (next < 0) return to;
        const after = markup(turn, next);
        // More must be seen: of the last tag, there is no more.
        if (after < 0) return final ? to : from + next;
        at = after;
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
  readonly fields: Fields;
  /** No section that begins from here on ends in the view. */
  noCdataEnd: boolean;
}

const localName = (written: string): string =>
  written.slice(written.lastIndexOf(':') + 1).toLowerCase();
