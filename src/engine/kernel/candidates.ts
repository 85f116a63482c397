import { grown } from './grown.ts';

export { AT, CODE, DIGITS, LABEL, LISTED, LITERAL, NUMBERED, ZIP } from './wasm/layout.ts';

/** Candidates as rows of numbers: kind, first byte, byte after. No object a candidate. */
export interface Candidates {
  length: number;
  rows: Int32Array;
}

/** Rows at first: many stretches are short, and have hardly any. */
const FEW = 64;

export function createCandidates(): Candidates {
  return { length: 0, rows: new Int32Array(3 * FEW) };
}

export function addCandidate(list: Candidates, kind: number, start: number, end: number): void {
  const at = list.length * 3;
  if (at === list.rows.length) list.rows = grown(list.rows);
  list.rows[at] = kind;
  list.rows[at + 1] = start;
  list.rows[at + 2] = end;
  list.length++;
}

/** Adds rows that another list holds; `shift` leads from their places to this one's. */
export function addRows(list: Candidates, rows: Int32Array, count: number, shift: number): void {
  const at = list.length * 3;
  const end = at + count * 3;
  if (end > list.rows.length) list.rows = grown(list.rows, end);
  const own = list.rows;
  for (let i = 0, to = at; to < end; i += 3, to += 3) {
    own[to] = rows[i]!;
    own[to + 1] = rows[i + 1]! + shift;
    own[to + 2] = rows[i + 2]! + shift;
  }
  list.length += count;
}
