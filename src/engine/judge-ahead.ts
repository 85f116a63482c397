import { isSameTable, type TableState } from './ahead.ts';
import type { ScanOptions, SourceInfo } from './options.ts';
import { AHEAD, BLOCK } from './scan.ts';
import { createScanner } from './scanner.ts';
import type { JudgedRows } from './table-scan.ts';

/** Rows to judge for another scan: `bytes[from, to)`, whole lines. */
export interface RowsJob {
  /** With some of what stands before and behind the rows. */
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Of the scan that they are for. */
  readonly state: TableState;
  /** Rules of which findings may be counted only. */
  readonly enough: readonly string[];
}

/**
 * Reads the head of a source as its scan does, to judge rows of its table that stand farther behind.
 *
 * @param head its first bytes
 * @returns rows block after block, from the first on as far as they are plain
 */
export function createRowsJudge(
  head: Uint8Array,
  info: SourceInfo,
  options: ScanOptions,
): (job: RowsJob) => JudgedRows[] {
  let enough: ReadonlySet<string> = new Set();
  const scanner = createScanner(info, options, { enough: (rule) => enough.has(rule) });
  for (let from = 0; head.length - from >= BLOCK + AHEAD;) {
    const to = from + BLOCK;
    const bytes = head.subarray(0, to + AHEAD);
    from += scanner.next({ bytes, base: 0, from, to, last: false }).bytes.length;
  }

  return (job) => {
    enough = new Set(job.enough);
    const table = scanner.table();
    table?.learn(job.state.learned);
    const judged: JudgedRows[] = [];
    if (table === undefined || !isSameTable(table.state(), job.state)) return judged;
    for (let { from } = job; from < job.to;) {
      const to = Math.min(job.to, from + BLOCK);
      const bytes = job.bytes.subarray(0, to + AHEAD);
      const rows = table.apart({ bytes, base: 0, from, to });
      if (rows === undefined) break;
      judged.push(rows);
      from += rows.length;
    }
    return judged;
  };
}
