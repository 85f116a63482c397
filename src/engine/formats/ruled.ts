import type { FieldName, FieldNames } from '../field-names.ts';
import type { Fields } from './format.ts';
import type { LineReader } from './text.ts';
import { textOf, trimEnd, trimStart } from './view.ts';

const PIPE = 0x7c;
const BACKSLASH = 0x5c;
/** `-`, `=`, `+`, `|`, `:` and blanks make the rule under a header: 1 for each of them. */
const RULES = new Uint8Array(256);
for (const byte of [0x2d, 0x3d, 0x2b, 0x7c, 0x3a, 0x20, 0x09]) RULES[byte] = 1;
const SHORTEST_RULE = 3;
const MOST_CELLS = 300;

export type Row = (
  fields: Fields,
  cells: readonly (readonly [start: number, end: number, name: FieldName])[],
) => void;

/**
 * Tables with a rule under their header: of Markdown (GitHub Flavored Markdown 4.10), of the shells
 * of MySQL (`| a | b |` between `+---+`) and PostgreSQL (`a | b` above `---+---`), grid tables of
 * reStructuredText.
 */
export function createRuled(names: FieldNames, row: Row): LineReader {
  /** Texts of the line before, while a rule may come; the header, once it came. */
  let above: readonly string[] | undefined;
  let header: readonly FieldName[] | undefined;
  /**
   * The pipe at or behind the last line looked at: lines before it need no look. Bytes are told by
   * their view, of which a scan makes a new one for every block.
   */
  let seen: Uint8Array | undefined;
  let pipe = -1;

  const hasPipe = (bytes: Uint8Array, start: number, stop: number): boolean => {
    if (bytes !== seen || pipe < start) {
      seen = bytes;
      const next = bytes.indexOf(PIPE, start);
      pipe = next < 0 ? bytes.length : next;
    }
    return pipe < stop;
  };

  const end = (): void => {
    above = undefined;
    header = undefined;
  };

  return {
    end,
    line(bytes, start, stop, fields) {
      if (isRule(bytes, start, stop)) {
        header ??= above?.map((name) => names.resolve(name));
        return true;
      }
      const cells = hasPipe(bytes, start, stop) ? cellsOf(bytes, start, stop) : undefined;
      if (cells === undefined || cells.length < 2) {
        end();
        return false;
      }
      if (header === undefined) {
        above = cells.map(([from, to]) => textOf(bytes, from, to));
        return true;
      }
      const known = header;
      row(
        fields,
        cells.map(([from, to], column) => [from, to, known[column] ?? UNNAMED] as const),
      );
      return true;
    },
  };
}

const UNNAMED: FieldName = { name: '#', rule: undefined, by: undefined };

function isRule(bytes: Uint8Array, start: number, end: number): boolean {
  let dashes = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (RULES[byte] !== 1) return false;
    if (byte === 0x2d || byte === 0x3d) dashes++;
  }
  return dashes >= SHORTEST_RULE;
}

/** Cells between pipes, blanks around them left out; the outer pipes may be missing. */
function cellsOf(bytes: Uint8Array, start: number, end: number): (readonly [number, number])[] {
  const cells: (readonly [number, number])[] = [];
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  let at = bytes[from] === PIPE ? from + 1 : from;
  let pipes = 0;
  for (let i = at; i <= to && cells.length < MOST_CELLS; i++) {
    if (i < to && (bytes[i] !== PIPE || bytes[i - 1] === BACKSLASH)) continue;
    if (i === to && at >= to) break;
    if (i < to) pipes++;
    const first = trimStart(bytes, at, i);
    cells.push([first, trimEnd(bytes, first, i)]);
    at = i + 1;
  }
  return pipes === 0 ? [] : cells;
}
