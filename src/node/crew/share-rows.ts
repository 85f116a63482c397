import { isSameState, type Ahead, type ScanState, type TableState } from '../../engine/ahead.ts';
import { AHEAD, BLOCK } from '../../engine/scan.ts';
import type { JudgedRows } from '../../engine/table-scan.ts';
import type { Crew, Member } from './members.ts';
import { createWindow } from './window.ts';

/** As many bytes of a source as threads read to know its table: a block, and what is looked at behind. */
const HEAD = BLOCK + AHEAD;
const PIECE = 1 << 20;
/** Pieces that each thread may have before it. */
const DEPTH = 2;
/** A thread that begins to judge rows is slow for long: V8 compiles its code anew. */
const PATIENCE = 4;
/** What a rule may look at around a row, in bytes. */
const AROUND = AHEAD;
/** After so many pieces in a row of which nothing could be judged, no more are given away. */
const MOST_IN_VAIN = 3;

/** A large source that is read ahead, so that threads judge rows of its table. */
export interface SharedRows {
  /** The source's chunks, in order. */
  readonly chunks: Iterable<Uint8Array>;
  readonly ahead: Ahead;
  /** What is to be waited for before the next block is asked for. */
  due(): Promise<void> | undefined;
}

interface Shared {
  /** By which its policy is found. */
  readonly path: string;
  /** Ids of all rules. */
  readonly rules: readonly string[];
  /** Bytes that a thread gets at a time, at least. */
  readonly piece?: number;
}

/** Rows that a thread was given. */
interface Piece {
  /** Byte of the source where those begin that were not taken yet. */
  start: number;
  /** What they are judged by. */
  readonly table: TableState;
  readonly enough: readonly string[];
  answer: Promise<void>;
  /** Undefined until there is an answer. */
  rows: JudgedRows[] | undefined;
}

/**
 * Deals out the rows of a table to this thread and the others in turn. Whatever they cannot judge is
 * left to the scan, in which all of it comes together in the order of the source.
 *
 * @param source UTF-8
 */
export function shareRows(
  source: Iterable<Uint8Array>,
  crew: Crew,
  { path, rules, piece: size = PIECE }: Shared,
): SharedRows {
  const window = createWindow(source);
  const pieces: Piece[] = [];
  /** The threads that know the table by now. */
  const ready: Member[] = [];
  let head: Uint8Array | undefined;
  let isBegun = false;
  let inVain = 0;
  let reached = 0;
  /** Where the rows begin that are nobody's yet, and whose turn it is; at 0 this thread's. */
  let next = 0;
  let turn = 0;

  const begin = (): void => {
    isBegun = true;
    window.readAhead((crew.size + 1) * DEPTH * size);
    // A source that ends soon is scanned before a thread could answer.
    if (window.ended) return;
    for (const member of crew.members()) {
      void member.ask({ kind: 'head', path, head: head! }).then((answer) => {
        if (answer !== undefined) ready.push(member);
      });
    }
  };

  const give = (member: Member, end: number, state: ScanState): void => {
    const table = state.table()!;
    const from = next - AROUND;
    const enough = rules.filter((rule) => state.enough(rule));
    const bytes = window.copy(from, end + AROUND);
    const rows = { bytes, from: AROUND, to: end - from, state: table, enough };
    const answer = member.ask({ kind: 'rows', rows }).then((told) => {
      piece.rows = [...(told?.rows ?? [])];
      inVain = piece.rows.length === 0 ? inVain + 1 : 0;
    });
    const piece: Piece = {
      start: next,
      table,
      enough,
      answer,
      rows: undefined,
    };
    pieces.push(piece);
  };

  const deal = (state: ScanState): void => {
    const first = window.lineEnd(reached + AROUND);
    if (first === Infinity) return;
    next = Math.max(next, first);
    while (inVain < MOST_IN_VAIN) {
      const end = window.lineEnd(next + size);
      if (end + AROUND > window.end) return;
      if (turn > 0) give(ready[turn - 1]!, end, state);
      next = end;
      turn = (turn + 1) % (ready.length + 1);
    }
  };

  const ahead: Ahead = {
    get start() {
      return pieces[0]?.start ?? Infinity;
    },
    reached(byte, state) {
      reached = byte;
      while (pieces.length > 0 && (pieces[0]!.start < byte || pieces[0]!.rows?.length === 0)) {
        pieces.shift();
      }
      if (head === undefined && window.end < HEAD) return;
      head ??= window.copy(0, HEAD);
      window.release(byte - AROUND);
      if (!isBegun && crew.isDue(PATIENCE) && state.table() !== undefined) begin();
      if (ready.length > 0 && state.table() !== undefined) deal(state);
    },
    take(state) {
      const piece = pieces[0]!;
      const table = state.table();
      const isSame =
        table !== undefined &&
        isSameState(piece.table, table) &&
        piece.enough.every((rule) => state.enough(rule));
      const rows = isSame ? piece.rows?.shift() : undefined;
      if (rows === undefined) pieces.shift();
      else piece.start += rows.length;
      return rows;
    },
  };
  const due = (): Promise<void> | undefined => {
    const [piece] = pieces;
    return piece?.start === reached && piece.rows === undefined ? piece.answer : undefined;
  };
  return { chunks: window.chunks, ahead, due };
}
