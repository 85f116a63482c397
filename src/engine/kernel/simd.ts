import { fromBase64 } from '../gazetteer/base64.ts';
import { lazy } from '../gazetteer/lazy.ts';
import { addRows } from './candidates.ts';
import { runAcross } from './digits.ts';
import type { Collector } from './kernel.ts';
import type { KernelParts } from './parts.ts';
import { SCANNER } from './scanner.generated.ts';
import { writeTables } from './simd-tables.ts';
import { loadSource } from './wasm-memory.ts';
import { MOST_ROWS, ROWS, SEGMENT } from './wasm/layout.ts';

/** What wasm/scan.ts exports. Places are bytes of its memory. */
export interface Scanner {
  readonly memory: WebAssembly.Memory;
  begin(source: number, end: number, runEnd: number): void;
  collect(from: number, to: number, mostRows: number): number;
  runEnd(): number;
  waiting(): number;
}

const scannerModule = lazy(() => new WebAssembly.Module(fromBase64(SCANNER)));

const none = () => 0;
/** Candidates alone are found without help. */
const NO_HOST = { table: { judgeCell: none, isRecord: none }, row: { isEscape: none } };

/** Undefined where the host has no WebAssembly or no SIMD, or forbids to compile. */
export function instantiate(host: WebAssembly.Imports = NO_HOST): Scanner | undefined {
  try {
    return new WebAssembly.Instance(scannerModule(), host).exports as unknown as Scanner;
  } catch {
    return undefined;
  }
}

/** The SIMD scanner: the same candidates as the plain one's. Undefined where it cannot be. */
export function createSimdKernel(parts: KernelParts): Collector | undefined {
  const scanner = instantiate();
  if (scanner === undefined) return undefined;
  const mostRows = writeTables(scanner.memory, parts);
  const memory = new Uint8Array(scanner.memory.buffer);
  const rows = new Int32Array(scanner.memory.buffer, ROWS, 3 * MOST_ROWS);

  return {
    collect(bytes, from, to, out) {
      let runEnd = runAcross(bytes, from);
      if (from === 0) parts.listed.collect(bytes, 0, out);
      for (let start = from; start < to; start += SEGMENT) {
        const end = Math.min(to, start + SEGMENT);
        const { first, limit, shift } = loadSource(memory, bytes, start, end);
        scanner.begin(first, limit, Math.max(0, runEnd - shift));
        for (let at = start - shift; at < end - shift;) {
          at = scanner.collect(at, end - shift, mostRows);
          addRows(out, rows, scanner.waiting(), shift);
        }
        runEnd = scanner.runEnd() + shift;
      }
    },
  };
}
