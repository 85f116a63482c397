import { fromBase64 } from '../gazetteer/base64.ts';
import { lazy } from '../gazetteer/lazy.ts';
import { addRows } from './candidates.ts';
import { LISTED } from '../rule-words.generated.ts';
import { runAcross } from './digits.ts';
import type { Collector } from './kernel.ts';
import { compileListed, type Listed } from './listed.ts';
import type { KernelParts } from './parts.ts';
import { READY, READY_ROWS } from './ready.generated.ts';
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

const compiled = (wasm: string) => new WebAssembly.Module(fromBase64(wasm));
export const scannerModule = lazy(() => compiled(SCANNER));
const readyModule = lazy(() => compiled(READY));

const none = () => 0;
/** Candidates alone are found without help. */
export const NO_HOST = { table: { judgeCell: none, isRecord: none }, row: { isEscape: none } };

/** Undefined where the host has no WebAssembly or no SIMD, or forbids to compile. */
export function instantiate(
  module: () => WebAssembly.Module = scannerModule,
  host: WebAssembly.Imports = NO_HOST,
): Scanner | undefined {
  try {
    return new WebAssembly.Instance(module(), host).exports as unknown as Scanner;
  } catch {
    return undefined;
  }
}

/** The SIMD scanner: the same candidates as the plain one's. Undefined where it cannot be. */
export function createSimdKernel(parts: KernelParts): Collector | undefined {
  const scanner = instantiate();
  if (scanner === undefined) return undefined;
  return kernelOf(scanner, writeTables(scanner.memory, parts), parts.listed);
}

/** The SIMD scanner for the built-in rules, whose tables nobody has to write. Undefined as above. */
export function createReadyKernel(): Collector | undefined {
  const scanner = instantiate(readyModule);
  return (
    scanner &&
    kernelOf(
      scanner,
      READY_ROWS,
      compileListed(() => LISTED.split('\n')),
    )
  );
}

/** @param mostRows that a block of 64 bytes may give */
function kernelOf(scanner: Scanner, mostRows: number, listed: Listed): Collector {
  const memory = new Uint8Array(scanner.memory.buffer);
  const rows = new Int32Array(scanner.memory.buffer, ROWS, 3 * MOST_ROWS);

  return {
    collect(bytes, from, to, out) {
      let runEnd = runAcross(bytes, from);
      if (from === 0) listed.collect(bytes, 0, out);
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
