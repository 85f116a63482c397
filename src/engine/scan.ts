import { authorshipIn, type IsAuthorship } from './authorship.ts';
import type { Block } from './block.ts';
import { createColumnPath, type ColumnPath, type PlainBlock } from './column-path.ts';
import { judgeColumns, kindsOf } from './columns.ts';
import type { FieldName } from './field-names.ts';
import type { Finding } from './finding.ts';
import type { DirectiveSource } from './directive-place.ts';
import { judgeDisguised } from './disguises.ts';
import { chooseFormat } from './formats/choose.ts';
import { createFields, type Fields } from './formats/format.ts';
import type { Draft } from './judge.ts';
import { createLabelledRecords } from './labelled-records.ts';
import { learnedFrom, verdictsFor, type Known, type Learned } from './learned.ts';
import { DEFAULT_OPTIONS, type ScanOptions, type SourceInfo } from './options.ts';
import { resolveOverlaps } from './overlap.ts';
import { place, placeSettled, type Enough } from './placing.ts';
import { advance, START } from './positions.ts';
import { corroborateRecords } from './records.ts';
import { rulesetOf } from './ruleset.ts';
import { judgeFields, judgeStretch, type Drafts } from './stretch.ts';
import { characterStart } from './text/utf8.ts';

/** Bytes judged at a time. Small enough for a slice of an editor's idle time. */
const BLOCK = 256 * 1024;
/** Bytes kept before a block, so that rules see what stands before its first candidate. */
const BEHIND = 4 * 1024;
/** Bytes that must follow a block, for values that begin at its end. */
const AHEAD = 8 * 1024;
/** Bytes around a block that are judged with it: what gives a value away may stand beside it. */
const LOOK_BEHIND = 512;
const LOOK_AHEAD = 2 * 1024;
const LF = 0x0a;

/**
 * Scans a source given as UTF-8 bytes, in chunks of any size, in constant memory. The size of the
 * chunks changes nothing. A chunk's bytes must stay as they are until its last block is done with.
 *
 * Yields block after block; the caller may stop at any time. Broken UTF-8 is read as U+FFFD.
 *
 * @param enough asked block after block; findings of such rules may be counted only
 * @returns after the last block, what was learned of the source
 */
export function* scanBlocks(
  chunks: Iterable<Uint8Array>,
  info: SourceInfo = {},
  options: ScanOptions = DEFAULT_OPTIONS,
  enough: Enough = () => false,
): Generator<Block, Learned, undefined> {
  const scanner = createScanner(info, options, enough);
  let buffer: Uint8Array = new Uint8Array(0);
  let base = 0;
  let done = 0;
  const next = (last: boolean): Block => {
    const to = Math.min(buffer.length, done + BLOCK);
    // What lies farther ahead depends on the size of the chunks, so nobody may see it.
    const bytes = buffer.subarray(0, to + AHEAD);
    const block = scanner.next({ bytes, base, from: done, to, last: last && to === buffer.length });
    done = block.start + block.bytes.length - base;
    return block;
  };

  let waiting: Uint8Array[] = [];
  let missing = BLOCK + AHEAD;
  const join = (): void => {
    const keep = Math.max(0, done - BEHIND);
    buffer = joined([buffer.subarray(keep), ...waiting]);
    waiting = [];
    base += keep;
    done -= keep;
  };
  for (const chunk of chunks) {
    waiting.push(chunk);
    missing -= chunk.length;
    if (missing > 0) continue;
    join();
    while (buffer.length - done >= BLOCK + AHEAD) yield next(false);
    missing = BLOCK + AHEAD - (buffer.length - done);
  }
  join();
  while (done < buffer.length) yield next(true);
  return scanner.learned();
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

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const filled = parts.filter((part) => part.length > 0);
  if (filled.length === 1) return filled[0]!;
  const bytes = new Uint8Array(filled.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of filled) {
    bytes.set(part, at);
    at += part.length;
  }
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

const moved = (draft: Draft, shift: number): Draft =>
  draft.record === undefined ? draft : { ...draft, record: draft.record + shift };

const isMarkdown = ({ path = '', languageId }: SourceInfo): boolean =>
  languageId === 'markdown' || /\.(?:md|markdown|mdx)$/i.test(path);

/** Does the byte-order mark of UTF-8 stand first? */
const isMarked = ([a, b, c]: Uint8Array) => a === 0xef && b === 0xbb && c === 0xbf;

/** So many fields tell which kinds a source has. */
const ENOUGH_FIELDS = 1000;

/**
 * Goes through a source from its first byte to its last; keeps what the next block needs.
 *
 * @param known of the source, where only an excerpt of it is gone through
 */
export function createScanner(
  info: SourceInfo,
  options: ScanOptions,
  enough: Enough,
  known?: Known,
) {
  const ruleset = rulesetOf(options);
  let format = known?.format(ruleset.names);
  let isAuthorship: IsAuthorship | undefined;
  let directives: DirectiveSource | undefined;
  const verdicts = new Map<FieldName, FieldName>();
  let kinds: ReadonlySet<string> = known?.learned.kinds ?? new Set();
  let seen = known === undefined ? 0 : ENOUGH_FIELDS;
  const labelledRecords = createLabelledRecords();
  let position = START;
  /** Null where there is none. */
  let path: ColumnPath | null | undefined = known && null;

  /** A block of plain rows, where the short way through tables is open. */
  const short = ({ bytes, base, from, to, last }: Turn): Block | undefined => {
    const table = seen < ENOUGH_FIELDS ? undefined : format?.table;
    if (table === undefined || path === null) return undefined;
    if (last && bytes[to - 1] !== LF) return undefined;
    path ??=
      createColumnPath({ ruleset, options, format: format!, table, verdicts, kinds }) ?? null;
    const plain = path?.read(bytes, from, to);
    if (plain === undefined) return undefined;
    const { end, surprises } = plain;
    const around = { bytes, from, to: end, fields: surprises, labels: format!.labels };
    const stretch = { ...around, verdicts, kinds, isAuthorship: isAuthorship! };
    const judged = judgeFields(stretch, ruleset, options);
    if (judged === undefined) return undefined;
    table.skip(plain.records);
    const found = resolveOverlaps(judged.drafts, ruleset.order);
    const taken = plain.take(found);
    const all = [...found, ...taken.drafts].sort((a, b) => a.start - b.start || b.end - a.end);
    const drafts = corroborateRecords(all, bytes, taken.fields, ruleset.rules);
    const shift = shiftOf(plain, drafts);
    const shifted = shift === 0 ? drafts : drafts.map((draft) => moved(draft, shift));
    const findings = { ...judged, drafts: shifted };
    const at = { bytes, base, position, shift, directives: directives! };
    const { reached, ...placed } = placeSettled(findings, plain, at, enough);
    position = reached;
    return { bytes: bytes.subarray(from, end), start: base + from, ...placed };
  };

  /** How far records of the format are moved by those that labels had before them. */
  const shiftOf = ({ cells }: PlainBlock, drafts: readonly Draft[]): number => {
    // Records in which nothing was found have no number.
    let last = cells.length - 1;
    while (last >= 0 && cells.kinds[last]! < 0) last--;
    const settled = last < 0 ? 0 : cells.records[last]!;
    const record = Math.max(settled, drafts.at(-1)?.record ?? 0);
    return record === 0 ? 0 : labelledRecords.shift(record) - record;
  };

  /** Reads the fields and tells where the block ends: at a record's end, where there is one. */
  const read = ({ bytes, from, to, last }: Turn, fields: Fields): number => {
    format ??= chooseFormat(info, bytes.subarray(from, to))(ruleset.names);
    const start = position.byte === 0 && isMarked(bytes) ? from + 3 : from;
    const end = format.read(bytes, start, to, last, fields);
    if (end > start) return end;
    // No record ends here, or a format that cannot go on: anything between two values will do.
    return last ? to : cutBetween(bytes, from, to);
  };

  return {
    learned: (): Learned => learnedFrom(verdicts, kinds),

    next(turn: Turn): Block {
      const plain = short(turn);
      if (plain !== undefined) return plain;
      const { bytes, base, from, last } = turn;
      const fields = createFields();
      const to = read(turn, fields);
      if (known !== undefined) verdictsFor(fields, known.learned, verdicts);
      judgeColumns(bytes, fields, format!, { rules: ruleset.rules, options }, verdicts);
      // A table may begin anywhere in a source, and a block may end in its first row.
      if (seen < ENOUGH_FIELDS) kinds = new Set([...kinds, ...kindsOf(fields, verdicts)]);
      seen += fields.length;
      const around = {
        // Before an excerpt stands its frame, in which nothing is looked for.
        from: known === undefined ? Math.max(0, from - LOOK_BEHIND) : from,
        to: last ? to : Math.min(bytes.length, to + LOOK_AHEAD),
      };
      const { labels } = format!;
      isAuthorship ??= authorshipIn(info, labels);
      const stretch = { bytes, ...around, fields, labels, verdicts, kinds, isAuthorship };
      const judged = judgeStretch(stretch, ruleset, options);
      const disguised = judgeDisguised(stretch, ruleset, options);
      const found = [...judged.drafts, ...disguised.drafts];
      const crashes = [...judged.crashes, ...disguised.crashes].sort((a, b) => a.at - b.at);
      const settled = resolveOverlaps(found, ruleset.order);
      const drafts = corroborateRecords(settled, bytes, fields, ruleset.rules);
      const end = endOf(drafts, to);
      const told = within({ directives: judged.directives, drafts, crashes }, from, end);
      const all = { ...told, drafts: labelledRecords.number(told.drafts, bytes, base) };
      directives ??= {
        labels,
        isMarkdown: isMarkdown(info),
        isRule: (id) => ruleset.order.has(id),
      };
      const placed = place(all, { bytes, base }, position, directives);
      position = advance(placed.reached, bytes, base, base + end);
      const { findings, marks } = placed;
      const own = bytes.subarray(from, end);
      return { bytes: own, start: base + from, findings, marks, crashes: placed.crashes };
    },
  };
}

/** Where a block ends that should end at `to`: no finding is cut. Drafts in order of their start. */
function endOf(drafts: readonly Draft[], to: number): number {
  let end = to;
  for (const draft of drafts) {
    if (draft.start >= end) break;
    end = Math.max(end, draft.end);
  }
  return end;
}

/** What begins in a block; what begins before was told there, what begins after will be. */
function within({ drafts, directives, crashes }: Drafts, from: number, end: number): Drafts {
  const isIn = (byte: number) => byte >= from && byte < end;
  return {
    drafts: drafts.filter(({ start }) => isIn(start)),
    directives: directives.filter(isIn),
    crashes: crashes.filter(({ at }) => isIn(at)),
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
