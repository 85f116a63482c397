import type { Finding, Position, Severity } from '../engine/index.ts';
import type { ReportedFinding } from '../policy/apply.ts';
import type { Glossary } from './glossary.ts';

/**
 * Findings as rows of numbers. A buffer of them goes through a message port without a copy, and
 * hundreds of thousands are no work for the garbage collector; as objects they are both.
 */
export type FindingRows = Int32Array<ArrayBuffer>;

/** Numbers in a row. */
export const WIDTH = 11;

/** Places of a row's numbers. A position has four: its offset, byte, line and column. */
const START = 0;
const END = 4;
export const LINE = START + 2;
export const COLUMN = START + 3;
export const END_LINE = END + 2;
export const END_COLUMN = END + 3;
/** Indices in the glossary. */
export const KIND = 8;
const SHAPE = 9;
const RECORD = 10;

const NO_RECORD = -1;

export function rowsOf(findings: readonly ReportedFinding[], glossary: Glossary): FindingRows {
  const rows: FindingRows = new Int32Array(findings.length * WIDTH);
  findings.forEach((finding, row) => writeRow(rows, row, finding, finding.severity, glossary));
  return rows;
}

/** @param row index of the row, from 0 */
export function writeRow(
  rows: FindingRows,
  row: number,
  finding: Finding,
  severity: Severity,
  glossary: Glossary,
): void {
  const at = row * WIDTH;
  writePosition(rows, at + START, finding.start);
  writePosition(rows, at + END, finding.end);
  rows[at + KIND] = glossary.kindOf(finding, severity);
  rows[at + SHAPE] = glossary.shapeOf(finding);
  rows[at + RECORD] = finding.record ?? NO_RECORD;
}

/** How far a row's place is moved. */
interface Shift {
  readonly lines: number;
  readonly units: number;
}

/** @param row index of the row, from 0 */
export function findingAt(
  rows: FindingRows,
  row: number,
  glossary: Glossary,
  by: Shift,
): ReportedFinding {
  const at = row * WIDTH;
  const record = rows[at + RECORD]!;
  return {
    ...glossary.kinds[rows[at + KIND]!]!,
    start: positionAt(rows, at + START, by),
    end: positionAt(rows, at + END, by),
    masked: glossary.shapes[rows[at + SHAPE]!]!,
    ...(record !== NO_RECORD && { record }),
  };
}

/** The number of a row in one of its places. */
export const numberAt = (rows: FindingRows, row: number, place: number): number =>
  rows[row * WIDTH + place]!;

export const isInRecord = (rows: FindingRows, row: number): boolean =>
  numberAt(rows, row, RECORD) !== NO_RECORD;

function writePosition(rows: FindingRows, at: number, position: Position): void {
  rows[at] = position.offset;
  rows[at + 1] = position.byte;
  rows[at + 2] = position.line;
  rows[at + 3] = position.column;
}

function positionAt(rows: FindingRows, at: number, { lines, units }: Shift): Position {
  return {
    offset: rows[at]! + units,
    byte: rows[at + 1]! + units,
    line: rows[at + 2]! + lines,
    column: rows[at + 3]!,
  };
}
