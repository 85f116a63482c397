import type { Ahead, ScanState } from './ahead.ts';
import { authorshipIn, tellsAuthors, type IsAuthorship } from './authorship.ts';
import type { Block } from './block.ts';
import { judgeColumns, kindsOf } from './columns.ts';
import type { FieldName } from './field-names.ts';
import type { DirectiveSource } from './directive-place.ts';
import { judgeDisguised } from './disguises.ts';
import { chooseFormat } from './formats/choose.ts';
import { createFields, type Fields } from './formats/format.ts';
import type { Draft } from './judge.ts';
import { createLabelledRecords } from './labelled-records.ts';
import { learnedFrom, takeVerdicts, type Known, type Learned } from './learned.ts';
import type { ScanOptions, SourceInfo } from './options.ts';
import { resolveOverlaps } from './overlap.ts';
import { place, type Enough } from './placing.ts';
import { advance, START } from './positions.ts';
import { corroborateRecords } from './records.ts';
import { rulesetOf } from './ruleset.ts';
import { judgeStretch, type Drafts } from './stretch.ts';
import type { RowsTurn } from './table-scan.ts';
import { createTableWay, type TableWay } from './table-way.ts';
import { characterStart } from './text/utf8.ts';

/** Bytes around a block that are judged with it: what gives a value away may stand beside it. */
const LOOK_BEHIND = 512;
const LOOK_AHEAD = 2 * 1024;
const LF = 0x0a;

/** Bytes that wait to be scanned. */
interface Turn extends RowsTurn {
  /** Does the source end at `to`? */
  readonly last: boolean;
}

const isMarkdown = ({ path = '', languageId }: SourceInfo): boolean =>
  languageId === 'markdown' || /\.(?:md|markdown|mdx)$/i.test(path);

/** Does the byte-order mark of UTF-8 stand first? */
const isMarked = ([a, b, c]: Uint8Array) => a === 0xef && b === 0xbb && c === 0xbf;

/** So many fields tell which kinds a source has. */
const ENOUGH_FIELDS = 1000;

interface ScannerSettings {
  readonly enough?: Enough;
  readonly known?: Known | undefined;
  readonly ahead?: Ahead | undefined;
}

/**
 * Goes through a source from its first byte to its last; keeps what the next block needs.
 *
 * @param known of the source, where only an excerpt of it is gone through
 * @param ahead told after each block how far the scan is
 */
export function createScanner(
  info: SourceInfo,
  options: ScanOptions,
  { enough = () => false, known, ahead }: ScannerSettings = {},
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
  /** Null where there is none; undefined until it is known. */
  let way: TableWay | null | undefined = known || tellsAuthors(info) ? null : undefined;

  const openWay = (): TableWay | undefined => {
    const table = seen < ENOUGH_FIELDS ? undefined : format?.table;
    if (way !== undefined || table === undefined) return way ?? undefined;
    const open = { ruleset, options, format: format!, table, verdicts, kinds };
    const about = { isAuthorship: isAuthorship!, directives: directives! };
    way = createTableWay({ ...open, ...about, labelledRecords, enough, ahead }) ?? null;
    return way ?? undefined;
  };
  const state: ScanState = { table: () => openWay()?.state(), enough };

  /** A block of plain rows, where the short way through tables is open. */
  const short = (turn: Turn): Block | undefined => {
    const { bytes, base, from, to, last } = turn;
    if (last && bytes[to - 1] !== LF) return undefined;
    const rows = openWay()?.next(turn, position);
    if (rows === undefined) return undefined;
    position = rows.reached;
    const { length, findings, tallies = [], marks, crashes } = rows;
    const own = bytes.subarray(from, from + length);
    return { bytes: own, start: base + from, findings, tallies, marks, crashes };
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

  const long = (turn: Turn): Block => {
    const { bytes, base, from, last } = turn;
    const fields = createFields();
    const to = read(turn, fields);
    if (known !== undefined) takeVerdicts(fields.names, known.learned, verdicts);
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
    // Behind the source's last byte nobody asks for a place.
    const isOver = last && end === bytes.length;
    position = isOver ? placed.reached : advance(placed.reached, bytes, base, base + end);
    const { findings, marks } = placed;
    const own = bytes.subarray(from, end);
    return { bytes: own, start: base + from, findings, marks, crashes: placed.crashes };
  };

  return {
    next(turn: Turn): Block {
      const block = short(turn) ?? long(turn);
      ahead?.reached(block.start + block.bytes.length, state);
      return block;
    },
    /** The short way through the source's table, once it is open. */
    table: openWay,
    learned: (): Learned => learnedFrom(verdicts, kinds),
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
