import type { BlockRows } from './block-rows.ts';
import { createCellJudge, type CellJudge } from './cell-judge.ts';
import { createColumnCandidates } from './column-candidates.ts';
import { createCellRecords, createCells, type CellRecords, type Cells } from './column-cells.ts';
import { sharedMemory } from './column-memory.ts';
import { createColumns, type Column, type Columns, type TableScan } from './column-verdicts.ts';
import { appended } from './kernel/grown.ts';
import {
  createTableReader,
  type ScannedColumn,
  type SegmentRead,
  type TableReader,
} from './kernel/table-reader.ts';
import { MOST_SAID, MOST_VERDICTS } from './kernel/wasm/layout.ts';
import { createRowList, type RowList } from './row-list.ts';
import { kindsOfBytes } from './rows.ts';

const LF = 0x0a;

/**
 * Rows that the scanner of tables reads: it settles most of their cells, and asks for the others. Undefined where
 * there is none, or the table has too many columns for it.
 */
export function createScannedRows(scan: TableScan): BlockRows | undefined {
  const { ruleset, table } = scan;
  const { delimiter, width } = table;
  // A column has its tests twice at the most: by its name, and by its cells.
  if (delimiter === undefined || width * 2 * MOST_SAID > MOST_VERDICTS) return undefined;
  const candidates = createColumnCandidates(ruleset);
  const wanted = candidates.wantedBeside(undefined);
  let bytes: Uint8Array = new Uint8Array(0);
  const reader: TableReader | undefined = createTableReader(ruleset.kernel.parts(), {
    judgeCell(index, start, end, plain, record, rows, first, next) {
      candidates.take(rows, first, next);
      const kind = judge.judge(index, start, end, plain, record);
      if (kind >= 0) tell(index, kind);
      return kind;
    },
    isRecord: (spans, all) => !table.isFooter(bytes, spans, all),
  });
  if (reader === undefined) return undefined;
  const columns: Columns = createColumns(scan, candidates, sharedMemory(reader.share));
  const judge: CellJudge = createCellJudge(columns, candidates);
  const tell = (index: number, kind: number): void => {
    const { known, test } = columns.at(index);
    reader.setAsks(kind, columns.verdicts[kind]!.asks);
    // What the test alone says has no number.
    const said = test?.scanned?.says.findIndex((each) => known.get(each) === kind) ?? -1;
    if (said >= 0) reader.setVerdict(index, said, kind);
  };
  reader.open(delimiter, width, kindsOfBytes(delimiter));
  const list = createRowList();
  const read: Read = { list, cells: createCells(), records: createCellRecords() };
  let isFirst = true;

  return {
    ...read,
    rows: list.rows,
    columns,
    judge,
    endOf: (bytes, from, limit) => Math.max(from, bytes.lastIndexOf(LF, limit - 1) + 1),
    read(block, from, to) {
      bytes = block;
      if (columns.refresh() || isFirst) {
        reader.setColumns(columns.named.map((column) => scanned(column, wanted)));
      }
      isFirst = false;
      judge.begin(bytes);
      const end = readSegments(reader, bytes, [from, to], table.records + 1, read);
      return end > from ? end : -1;
    },
  };
}

interface Read {
  readonly list: RowList;
  readonly cells: Cells;
  readonly records: CellRecords;
}

function scanned({ open, typed, test, beside }: Column, wanted: Uint8Array): ScannedColumn {
  const said = test?.scanned;
  const parameters = said?.parameters.filter((parameter) => parameter !== undefined);
  const isKnown = parameters?.length === said?.parameters.length;
  return {
    isOpen: open,
    isTyped: typed,
    ...(isKnown && said && { test: said.test, parameters: parameters ?? [] }),
    beside,
    wanted,
    alone: said?.others,
  };
}

/** @returns the byte after the last row that was read whole; −1 where something is odd */
function readSegments(
  reader: TableReader,
  bytes: Uint8Array,
  [from, to]: readonly [number, number],
  firstRecord: number,
  { list, cells, records }: Read,
): number {
  list.rows.length = cells.length = records.length = 0;
  let surplus = 0;
  let lines = 0;
  let at = from;
  while (at < to) {
    const bases = { cells: cells.length, records: records.length, surplus, lines };
    const segment = reader.read(bytes, at, to, bases, firstRecord);
    if (segment === undefined) return -1;
    if (segment.end === at) break;
    take({ list, cells, records }, segment);
    surplus += segment.surplus;
    lines += segment.lines;
    at = segment.end;
  }
  list.close(at, surplus, lines);
  return at;
}

function take({ list: { rows }, cells, records }: Read, segment: SegmentRead): void {
  const { length } = cells;
  cells.starts = appended(cells.starts, length, segment.cells.starts);
  cells.ends = appended(cells.ends, length, segment.cells.ends);
  cells.records = appended(cells.records, length, segment.cells.records);
  cells.columns = appended(cells.columns, length, segment.cells.columns);
  cells.kinds = appended(cells.kinds, length, segment.cells.kinds);
  cells.length += segment.cells.starts.length;
  const { length: before } = records;
  records.firsts = appended(records.firsts, before, segment.records.firsts);
  records.asks = appended(records.asks, before, segment.records.asks);
  records.length += segment.records.firsts.length;
  if (records.found.length < records.firsts.length)
    records.found = new Int32Array(records.firsts.length);
  records.found.fill(0, before, records.length);
  const { length: above } = rows;
  rows.starts = appended(rows.starts, above, segment.rows.starts);
  rows.surplus = appended(rows.surplus, above, segment.rows.surplus);
  rows.lines = appended(rows.lines, above, segment.rows.lines);
  rows.length += segment.rows.starts.length;
}
