import type { Block, Mark } from './block.ts';
import { judgeColumns, type Verdicts } from './columns.ts';
import type { Finding, Position } from './finding.ts';
import { chooseFormat } from './formats/choose.ts';
import { createFields, type Fields, type Format } from './formats/format.ts';
import type { Draft } from './judge.ts';
import { DEFAULT_OPTIONS, type ScanOptions, type SourceInfo } from './options.ts';
import { resolveOverlaps } from './overlap.ts';
import { advance, START } from './positions.ts';
import { rulesetOf } from './ruleset.ts';
import { judgeStretch, type Drafts } from './stretch.ts';
import { maskedShape } from './text/masked-shape.ts';
import { characterStart } from './text/utf8.ts';

/** Bytes judged at a time. Small enough for a slice of an editor's idle time. */
const BLOCK = 256 * 1024;
/** Bytes kept before a block, so that rules see what stands before its first candidate. */
const BEHIND = 4 * 1024;
/** Bytes that must follow a block, for values that begin at its end. */
const AHEAD = 8 * 1024;

/**
 * Scans a source given as UTF-8 bytes, in chunks of any size, in constant memory.
 *
 * Yields block after block; the caller may stop at any time. Broken UTF-8 is read as U+FFFD.
 */
export function* scanBlocks(
  chunks: Iterable<Uint8Array>,
  info: SourceInfo = {},
  options: ScanOptions = DEFAULT_OPTIONS,
): Generator<Block, void, undefined> {
  const scanner = createScanner(info, options);
  let buffer: Uint8Array = new Uint8Array(0);
  let base = 0;
  let done = 0;
  for (const chunk of chunks) {
    const keep = Math.max(0, done - BEHIND);
    buffer = joined(buffer.subarray(keep), chunk);
    base += keep;
    done -= keep;
    while (buffer.length - done >= BLOCK + AHEAD) {
      const block = scanner.next({
        bytes: buffer,
        base,
        from: done,
        to: done + BLOCK,
        last: false,
      });
      done = block.start + block.bytes.length - base;
      yield block;
    }
  }
  while (done < buffer.length) {
    const to = Math.min(buffer.length, done + BLOCK);
    const block = scanner.next({ bytes: buffer, base, from: done, to, last: to === buffer.length });
    done = block.start + block.bytes.length - base;
    yield block;
  }
}

/** The findings of a source given as UTF-8 bytes, in order of their start. */
export function* scanBytes(
  chunks: Iterable<Uint8Array>,
  info: SourceInfo = {},
  options: ScanOptions = DEFAULT_OPTIONS,
): Generator<Finding, void, undefined> {
  for (const block of scanBlocks(chunks, info, options)) yield* block.findings;
}

/** The findings of a text, in order of their start. */
export function scanText(
  text: string,
  info: SourceInfo = {},
  options: ScanOptions = DEFAULT_OPTIONS,
): Finding[] {
  return [...scanBytes([new TextEncoder().encode(text)], info, options)];
}

function joined(rest: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (rest.length === 0) return chunk;
  const bytes = new Uint8Array(rest.length + chunk.length);
  bytes.set(rest);
  bytes.set(chunk, rest.length);
  return bytes;
}

/** Bytes that wait to be scanned: `bytes[from, to)` of a buffer that begins at `base`. */
interface Turn {
  readonly bytes: Uint8Array;
  readonly base: number;
  readonly from: number;
  readonly to: number;
  /** Does the source end at `to`? */
  readonly last: boolean;
}

/** Goes through a source from its first byte to its last; keeps what the next block needs. */
function createScanner(info: SourceInfo, options: ScanOptions) {
  const ruleset = rulesetOf(options);
  let format: Format | undefined;
  let verdicts: Verdicts | undefined;
  let position = START;

  /** Reads the fields and tells where the block ends: at a record's end, where there is one. */
  const read = ({ bytes, from, to, last }: Turn, fields: Fields): number => {
    format ??= chooseFormat(info, bytes.subarray(from, to))(ruleset.names);
    const start = position.byte === 0 && bytes[0] === 0xef && bytes[1] === 0xbb ? from + 3 : from;
    const end = format.read(bytes, start, to, last, fields);
    if (end > start) return end;
    // No record ends here, or a format that cannot go on: anything between two values will do.
    return last ? to : cutBetween(bytes, from, to);
  };

  return {
    next(turn: Turn): Block {
      const { bytes, base, from } = turn;
      const fields = createFields();
      const to = read(turn, fields);
      verdicts ??= judgeColumns(bytes, fields, format!, ruleset.rules, options);
      const stretch = { bytes, from, to, fields, labels: format!.labels, verdicts };
      const judged = judgeStretch(stretch, ruleset, options);
      const kept = resolveOverlaps(judged.drafts, ruleset.order);
      const end = Math.max(to, ...kept.slice(-4).map((draft) => draft.end));
      const placed = place(judged, kept, bytes, base, position);
      position = advance(placed.reached, bytes, base, base + end);
      return { bytes: bytes.subarray(from, end), start: base + from, ...placed };
    },
  };
}

const LOOK_FOR_CUT = 4096;
/** Blanks, quotes, commas, semicolons, brackets: no value goes over two of them. */
const isBetween = (byte: number) =>
  byte <= 0x20 || byte === 0x22 || byte === 0x2c || byte === 0x3b || byte === 0x7d;

function cutBetween(bytes: Uint8Array, from: number, to: number): number {
  const floor = Math.max(from + 1, to - LOOK_FOR_CUT);
  for (let at = to; at > floor; at--) if (isBetween(bytes[at - 1]!)) return at;
  return characterStart(bytes, to, from + 1);
}

/** Gives drafts and directives their lines and columns, in one walk over the bytes. */
function place(
  { directives, crashes }: Drafts,
  drafts: readonly Draft[],
  bytes: Uint8Array,
  base: number,
  from: Position,
) {
  let reached = from;
  const at = (byte: number): Position => (reached = advance(reached, bytes, base, base + byte));
  const findings: Finding[] = [];
  const marks: Mark[] = [];
  let next = 0;
  for (const draft of drafts) {
    for (; next < directives.length && directives[next]! <= draft.start; next++) {
      marks.push(markAt(at(directives[next]!), bytes, directives[next]!));
    }
    const start = at(draft.start);
    findings.push(asFinding(draft, start, advance(start, bytes, base, base + draft.end)));
  }
  for (; next < directives.length; next++) {
    marks.push(markAt(at(directives[next]!), bytes, directives[next]!));
  }
  return {
    findings,
    marks,
    crashes: crashes.map((crash) => ({ rule: crash.rule, byte: base + crash.at })),
    reached,
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const LONGEST_MARK = 1000;

function markAt(start: Position, bytes: Uint8Array, from: number): Mark {
  let end = from;
  const limit = Math.min(bytes.length, from + LONGEST_MARK);
  while (end < limit && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++;
  return { start, text: decoder.decode(bytes.subarray(from, end)) };
}

function asFinding(draft: Draft, start: Position, end: Position): Finding {
  const { rule, confidence, evidence, text, region, field, record } = draft;
  return {
    rule,
    start,
    end,
    confidence,
    evidence,
    masked: maskedShape(text),
    ...(region === undefined ? {} : { region }),
    ...(field === undefined || field.name.startsWith('#') ? {} : { field: field.name }),
    ...(record === undefined ? {} : { record }),
  };
}
