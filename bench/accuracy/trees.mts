import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { DEFAULT_OPTIONS, scanBytes, type Finding } from '../../src/engine/index.ts';
import type { Judge, Verdict } from './judged.mts';

/** A folder in which a finding is wrong, unless it was judged right. */
export interface Tree {
  readonly id: string;
  readonly folder: string;
}

export interface TreeFinding {
  readonly path: string;
  readonly finding: Finding;
  readonly verdict: Verdict;
}

export interface TreeResult {
  readonly id: string;
  readonly files: number;
  readonly lines: number;
  /** Findings at `likely` or better under the default policy. */
  readonly findings: readonly TreeFinding[];
}

/** Caches that tools keep there; they are not of the packages. */
const NEVER = new Set(['.cache', '.vite', '.git']);

function* walk(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !NEVER.has(entry.name)) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

const isBinary = (bytes: Uint8Array) => bytes.subarray(0, 8000).includes(0);

/** Scans every text file of a tree, as UTF-8; undefined where there is no such folder. */
export function measureTree({ id, folder }: Tree, judge: Judge): TreeResult | undefined {
  if (!existsSync(folder)) return undefined;
  const root = realpathSync(folder);
  const findings: TreeFinding[] = [];
  let files = 0;
  let lines = 0;
  for (const file of walk(root)) {
    const bytes = readFileSync(file);
    if (isBinary(bytes)) continue;
    files++;
    for (const byte of bytes) if (byte === 0x0a) lines++;
    const path = `${id}/${relative(root, file).split(sep).join('/')}`;
    for (const finding of scanBytes([bytes], { path }, DEFAULT_OPTIONS)) {
      if (finding.confidence === 'possible') continue;
      findings.push({ path, finding, verdict: judge(path, finding) });
    }
  }
  return { id, files, lines, findings };
}

/** Findings that are not judged right, for 100,000 lines. */
export function wrongPer100000({ lines, findings }: TreeResult): number {
  const wrong = findings.filter(({ verdict }) => verdict !== 'right').length;
  return lines === 0 ? 0 : (wrong * 100_000) / lines;
}
