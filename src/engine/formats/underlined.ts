import type { FieldName, FieldNames } from '../field-names.ts';
import { cut, type Run } from './aligned.ts';
import type { Fields } from './format.ts';
import type { Row } from './ruled.ts';
import type { LineReader } from './text.ts';
import { textOf, trimEnd, trimStart } from './view.ts';

const HYPHEN = 0x2d;
const EQUALS = 0x3d;
const BLANK = 0x20;
const LF = 0x0a;
const CR = 0x0d;
/** A rule of fewer columns is the line under a heading. */
const LEAST_COLUMNS = 2;
const MOST_COLUMNS = 300;
const SHORTEST_RULE = 2;
const LONGEST_HEADER = 4096;

/**
 * Tables whose columns are drawn by a rule under their header: `----- ------` of the shells of SQL Server
 * and Oracle, `===== =====` of simple tables of reStructuredText, which have one above it too.
 */
export function createUnderlined(names: FieldNames, row: Row): LineReader {
  /** The line before, as it may be the header. */
  let above: Uint8Array | undefined;
  let columns: readonly Run[] = [];
  let header: readonly FieldName[] | undefined;

  const end = (): void => {
    above = undefined;
    header = undefined;
  };

  const begin = (rule: readonly Run[]): void => {
    const line = header === undefined ? above : undefined;
    end();
    const cells = line && cut(line, 0, line.length, rule);
    if (line === undefined || cells?.length !== rule.length) return;
    const resolved = cells.map(([from, to]) =>
      names.resolve(textOf(line, trimStart(line, from, to), to)),
    );
    if (resolved.every((name) => name.rule === undefined)) return;
    columns = rule;
    header = resolved;
  };

  const readRow = (bytes: Uint8Array, start: number, stop: number, fields: Fields): boolean => {
    const known = header ?? [];
    const cells = cut(bytes, start, stop, columns);
    if (cells === undefined) return false;
    row(
      fields,
      cells.map(([from, to, at]) => [trimStart(bytes, from, to), to, known[at]!] as const),
    );
    return true;
  };

  return {
    end,
    line(bytes, start, stop, fields) {
      const rule = ruleOf(bytes, start, stop);
      if (rule) {
        begin(rule);
        return true;
      }
      if (header && readRow(bytes, start, stop, fields)) return true;
      end();
      if (!mayBeUnderlined(bytes, stop)) return false;
      const to = Math.min(trimEnd(bytes, start, stop), start + LONGEST_HEADER);
      if (to > start) above = bytes.slice(start, to);
      return false;
    },
  };
}

/** A cheap look at the first sign of the next line: few lines need be kept for it. */
function mayBeUnderlined(bytes: Uint8Array, end: number): boolean {
  let next = bytes[end] === CR ? end + 1 : end;
  if (bytes[next] !== LF) return true;
  do next++;
  while (bytes[next] === BLANK);
  const sign = bytes[next];
  return sign === undefined || sign === HYPHEN || sign === EQUALS;
}

/** The columns that a line of hyphens, or of equals signs, and blanks draws. */
function ruleOf(bytes: Uint8Array, start: number, end: number): readonly Run[] | undefined {
  const sign = bytes[trimStart(bytes, start, end)];
  if (sign !== HYPHEN && sign !== EQUALS) return undefined;
  const runs: Run[] = [];
  for (let at = start; at < end; at++) {
    if (bytes[at] === BLANK) continue;
    const first = at;
    while (at < end && bytes[at] === sign) at++;
    if (at - first < SHORTEST_RULE || runs.length === MOST_COLUMNS) return undefined;
    if (at < end && bytes[at] !== BLANK) return undefined;
    runs.push({ start: first, end: at, left: first - start, right: at - start });
  }
  return runs.length < LEAST_COLUMNS ? undefined : runs;
}
