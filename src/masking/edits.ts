import {
  scanBlocks,
  valueOf,
  type Block,
  type Finding,
  type Position,
  type ScanOptions,
  type SourceInfo,
} from '../engine/index.ts';
import { leadOf } from '../engine/text/broken-lines.ts';
import { isNumber } from './number-context.ts';
import { replacementFor } from './replace.ts';
import type { Place, Replacement, Strategy } from './strategy.ts';
import { starred, unitsOf } from './units.ts';

/** A replacement as data. Offsets count from the start of the source, `end` is exclusive. */
export interface Edit {
  /** UTF-16 offset. */
  readonly start: number;
  readonly end: number;
  /** Byte offset (UTF-8). */
  readonly startByte: number;
  readonly endByte: number;
  readonly text: string;
  /** The strategy that was used because the wanted one has no value of this kind. */
  readonly instead?: Strategy;
}

/** One strategy for all, or one for each finding. */
export type StrategyChoice = Strategy | ((finding: Finding) => Strategy);

/** Can the file's encoding write a text? */
export type Fits = (text: string) => boolean;

/** Which of a block's findings are masked; the policy's filter. */
export type FindingFilter = (block: Block) => readonly Finding[];

/**
 * The edits that mask `findings`, in order, without overlaps: of nested findings the outermost is
 * masked, of overlapping ones the first and then the rest of the second.
 *
 * @param findings findings of `block`, in order of their start, of equal starts the longer first
 * @param info decides with the text around a value whether it is an unquoted number
 * @param fits where not every text can be written
 */
export function editsFor(
  block: Block,
  findings: readonly Finding[],
  strategy: StrategyChoice,
  info: SourceInfo = {},
  fits?: Fits,
): Edit[] {
  const place = { info, ...(fits && { fits }) };
  const edits: Edit[] = [];
  let last: Position | undefined;
  for (const finding of findings) {
    if (last !== undefined && finding.end.byte <= last.byte) continue;
    // What is left of a value that begins in another one is hidden, whatever was asked for.
    const isRest = last !== undefined && finding.start.byte < last.byte;
    const edit = isRest
      ? editFor(block, { ...finding, rule: '', start: last! }, 'partial', place)
      : editFor(block, finding, typeof strategy === 'string' ? strategy : strategy(finding), place);
    last = finding.end;
    if (edit !== undefined) edits.push(edit);
  }
  return edits;
}

function editFor(
  block: Block,
  finding: Finding,
  strategy: Strategy,
  { info, fits }: { readonly info: SourceInfo; readonly fits?: Fits },
): Edit | undefined {
  const value = valueOf(block, finding);
  const where: Place = {
    ...(finding.region !== undefined && { region: finding.region }),
    ...(isNumberIn(block, finding, value, info) && { quoted: false }),
    ...(fits && { fits }),
  };
  const { text: masked, strategy: used } =
    hiddenWhole(finding, value, strategy) ?? replacementFor(finding.rule, value, strategy, where);
  const text = isYaml(info) ? asPlainScalar(masked, block, finding) : masked;
  if (text === value) return undefined;
  const { start, end } = finding;
  return {
    start: start.offset,
    end: end.offset,
    startByte: start.byte,
    endByte: end.byte,
    text,
    ...(used !== strategy && { instead: used }),
  };
}

const isYaml = ({ path = '', languageId = '' }: SourceInfo) =>
  /\.ya?ml$/i.test(path) || /^(?:yaml|dockercompose)$/.test(languageId);

/** In YAML a star that begins an unquoted value is an alias (YAML 1.2, 7.1), and no document. */
function asPlainScalar(masked: string, { bytes, start }: Block, finding: Finding): string {
  if (!masked.startsWith('*')) return masked;
  const before = bytes[finding.start.byte - start - 1] ?? 0x20;
  const isFirst = before <= 0x20 || before === 0x5b || before === 0x2c;
  return isFirst ? `_${masked.slice(1)}` : masked;
}

/** A value in base64, or over a line's end, has no parts that could stay. Line ends do. */
function hiddenWhole(
  { rule, evidence }: Finding,
  value: string,
  strategy: Strategy,
): Replacement | undefined {
  const by = evidence.find(({ code }) => code === 'encoded')?.note;
  if (by !== 'base64' && by !== 'line break') return undefined;
  if (by === 'base64' && strategy === 'placeholder') return replacementFor(rule, value, strategy);
  const lines = value.split(/(\r?\n)/);
  const hidden = lines.map((line, index) => {
    const lead = index === 0 ? 0 : leadOf(line);
    return line.slice(0, lead) + starred(unitsOf(line.slice(lead)));
  });
  return { text: hidden.join(''), strategy: 'partial' };
}

/** How far around a value its line is looked at. */
const AROUND = 512;

function isNumberIn(
  block: Block,
  { start, end }: Finding,
  value: string,
  info: SourceInfo,
): boolean {
  if (!/^\d+$/.test(value)) return false;
  const decoder = new TextDecoder();
  const from = start.byte - block.start;
  const to = end.byte - block.start;
  const before = decoder.decode(block.bytes.subarray(Math.max(0, from - AROUND), from));
  const after = decoder.decode(block.bytes.subarray(to, to + AROUND));
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return isNumber(value, line, after.split(/[\r\n]/, 1)[0]!, info);
}

/** The text with all edits made. `edits` must be in order and must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: replacement } of edits) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/**
 * Masks a source of any size in constant memory: UTF-8 bytes in, UTF-8 bytes out, in new arrays.
 * Only the bytes of masked values change, broken bytes elsewhere stay as they are.
 *
 * @param onEdits told the edits of each block, for counts
 */
export function* maskChunks(
  chunks: Iterable<Uint8Array>,
  info: SourceInfo,
  options: ScanOptions,
  filter: FindingFilter,
  strategy: StrategyChoice,
  onEdits: (edits: readonly Edit[]) => void = () => undefined,
): Generator<Uint8Array, void, undefined> {
  for (const block of scanBlocks(chunks, info, options)) {
    const edits = editsFor(block, filter(block), strategy, info);
    onEdits(edits);
    yield maskedBytes(block, edits);
  }
}

function maskedBytes({ bytes, start }: Block, edits: readonly Edit[]): Uint8Array {
  const encoder = new TextEncoder();
  const texts = edits.map(({ text }) => encoder.encode(text));
  const growth = edits.reduce(
    (sum, { startByte, endByte }, index) => sum + texts[index]!.length - (endByte - startByte),
    0,
  );
  const masked = new Uint8Array(bytes.length + growth);
  let from = 0;
  let to = 0;
  const copy = (part: Uint8Array): void => {
    masked.set(part, to);
    to += part.length;
  };
  edits.forEach(({ startByte, endByte }, index) => {
    copy(bytes.subarray(from, startByte - start));
    copy(texts[index]!);
    from = endByte - start;
  });
  copy(bytes.subarray(from));
  return masked;
}
