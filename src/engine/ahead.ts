import type { Crash, Mark } from './block.ts';
import type { FieldName } from './field-names.ts';
import type { Finding, Position } from './finding.ts';
import type { Table } from './formats/format.ts';
import type { Enough } from './placing.ts';
import type { JudgedRows } from './table-scan.ts';

/** What the judgement of a row rests on besides its bytes. Holds no functions: threads exchange it. */
export interface TableState {
  /** Names of the columns. */
  readonly columns: readonly string[];
  /** Rules of which the source has fields. */
  readonly kinds: readonly string[];
  /** Names of columns, with what their values say of them. */
  readonly verdicts: readonly (readonly [name: string, verdict: FieldName])[];
}

/** A scan as somebody who works for it sees it. */
export interface ScanState {
  /** Undefined as long as no table is open. */
  table(): TableState | undefined;
  readonly enough: Enough;
}

/**
 * Rows that somebody else judges ahead of a scan. Their positions and records count from their first
 * byte on.
 */
export interface Ahead {
  /** Byte of the source at which such rows begin next; Infinity where there are none. */
  readonly start: number;
  /** Says how far the scan has come. */
  reached(byte: number, state: ScanState): void;
  /** The rows that begin at `start`, in one block's size; undefined when the scan is to judge them. */
  take(state: ScanState): JudgedRows | undefined;
}

export function stateOf(
  table: Table,
  verdicts: ReadonlyMap<FieldName, FieldName>,
  kinds: ReadonlySet<string>,
): TableState {
  return {
    columns: Array.from({ length: table.width }, (_, column) => table.nameOf(column).name),
    kinds: [...kinds].sort(),
    verdicts: [...verdicts].map(([{ name }, verdict]) => [name, verdict]),
  };
}

/** Rows judged elsewhere, at their place: lines, offsets, bytes and records counted from the source's first. */
export function movedRows(rows: JudgedRows, from: Position, records: number): JudgedRows {
  const at = (position: Position) => movedPosition(position, from);
  return {
    ...rows,
    findings: rows.findings.map((finding) => movedFinding(finding, at, records)),
    marks: rows.marks.map((mark): Mark => ({ ...mark, start: at(mark.start) })),
    crashes: rows.crashes.map(({ rule, byte }): Crash => ({ rule, byte: byte + from.byte })),
    reached: at(rows.reached),
  };
}

/** Rows begin with a line: columns stay as they are. */
function movedPosition({ offset, byte, line, column }: Position, from: Position): Position {
  return {
    offset: offset + from.offset,
    byte: byte + from.byte,
    line: line + from.line - 1,
    column,
  };
}

function movedFinding(
  finding: Finding,
  at: (position: Position) => Position,
  records: number,
): Finding {
  const { start, end, record } = finding;
  const placed = { ...finding, start: at(start), end: at(end) };
  return record === undefined ? placed : { ...placed, record: record + records };
}
