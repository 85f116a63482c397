import { columnsOf, movedRows, type Ahead, type ScanState, type TableState } from './ahead.ts';
import type { FieldName } from './field-names.ts';
import type { Position } from './finding.ts';
import type { LabelledRecords } from './labelled-records.ts';
import { learnedFrom, takeVerdicts, type Learned } from './learned.ts';
import type { Enough } from './placing.ts';
import { START } from './positions.ts';
import { createTableScan, type JudgedRows, type OpenTable, type RowsTurn } from './table-scan.ts';

/** The table and the scan that goes through it. */
interface Setting extends OpenTable {
  readonly verdicts: Map<FieldName, FieldName>;
  readonly labelledRecords: LabelledRecords;
  readonly enough: Enough;
  /** Rows that somebody else judges. */
  readonly ahead: Ahead | undefined;
}

/** The short way of a scan through a table: block after block of plain rows. */
export interface TableWay {
  state(): TableState;
  /** The next rows of the scan; undefined where they are not plain, and nothing was noted. */
  next(turn: RowsTurn, position: Position): JudgedRows | undefined;
  /** Judges rows as if they were the source's first, of which the scan notes nothing. */
  apart(turn: RowsTurn): JudgedRows | undefined;
  /** Notes what another scan of the source has learned of the columns. */
  learn(learned: Learned): void;
}

/** Undefined where the table has no short way. */
export function createTableWay(setting: Setting): TableWay | undefined {
  const { table, verdicts, kinds, labelledRecords, enough, ahead } = setting;
  const scan = createTableScan(setting);
  if (scan === undefined) return undefined;
  const state = (): TableState => ({
    columns: columnsOf(table),
    learned: learnedFrom(verdicts, kinds),
  });
  const scanState: ScanState = { table: state, enough };

  /** How far records of the format are moved by those that labels had before them. */
  const shift = (record: number): number =>
    record === 0 ? 0 : labelledRecords.shift(record) - record;

  /** Rows that somebody else has judged, at their place. */
  const taken = ({ base, from, to }: RowsTurn, position: Position): JudgedRows | undefined => {
    if (ahead?.start !== base + from || !table.isBetween) return undefined;
    const rows = ahead.take(scanState);
    if (rows === undefined || rows.length > to - from) return undefined;
    const { records } = table;
    const last = rows.lastFound === 0 ? 0 : rows.lastFound + records;
    return movedRows(rows, position, records + shift(last));
  };

  /** Rows end where others begin that somebody else judges. */
  const ownEnd = ({ base, from, to }: RowsTurn): number => {
    const next = (ahead?.start ?? Infinity) - base;
    return next > from ? Math.min(to, next) : to;
  };

  return {
    state,
    next(turn, position) {
      const own = { ...turn, to: ownEnd(turn) };
      const rows = taken(turn, position) ?? scan.judge(own, { position, shift }, enough);
      if (rows !== undefined) table.skip(rows.records);
      return rows;
    },
    apart(turn) {
      const before = table.records;
      const place = { position: START, shift: () => -before };
      const rows = scan.judge({ ...turn, base: -turn.from }, place, enough);
      return rows && { ...rows, lastFound: Math.max(0, rows.lastFound - before) };
    },
    learn(learned) {
      takeVerdicts(table.namesOf(learned.verdicts.keys()), learned, verdicts);
    },
  };
}
