import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case, List } from './case.mts';
import type { Corpora } from './corpora.mts';
import { truthOf } from './truth-file.mts';

const ROWS = 1000;
const SEED = 20160614;
const PROFILES = ['jtb', 'benesse', 'pension'];
/** SQL carries its column names in every row, JSON Lines its keys. */
const FORMATS: readonly (readonly [format: string, header: string])[] = [
  ['csv', 'ja'],
  ['csv', 'en'],
  ['csv', 'none'],
  ['tsv', 'ja'],
  ['tsv', 'none'],
  ['jsonl', 'ja'],
  ['jsonl', 'en'],
  ['sql', 'en'],
];

/** A whole file with its truth, scored by exact spans and strictly. */
export interface FileList extends List {
  readonly group: string;
}

/** The generator that may lie beside the corpora; it is no part of this project. */
export function dumpGenerator(corpora: Corpora): string | undefined {
  const path = join(corpora.folder, '..', 'tools', 'gen-leak-dump.mjs');
  return existsSync(path) ? path : undefined;
}

/** Makes each dump in a temporary folder, reads it and its truth, and removes them. */
export function dumpLists(corpora: Corpora, generator: string): FileList[] {
  return PROFILES.flatMap((profile) =>
    FORMATS.map(([format, header]) => ({
      id: `${profile}.${format}, header ${header}`,
      group: `dump ${profile}`,
      file: `generated: ${profile}`,
      how: `${ROWS} rows, seed ${SEED}, header \`${header}\``,
      rules: 'all' as const,
      *cases(): Generator<Case> {
        yield makeDump(corpora, generator, { profile, format, header });
      },
    })),
  );
}

function makeDump(
  corpora: Corpora,
  generator: string,
  choice: { profile: string; format: string; header: string },
): Case {
  const folder = mkdtempSync(join(tmpdir(), 'leaklint-bench-'));
  try {
    const name = `${choice.profile}.${choice.format}`;
    const out = join(folder, name);
    const options = Object.entries(choice).flatMap(([key, value]) => [`--${key}`, value]);
    const passports = choice.profile === 'jtb' ? ['--valid-passports', String(ROWS / 50)] : [];
    const more = ['--rows', String(ROWS), '--seed', String(SEED), ...passports, '--out', out];
    execFileSync(process.execPath, [generator, ...options, ...more], { stdio: 'ignore' });
    return fileCase(name, out, corpora);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fileCase(name: string, path: string, corpora: Corpora): Case {
  const text = readFileSync(path, 'utf8');
  const truth = truthOf(text, readFileSync(`${path}.truth.tsv`, 'utf8'), corpora.rules);
  return { id: name, text, truth, path: name };
}

/** The labelled files of the corpora. */
export function labelledFiles(corpora: Corpora): FileList[] {
  const folder = join(corpora.folder, 'labelled', 'files');
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, `${name}.truth.tsv`)));
  return names.sort().map((name) => ({
    id: name,
    group: 'labelled/files',
    file: `labelled/files/${name}`,
    how: 'the file as it is',
    rules: 'all' as const,
    *cases(): Generator<Case> {
      yield fileCase(name, join(folder, name), corpora);
    },
  }));
}
