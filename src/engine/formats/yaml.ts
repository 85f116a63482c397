import type { FieldName, FieldNames } from '../field-names.ts';
import { addField, type Fields, type Format } from './format.ts';
import { createOwners, placeOf, type Place } from './owner.ts';
import { textOf, viewOf } from './view.ts';
import { flowIn, scalarIn, type OnFlow } from './yaml-scalar.ts';

/** A block mapping or sequence that is open, by its indentation. */
interface Level {
  readonly indent: number;
  readonly isItem: boolean;
  readonly place: Place;
  /** The last key; a sequence has the key that it stands under. */
  key: FieldName | undefined;
}

/** `key:` with its quotes, at most so long. A view's letters beyond ASCII are bytes of UTF-8. */
const KEY =
  /("[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s"'#[\]{},&*!|>%@`-][^\n:#]{0,200}?|-[^\s:#][^\n:#]{0,200}?)[ \t]{0,20}:(?=[ \t\r\n]|$)/y;
const DOCUMENT = /(?:---|\.\.\.)(?=[ \t\r\n]|$)/y;
/** Anchors and tags before a node. */
const PROPERTIES = /(?:[&!][^ \t\r\n]{0,200}[ \t]{1,50}){0,3}/y;
const BLOCK_SCALAR = /[|>][-+0-9]{0,3}[ \t]{0,50}(?:#[^\n]{0,1000})?(?=\r?\n|$)/y;
/** Longest value that is held until it is whole. */
const LONGEST_VALUE = 8 * 1024;
const DEEPEST = 200;
const UNCLOSED = 512;

/**
 * YAML (1.2): keys of block and flow mappings name the values, quoted, plain, folded and literal; a
 * mapping in a sequence is a record, and so is a document. Read line by line and leniently: what is
 * not understood is text, in which names may stand beside values.
 */
export function yaml(names: FieldNames): Format {
  const owners = createOwners();
  let levels: Level[] = [];

  const reset = (): void => {
    levels = [{ indent: -1, isItem: false, place: placeOf(owners.next()), key: undefined }];
  };
  reset();

  const add = (fields: Fields, start: number, end: number, key: FieldName, place: Place): void => {
    if (end > start) addField(fields, start, end, key, owners.of(place, key).record);
  };

  /** The level of a line's indentation, opened where there is none. */
  const levelAt = (indent: number, isItem: boolean): Level => {
    // The dashes of a sequence may stand as far as the key above them.
    const isOver = (level: Level) =>
      level.indent > indent || (level.indent === indent && level.isItem);
    while (levels.length > 1 && isOver(levels.at(-1)!)) levels.pop();
    const outer = levels.at(-1)!;
    if (outer.indent === indent && !isItem) return outer;
    const place = placeOf(isItem ? owners.next() : outer.place.owner);
    return push({ indent, isItem, place, key: outer.key });
  };

  const push = (level: Level): Level => {
    if (levels.length < DEEPEST) levels.push(level);
    return level;
  };

  /** The value of a key or an item that begins at `at` of a line. Returns where reading goes on, or −1. */
  const value = (
    turn: Turn,
    at: number,
    lineEnd: number,
    key: FieldName | undefined,
    level: Level,
  ): number => {
    const { from, view, final, fields } = turn;
    const start = skip(PROPERTIES, view, at);
    const sign = view[start];
    if (start >= lineEnd || sign === '#' || sign === '*') return lineEnd;
    if (matches(BLOCK_SCALAR, view, start)) return block(turn, lineEnd, key, level);
    if (sign === '{' || sign === '[') {
      if (start < turn.flowFrom) return lineEnd;
      const end = flowIn(view, start, final, LONGEST_VALUE, flowOf(turn, key, level));
      if (end === undefined) turn.flowFrom = start + UNCLOSED;
      return end ?? lineEnd;
    }
    const found = scalarIn(view, start, lineEnd, final, LONGEST_VALUE);
    if (found === undefined) return -1;
    if (key) add(fields, from + found.start, from + found.end, key, level.place);
    return found.next;
  };

  /** Fields of `{a: b, c: [{d: e}]}`: a mapping in a sequence is a record here too. */
  const flowOf = (turn: Turn, key: FieldName | undefined, level: Level): OnFlow => {
    const { bytes, from, fields } = turn;
    const outer = [{ key, place: level.place }];
    return {
      open(isSequence, inSequence) {
        const { key: above, place } = outer.at(-1)!;
        const own = !isSequence && inSequence ? placeOf(owners.next()) : place;
        outer.push({ key: isSequence ? above : undefined, place: own });
      },
      close() {
        if (outer.length > 1) outer.pop();
      },
      key(start, end) {
        outer.at(-1)!.key = names.resolve(textOf(bytes, from + start, from + end));
      },
      value(start, end) {
        const { key: named, place } = outer.at(-1)!;
        if (named) add(fields, from + start, from + end, named, place);
      },
    };
  };

  /** The lines of `|` and `>`: one field where the key is known, else text. */
  const block = (
    turn: Turn,
    from: number,
    key: FieldName | undefined,
    { indent, place }: Level,
  ): number => {
    const { view, final, fields } = turn;
    let at = from;
    let start = -1;
    let end = -1;
    for (;;) {
      if (at >= view.length) {
        if (!final && at - from < LONGEST_VALUE) return -1;
        break;
      }
      const next = endOfLine(view, at + 1);
      const first = indentOf(view, at + 1);
      const isBlank = first >= next || view[first] === '\r';
      if (next >= view.length && !final && next - from < LONGEST_VALUE) return -1;
      if (!isBlank && first - at - 1 <= Math.max(0, indent) && !(indent < 0 && first > at + 1))
        break;
      if (!isBlank) {
        if (start < 0) start = first;
        end = next;
      }
      at = next;
    }
    while (end > start && view.charCodeAt(end - 1) <= 0x20) end--;
    if (key?.rule !== undefined && start >= 0) {
      add(fields, turn.from + start, turn.from + end, key, place);
    }
    return at;
  };

  /** Reads the line that begins at `at`. Returns where the next begins, or −1 when more must be seen. */
  const line = (turn: Turn, at: number): number => {
    const { view, final } = turn;
    const end = endOfLine(view, at);
    if (end >= view.length && !final) return -1;
    if (final || view.length - end > LONGEST_VALUE) return content(turn, at, end);
    // The value may go on where nothing is seen yet: then the line is read again, as if for the first time.
    const before = levels.slice();
    const records = owners.count();
    const next = content(turn, at, end);
    if (next < 0) {
      levels = before;
      owners.rewind(records);
    }
    return next;
  };

  /** Reads the line from `at` to `end`. Returns as `line` does. */
  const content = (turn: Turn, at: number, end: number): number => {
    const { bytes, from, view } = turn;
    const stop = view[end - 1] === '\r' ? end - 1 : end;
    let start = indentOf(view, at);
    if (start >= stop || view[start] === '#' || view[start] === '\t') return end + 1;
    let after = start;
    if (start === at && matches(DOCUMENT, view, at)) {
      reset();
      after = DOCUMENT.lastIndex;
      start = after;
      while (view[start] === ' ') start++;
      if (start >= stop) return end + 1;
    }
    let isItem = false;
    while (view[start] === '-' && (view[start + 1] === ' ' || start + 1 >= stop)) {
      levelAt(start - at, true);
      isItem = true;
      start++;
      while (view[start] === ' ') start++;
    }
    if (isItem && start >= stop) return end + 1;
    KEY.lastIndex = start;
    const found = KEY.exec(view);
    if (found && KEY.lastIndex <= stop + 1 && start + found[0].length <= stop) {
      const level = isItem ? asMapping(start - at) : levelAt(start - at, false);
      const length = found[1]!.length;
      const quoted = found[1]!.startsWith('"') || found[1]!.startsWith("'") ? 1 : 0;
      level.key = names.resolve(
        textOf(bytes, from + start + quoted, from + start + length - quoted),
      );
      let behind = start + found[0].length;
      while (view[behind] === ' ' || view[behind] === '\t') behind++;
      return over(value(turn, behind, stop, level.key, level), end, view);
    }
    // An item of a list, or another line of a plain scalar.
    const level = isItem ? levels.at(-1)! : continued(start - at);
    return over(value(turn, start, stop, level.key, level), end, view);
  };

  /** `- key: value`: the mapping is indented as far as its key, and of the item's record. */
  const asMapping = (indent: number): Level =>
    push({ indent, isItem: false, place: levels.at(-1)!.place, key: undefined });

  const continued = (indent: number): Level => {
    while (levels.length > 1 && levels.at(-1)!.indent >= indent) levels.pop();
    return levels.at(-1)!;
  };

  return {
    labels: 'any',
    columns: false,
    frame: 'outline',
    read(bytes, from, to, final, fields) {
      const view = viewOf(bytes, from, to);
      const turn: Turn = { bytes, from, view, final, fields, flowFrom: 0 };
      let at = 0;
      while (at < turn.view.length) {
        const next = line(turn, at);
        if (next < 0) return from + at;
        at = next;
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
  /** Brackets before it are not looked at: one that never closes may be one of many. */
  flowFrom: number;
}

function endOfLine(view: string, at: number): number {
  const end = view.indexOf('\n', at);
  return end < 0 ? view.length : end;
}

function indentOf(view: string, at: number): number {
  let first = at;
  while (view[first] === ' ') first++;
  return first;
}

function skip(pattern: RegExp, view: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(view) ? pattern.lastIndex : at;
}

function matches(pattern: RegExp, view: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(view);
}

/** The line after a value; −1 stays. */
function over(next: number, end: number, view: string): number {
  return next < 0 ? -1 : endOfLine(view, Math.max(next, Math.min(end, view.length))) + 1;
}
