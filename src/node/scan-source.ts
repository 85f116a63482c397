import type { Ahead } from '../engine/ahead.ts';
import type { Crash } from '../engine/block.ts';
import {
  atLeast,
  scanBlocks,
  type Block,
  type Finding,
  type Position,
  type Severity,
  type SourceInfo,
} from '../engine/index.ts';
import { applyPolicy, type ReportedFinding } from '../policy/apply.ts';
import { createDirectives, type UnusedDirective } from '../policy/directives.ts';
import type { Policy } from '../policy/policy.ts';
import { createCrashList } from '../report/crashes.ts';
import { UnreadableError } from './read-chunks.ts';
import type { Encoding, TextSource } from './text-source.ts';
import type { Broken } from './utf8-check.ts';

export interface ScanJob {
  readonly source: TextSource;
  readonly info: SourceInfo;
  readonly policy: Policy;
  /** Which of the policy's findings are wanted; all when absent. Asked once for each, in order. */
  readonly keep?: (block: Block, finding: Finding) => boolean;
  /** Who counts the findings that need no place, where somebody does. */
  readonly counting?: Counting;
  /** Rows that somebody else judges. */
  readonly ahead?: Ahead;
}

/** Takes findings that are counted only. */
export interface Counting {
  /** Have enough findings of a rule been told? */
  enough(rule: string): boolean;
  add(rule: string, severity: Severity, count: number): void;
}

export interface ScanEnd {
  readonly unused: readonly UnusedDirective[];
  readonly encoding: Encoding;
  /** Bytes that are no characters of the encoding; `first` counts in the file. */
  readonly broken: Broken | undefined;
  /** Rules that failed somewhere, each with its first place. Everything else was looked at. */
  readonly crashes: readonly Crash[];
}

/** The engine failed. It says nothing more: the error's text may hold text of the source. */
export class CrashedError extends Error {}

/**
 * The engine's blocks of a source, before any policy. `source.places` knows the way back to the file
 * for the block that was yielded last.
 *
 * @throws UnreadableError when the source fails, CrashedError when the engine does
 */
export function* blocksOf(
  source: TextSource,
  info: SourceInfo,
  policy: Policy,
  enough?: (rule: string) => boolean,
  ahead?: Ahead,
): Generator<Block, void, undefined> {
  try {
    for (const block of scanBlocks(source.chunks, info, policy.options, enough, ahead)) {
      yield block;
      source.places.release(block.start + block.bytes.length);
    }
  } catch (error) {
    throw error instanceof UnreadableError ? error : new CrashedError();
  }
}

const UTF8: Encoding = { name: 'utf-8', confidence: 'certain' };

/**
 * Scans a source and yields what the policy reports, block after block; `byte` counts in the
 * file, whatever its encoding.
 *
 * @throws as `blocksOf`
 */
export function* scanSource(job: ScanJob): Generator<readonly ReportedFinding[], ScanEnd> {
  const { source, info, policy, keep, counting, ahead } = job;
  const { places } = source;
  // Each value is looked at where some are allowed, silenced or known.
  let counts = counting !== undefined && keep === undefined && !policy.hasAllow;
  const enough = (rule: string) => counts && counting!.enough(rule);
  const directives = createDirectives(policy.options.custom.map((rule) => rule.id));
  const crashes = createCrashList();
  /** Where directives stand in the file: at the end of a long one it is no longer known. */
  const marks = new Map<number, number>();
  for (const block of blocksOf(source, info, policy, enough, ahead)) {
    crashes.add(inFileCrashes(block, source));
    for (const { start } of block.marks) marks.set(start.byte, places.startInFile(start.byte));
    if (block.marks.length > 0) counts = false;
    for (const { rule, confidence, count } of block.tallies ?? []) {
      const severity = policy.severityOf(rule);
      if (severity === 'off' || !atLeast(confidence, policy.confidence)) continue;
      counting?.add(rule, severity, count);
    }
    const reported = applyPolicy(block, policy, directives);
    const wanted = keep ? reported.filter((finding) => keep(block, finding)) : reported;
    yield wanted.map((finding) =>
      placed(finding, places.startInFile(finding.start.byte), places.endInFile(finding.end.byte)),
    );
  }
  const encoding = source.encoding() ?? UTF8;
  const unused = policy.tellsUnused ? directives.unused() : [];
  const width = encoding.name.startsWith('utf-16') ? 2 : 1;
  return {
    unused: unused.map((directive) => {
      const start = marks.get(directive.start.byte) ?? directive.start.byte;
      // A directive is all ASCII.
      const length = (directive.end.byte - directive.start.byte) * width;
      return placed(directive, start, start + length);
    }),
    encoding,
    broken: source.broken(),
    crashes: crashes.list(),
  };
}

function inFileCrashes({ crashes }: Block, { places }: TextSource): Pick<Block, 'crashes'> {
  return { crashes: crashes.map((each) => ({ ...each, byte: places.startInFile(each.byte) })) };
}

interface Placed {
  readonly start: Position;
  readonly end: Position;
}

/** With byte offsets of the file. */
function placed<T extends Placed>(what: T, startByte: number, endByte: number): T {
  const { start, end } = what;
  if (start.byte === startByte && end.byte === endByte) return what;
  return { ...what, start: { ...start, byte: startByte }, end: { ...end, byte: endByte } };
}
