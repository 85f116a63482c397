import type { Crash } from '../engine/block.ts';
import {
  scanBlocks,
  type Block,
  type Finding,
  type Position,
  type SourceInfo,
} from '../engine/index.ts';
import { applyPolicy, type ReportedFinding } from '../policy/apply.ts';
import { createDirectives, type UnusedDirective } from '../policy/directives.ts';
import type { Policy } from '../policy/policy.ts';
import { createCrashList } from '../report/crashes.ts';
import { byteInFile, type Encoding } from './encoding.ts';
import { UnreadableError } from './read-chunks.ts';
import type { TextSource } from './text-source.ts';

export interface ScanJob {
  readonly source: TextSource;
  readonly info: SourceInfo;
  readonly policy: Policy;
  /** Which of the policy's findings are wanted; all when absent. Asked once for each, in order. */
  readonly keep?: (block: Block, finding: Finding) => boolean;
}

export interface ScanEnd {
  readonly unused: readonly UnusedDirective[];
  /** Offset in the file of the first byte that is not UTF-8, if any. */
  readonly badByte: number | undefined;
  /** Rules that failed somewhere, each with its first place. Everything else was looked at. */
  readonly crashes: readonly Crash[];
}

/** The engine failed. It says nothing more: the error's text may hold text of the source. */
export class CrashedError extends Error {}

/**
 * The engine's blocks of a source, before any policy.
 *
 * @throws UnreadableError when the source fails, CrashedError when the engine does
 */
export function* blocksOf(
  source: TextSource,
  info: SourceInfo,
  policy: Policy,
): Generator<Block, void, undefined> {
  try {
    yield* scanBlocks(source.chunks, info, policy.options);
  } catch (error) {
    throw error instanceof UnreadableError ? error : new CrashedError();
  }
}

/**
 * Scans a source and yields what the policy reports, block after block; `byte` counts in the
 * file, whatever its encoding.
 *
 * @throws as `blocksOf`
 */
export function* scanSource(job: ScanJob): Generator<readonly ReportedFinding[], ScanEnd> {
  const { source, info, policy, keep } = job;
  const directives = createDirectives(policy.options.custom.map((rule) => rule.id));
  const crashes = createCrashList();
  for (const block of blocksOf(source, info, policy)) {
    crashes.add(block);
    const reported = applyPolicy(block, policy, directives);
    const wanted = keep ? reported.filter((finding) => keep(block, finding)) : reported;
    yield wanted.map((finding) => inFile(source.encoding, finding));
  }
  return {
    unused: directives.unused().map((directive) => inFile(source.encoding, directive)),
    badByte: source.firstBadByte(),
    crashes: crashes.list(),
  };
}

interface Placed {
  readonly start: Position;
  readonly end: Position;
}

function inFile<T extends Placed>(encoding: Encoding, placed: T): T {
  if (encoding.name === 'utf-8' && encoding.bom === 0) return placed;
  const { start, end } = placed;
  return {
    ...placed,
    start: { ...start, byte: byteInFile(encoding, start) },
    end: { ...end, byte: byteInFile(encoding, end) },
  };
}
