import { pathToFileURL } from 'node:url';
import type * as Leaklint from '../../src/index.ts';
import { PIECES } from '../../test/support/hostile.ts';

/** How fast the engine is on a piece that is repeated. */
export interface Worst {
  readonly name: string;
  readonly path: string;
  /** MB/s of CPU time, one thread. */
  readonly rate: number;
  /** MB that were scanned. */
  readonly megabytes: number;
  /** The time for all of it, to four times the time for a quarter: 1 is a straight line. */
  readonly growth: number;
}

/** A program and a text: what is a comment or a label differs. */
const PATHS = ['a.txt', 'a.ts'];
const FIRST = 1 << 14;
const MOST = 1 << 23;

/**
 * Scans every hostile piece with the built library, the slowest first.
 *
 * @param script of the library
 * @param seconds for each
 */
export async function worst(script: string, seconds: number): Promise<Worst[]> {
  const { scanBytes } = (await import(pathToFileURL(script).href)) as typeof Leaklint;
  const timed = (piece: string, length: number, path: string): number => {
    const bytes = new TextEncoder().encode(piece.repeat(Math.ceil(length / piece.length)));
    const before = process.cpuUsage();
    for (const finding of scanBytes([bytes], { path })) void finding;
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6 / bytes.length;
  };
  const measured: Worst[] = [];
  for (const [name, piece] of Object.entries(PIECES)) {
    for (const path of PATHS) {
      timed(piece, FIRST, path);
      const length = Math.min(MOST, Math.max(FIRST, seconds / timed(piece, FIRST, path)));
      const quarter = timed(piece, length / 4, path);
      const all = timed(piece, length, path);
      measured.push({
        name,
        path,
        rate: 1e-6 / all,
        megabytes: length / 1e6,
        growth: all / quarter,
      });
    }
  }
  return measured.sort((a, b) => a.rate - b.rate);
}
