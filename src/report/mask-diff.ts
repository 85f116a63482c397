import type { Block, Finding } from '../engine/index.ts';
import { maskedShape } from '../engine/text/masked-shape.ts';
import type { Edit } from '../masking/edits.ts';
import { printable } from './masked-name.ts';
import type { Colours } from './colours.ts';

/** Bytes of a long line that are shown on both sides of a value. */
const CONTEXT = 120;
const NEWLINE = 10;

/** A stretch of a block that is shown, and what it cuts off. Bytes count in the block. */
interface Hunk {
  readonly line: number;
  readonly from: number;
  to: number;
  readonly cutBefore: boolean;
  cutAfter: boolean;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What looks like a value beside those that were found: seven digits or more, something with an at
 * sign. Too little for a finding, too much for a terminal.
 */
const SUSPECT =
  /[0-9０-９](?:[-‐－ー. ()（）]{0,2}[0-9０-９]){6,}|[^\s"'<>,;()]{1,64}(?:[@＠]|%40)[^\s"'<>,;()]{1,99}/g;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * What masking changes in a block, as hunks of a unified diff without context. For reading, not
 * for `patch`: the old side, and what is not masked on the new one, has every value blanked.
 *
 * @param edits what masking makes of the block, in order
 */
export function maskDiff(block: Block, edits: readonly Edit[], colours: Colours): string {
  if (edits.length === 0) return '';
  const blanked = outermost(block);
  const changed = edits.map(({ startByte, endByte, text }) => ({
    start: startByte - block.start,
    end: endByte - block.start,
    text,
  }));
  const kept = blanked.filter(({ start, end }) => within(changed, start, end).length === 0);
  const after = [...changed, ...kept].sort((a, b) => a.start - b.start);
  return hunksOf(block, changed)
    .map((hunk) => hunkText(block, hunk, blanked, after, colours))
    .join('');
}

/** The pieces that touch `from` to `to`. Pieces are in order and do not overlap. */
function within(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const first = firstIndex(pieces, ({ end }) => end > from);
  return pieces.slice(
    first,
    Math.max(
      first,
      firstIndex(pieces, ({ start }) => start >= to),
    ),
  );
}

/** Index of the first piece that passes; those after it do too. */
function firstIndex(pieces: readonly Piece[], passes: (piece: Piece) => boolean): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(pieces[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The shapes of all values of a block, in order, without overlaps. */
function outermost({ start, findings }: Block): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const finding of findings) {
    if (finding.start.byte - start < end) continue;
    end = finding.end.byte - start;
    pieces.push({ start: finding.start.byte - start, end, text: finding.masked });
  }
  return pieces;
}

function hunksOf(block: Block, edits: readonly Piece[]): readonly Hunk[] {
  const { bytes } = block;
  const lines = lineFinder(block);
  const hunks: Hunk[] = [];
  let lineStart = 0;
  let lineEnd = -1;
  for (const { start, end } of edits) {
    if (start > lineEnd) {
      lineStart = start === 0 ? 0 : bytes.lastIndexOf(NEWLINE, start - 1) + 1;
    }
    if (end > lineEnd) lineEnd = indexOrEnd(bytes, end);
    const from = charStart(bytes, Math.max(lineStart, start - CONTEXT));
    const to = charStart(bytes, Math.min(lineEnd, end + CONTEXT));
    const cutAfter = to < lineEnd;
    const last = hunks.at(-1);
    if (last && from <= last.to + 1) {
      last.to = to;
      last.cutAfter = cutAfter;
    } else {
      hunks.push({ line: lines(from), from, to, cutBefore: from > lineStart, cutAfter });
    }
  }
  return hunks;
}

function indexOrEnd(bytes: Uint8Array, from: number): number {
  const found = bytes.indexOf(NEWLINE, from);
  return found < 0 ? bytes.length : found;
}

/** Moves a cut back to the start of a character. */
function charStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}

/** Line numbers of places asked for in order, counted from the first finding of the block. */
function lineFinder({ bytes, start, findings }: Block): (at: number) => number {
  const { line, byte } = (findings[0] as Finding).start;
  let last = { line, at: byte - start };
  return (at) => {
    let number = last.line;
    for (let i = last.at; i < at; i++) if (bytes[i] === NEWLINE) number++;
    for (let i = at; i < last.at; i++) if (bytes[i] === NEWLINE) number--;
    last = { line: number, at };
    return number;
  };
}

function hunkText(
  { bytes }: Block,
  hunk: Hunk,
  before: readonly Piece[],
  after: readonly Piece[],
  colours: Colours,
): string {
  const side = (pieces: readonly Piece[]) => {
    const text = replaced(bytes, hunk.from, hunk.to, pieces);
    return `${hunk.cutBefore ? '…' : ''}${text}${hunk.cutAfter ? '…' : ''}`.split('\n');
  };
  const old = side(before);
  const fresh = side(after);
  const range = (sign: string, count: number) =>
    `${sign}${hunk.line}${count === 1 ? '' : `,${count}`}`;
  const head = `@@ ${range('-', old.length)} ${range('+', fresh.length)} @@`;
  return [
    colours.faint(head),
    ...old.map((line) => colours.error(`-${shownLine(line)}`)),
    ...fresh.map((line) => colours.good(`+${shownLine(line)}`)),
    '',
  ].join('\n');
}

function replaced(bytes: Uint8Array, from: number, to: number, pieces: readonly Piece[]): string {
  let text = '';
  let done = from;
  const between = (end: number) =>
    decoder.decode(bytes.subarray(done, Math.max(done, end))).replace(SUSPECT, maskedShape);
  for (const piece of within(pieces, from, to)) {
    text += between(piece.start) + piece.text;
    done = piece.end;
  }
  return text + between(to);
}

function shownLine(line: string): string {
  return line.replace(/\r$/, '').split('\t').map(printable).join('\t');
}
