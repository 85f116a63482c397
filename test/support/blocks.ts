import { DEFAULT_OPTIONS, scanBlocks, type Block } from '../../src/engine/index.ts';
import type { Finding, Mark, ScanOptions, SourceInfo } from '../../src/engine/index.ts';

/** Nobody's values are told too, so that tests can do without anybody's. */
export const REPORT_ALL: ScanOptions = { ...DEFAULT_OPTIONS, reserved: 'report' };

/** What a scan told, with the bytes of its blocks; each block is checked to follow the last. */
export interface Told {
  readonly findings: readonly Finding[];
  readonly marks: readonly Mark[];
  readonly crashes: Block['crashes'];
  readonly bytes: Uint8Array;
  readonly blocks: number;
}

/** Scans chunks to their end. Blocks are copied, for they are valid one at a time only. */
export function told(
  chunks: Iterable<Uint8Array>,
  info: SourceInfo = {},
  options: ScanOptions = REPORT_ALL,
): Told {
  const findings: Finding[] = [];
  const marks: Mark[] = [];
  const crashes: Block['crashes'][number][] = [];
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const block of scanBlocks(chunks, info, options)) {
    if (block.start !== length) throw new Error(`a gap at ${String(length)}`);
    for (const { start, end } of block.findings) {
      if (start.byte < length || end.byte > length + block.bytes.length) {
        throw new Error(`a finding of ${String(start.byte)} in the block of ${String(length)}`);
      }
    }
    findings.push(...block.findings);
    marks.push(...block.marks);
    crashes.push(...block.crashes);
    parts.push(block.bytes.slice());
    length += block.bytes.length;
  }
  return { findings, marks, crashes, bytes: joined(parts), blocks: parts.length };
}

/** Cuts bytes into chunks of a length. */
export function* chunksOf(bytes: Uint8Array, length: number): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
