import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadRows, Row } from './case.mts';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Corpora {
  readonly folder: string;
  readonly rows: ReadRows;
  /** Entities of the truth to rule ids. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  /** Upstream's words to our entities; null is no personal data here. */
  readonly entities: Readonly<Record<string, string | null>>;
}

/** Where the corpora are looked for: `LEAKLINT_CORPORA`, or `../shared/corpora` beside the checkout. */
export function corporaFolder(): string {
  return resolve(process.env['LEAKLINT_CORPORA'] ?? join(ROOT, '..', 'shared', 'corpora'));
}

/** Opens the corpora; undefined where they are not. */
export function openCorpora(folder: string): Corpora | undefined {
  if (!existsSync(join(folder, 'rule-map.json'))) return undefined;
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const known = new Map<string, readonly Row[]>();
  const rows: ReadRows = (file) => {
    const read = known.get(file) ?? readLines(join(folder, file));
    known.set(file, read);
    return read;
  };
  return {
    folder,
    rows,
    rules: json('rule-map.json') as Corpora['rules'],
    entities: json('entity-map.json') as Corpora['entities'],
  };
}

function readLines(path: string): readonly Row[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}
