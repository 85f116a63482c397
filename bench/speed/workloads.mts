import { execFileSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { customers, type Form } from './customers.mts';

/** Writes texts one after the other until so many bytes are reached; tells how many there are. */
function write(path: string, texts: Iterable<string>, most = Infinity): number {
  const file = openSync(path, 'w');
  let text = '';
  let size = 0;
  for (const each of texts) {
    text += each;
    if (text.length < 1 << 20) continue;
    size += writeSync(file, text);
    text = '';
    if (size >= most) break;
  }
  size += writeSync(file, text);
  closeSync(file);
  return size;
}

/** The table of customers. */
export const writeTable = (path: string, rows: number): number => write(path, people(rows));

/** A dump that tells nothing of its rows by members' numbers. */
export const people = (rows: number, form: Form = {}) =>
  customers(rows, { numbered: false, ...form });

/** The same customers as JSON Lines. */
export const writeJsonLines = (path: string, rows: number): number => write(path, jsonLines(rows));

function* jsonLines(rows: number): Generator<string, void> {
  let names: readonly string[] | undefined;
  for (const row of people(rows, { delimiter: '\t' })) {
    const cells = row.trimEnd().split('\t');
    if (names === undefined) names = cells;
    else yield `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, cells[i]])))}\n`;
  }
}

/** Tables of so many megabytes, each the beginning of the largest, cut at a row's end. */
export function writeGrowing(folder: string, sizes: readonly number[]): string[] {
  const whole = join(folder, 'whole.csv');
  write(whole, people(Infinity), Math.max(...sizes) * 1e6);
  return sizes.map((megabytes) => {
    const path = join(folder, `${String(megabytes)}.csv`);
    copyFileSync(whole, path);
    truncateSync(path, rowsEnd(path, megabytes * 1e6));
    return path;
  });
}

/** Where the last row ends that is over before a byte. */
function rowsEnd(path: string, before: number): number {
  const window = new Uint8Array(64 * 1024);
  const from = Math.max(0, Math.floor(before) - window.length);
  const file = openSync(path, 'r');
  const length = readSync(file, window, 0, Math.floor(before) - from, from);
  closeSync(file);
  return from + window.subarray(0, length).lastIndexOf(0x0a) + 1;
}

/** Files under a folder, sorted, links left out. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export interface Sample {
  readonly files: number;
  readonly megabytes: number;
  /** Is it all of the folder? */
  readonly whole: boolean;
}

/** Every n-th file of a folder goes to another, so that they have so many megabytes together. */
export function sampleTree(from: string, to: string, megabytes: number): Sample {
  // Both are to read every file.
  const all = filesUnder(from).filter((path) => basename(path) !== '.gitignore');
  const sizes = all.map((path) => statSync(path).size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const step = Math.max(1, total / (megabytes * 1e6));
  let files = 0;
  let bytes = 0;
  for (let at = 0; at < all.length; at += step) {
    const path = all[Math.floor(at)]!;
    // A folder of this name is left out by those who walk a tree.
    const target = join(to, relative(from, path).replaceAll('node_modules', 'modules'));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
    files++;
    bytes += sizes[Math.floor(at)]!;
  }
  return { files, megabytes: bytes / 1e6, whole: step === 1 };
}

/** The text of a tree's files in one: personal data is rare in it. */
export function writeJoined(path: string, folder: string, megabytes: number): number {
  const isSource = (file: string) => /\.(?:[cm]?[jt]s|md)$/.test(file);
  const files = filesUnder(folder).filter(isSource);
  return write(
    path,
    files.map((file) => readFileSync(file, 'utf8')),
    megabytes * 1e6,
  );
}

/** The first lines of what the files of a folder hold. */
export function linesUnder(folder: string, count: number): string[] {
  const lines = filesUnder(folder).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.slice(0, count);
}

/** A repository with a commit, and twenty small files staged that the commit does not have. */
export function repository(folder: string): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  const settings = ['user.name=bench', 'user.email=bench@example.invalid', 'commit.gpgsign=false'];
  git('init', '-q');
  writeFileSync(join(folder, 'README.md'), '# Bench\n');
  git('add', '.');
  git(...settings.flatMap((each) => ['-c', each]), 'commit', '-q', '--no-verify', '-m', 'begin');
  for (let i = 0; i < 20; i++) {
    const line = `export const value${String(i)} = ${String(i)};\n`;
    writeFileSync(join(folder, `module${String(i)}.ts`), line.repeat(40));
  }
  git('add', '.');
  return folder;
}
