import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strike, type Typed } from './keystroke.mts';
import { OURS, type Grown, type Section, type TypedInto } from './measured.mts';
import { measure, run, type Command } from './paired.mts';
import type { Ripgrep } from './ripgrep.mts';
import { shown } from './targets.mts';
import { worst, type Worst } from './worst.mts';
import {
  linesUnder,
  people,
  repository,
  sampleTree,
  writeGrowing,
  writeJoined,
  writeJsonLines,
  writeTable,
} from './workloads.mts';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/cli.js');

/** How the bench is run. */
export interface Setup {
  /** Where files are made; removed by the caller. */
  readonly folder: string;
  /** Customers in the tables, the fewest first. */
  readonly rows: readonly number[];
  readonly rounds: number;
  readonly ripgrep: Ripgrep | undefined;
  readonly tree: string;
  /** Megabytes of the tree that are taken at the most. */
  readonly treeSize: number;
  readonly growth: readonly number[];
  /** Seconds for a share of the whole, from 0 to 1. */
  readonly seconds: (share: number) => number;
  /** Seconds that are left of the whole. */
  readonly left: () => number;
}

const ours = (...args: readonly string[]): Command => ({
  name: OURS,
  file: process.execPath,
  args: [CLI, ...args],
});

const ripgrepOn = ({ ripgrep }: Setup, path: string, what?: 'file' | 'tree'): Command[] =>
  ripgrep === undefined ? [] : [ripgrep.count(path, what)];

const unix = (name: string, ...args: string[]): Command[] =>
  process.platform === 'win32'
    ? []
    : [{ name: [name, ...args.slice(0, -1)].join(' '), file: name, args }];

const megabytes = (bytes: number) => `${shown(bytes / 1e6)} MB`;

export async function dump(setup: Setup, rows: number): Promise<Section> {
  const { folder, rounds, seconds } = setup;
  const path = join(folder, `customers-${String(rows)}.csv`);
  const size = writeTable(path, rows);
  const commands = [ours('scan', path), ...ripgrepOn(setup, path), ...unix('wc', '-l', path)];
  const timed = await measure(commands, { rounds, seconds: seconds(0.12) });
  rmSync(path);
  return { id: 'dump', title: `Table of ${String(rows)} customers, ${megabytes(size)}`, timed };
}

export async function lines(setup: Setup): Promise<Section> {
  const { folder, rows, rounds, seconds } = setup;
  const path = join(folder, 'customers.jsonl');
  const size = writeJsonLines(path, Math.ceil(rows[0]! / 5));
  const commands = [ours('scan', path), ...ripgrepOn(setup, path)];
  const timed = await measure(commands, { rounds, seconds: seconds(0.07) });
  return { id: 'lines', title: `Customers as JSON Lines, ${megabytes(size)}`, timed };
}

export async function all({ folder, rows, rounds, seconds }: Setup): Promise<Section> {
  const path = join(folder, 'some.csv');
  const size = writeTable(path, Math.ceil(rows[0]! / 5));
  const output = join(folder, 'findings.ndjson');
  const scan = { ...ours('scan', '--format', 'ndjson', path), output };
  await run(scan);
  const copies = unix('cat', output).map((cat) => ({
    ...cat,
    name: 'copy',
    output: `${output}.2`,
  }));
  const timed = await measure([scan, ...copies], { rounds, seconds: seconds(0.05) });
  return {
    id: 'all',
    title: `Every finding of a table of ${megabytes(size)} as NDJSON to a file`,
    note: '`copy` is `cat` of the output to another file.',
    timed,
  };
}

export async function sparse(setup: Setup): Promise<Section> {
  const { folder, rounds, seconds, tree, treeSize } = setup;
  const path = join(folder, 'sources.txt');
  const size = writeJoined(path, tree, treeSize / 4);
  const commands = [ours('scan', path), ...ripgrepOn(setup, path), ...unix('wc', '-l', path)];
  const timed = await measure(commands, { rounds, seconds: seconds(0.05) });
  return { id: 'sparse', title: `Source text in one file, ${megabytes(size)}`, timed };
}

export async function tree(setup: Setup, name: string): Promise<Section> {
  const { folder, rounds, seconds, treeSize } = setup;
  const path = join(folder, 'tree');
  mkdirSync(path);
  const { files, megabytes: size, whole } = sampleTree(setup.tree, path, treeSize);
  const commands = [ours('scan', path), ...ripgrepOn(setup, path, 'tree')];
  const timed = await measure(commands, { rounds, seconds: seconds(0.08) });
  const taken = whole ? 'all files' : 'every n-th file';
  return {
    id: 'tree',
    title: `Source tree, ${String(files)} files, ${shown(size)} MB`,
    note: `From \`${name}\`, ${taken}. Both leave out what is binary and nothing else.`,
    timed,
  };
}

export async function hook({ folder, rounds, seconds }: Setup): Promise<Section> {
  const cwd = repository(mkdtempSync(join(folder, 'hook-')));
  const empty = { name: 'empty node', file: process.execPath, args: ['-e', '0'], cwd };
  const commands = [{ ...ours('hook', 'run'), cwd }, empty];
  const timed = await measure(commands, { rounds: rounds * 4, seconds: seconds(0.05) });
  return { id: 'hook', title: 'The hook on twenty staged files', timed };
}

/** What can be asked to do something of the kind and is installed anyway. */
export async function peers(setup: Setup): Promise<Section | string> {
  const { folder, rounds, seconds } = setup;
  const path = join(folder, 'few.csv');
  const size = writeTable(path, Math.min(setup.rows[0]!, 200));
  const secretlint = secretlintFor(path, folder);
  if (secretlint === undefined) return 'secretlint: it is not installed';
  const commands = [ours('scan', path), secretlint];
  const timed = await measure(commands, { rounds, seconds: seconds(0.04) });
  return {
    id: 'peers',
    title: `An npm peer on a table of ${megabytes(size)}`,
    note: 'secretlint with its recommended preset looks for secrets, not for personal data: the work is not the same. At this size both mostly start up.',
    timed,
  };
}

function secretlintFor(path: string, folder: string): Command | undefined {
  const modules = join(ROOT, 'node_modules');
  const script = join(modules, 'secretlint/bin/secretlint.js');
  const preset = '@secretlint/secretlint-rule-preset-recommend';
  if (!existsSync(script) || !existsSync(join(modules, preset))) return undefined;
  const config = join(folder, '.secretlintrc.json');
  writeFileSync(config, JSON.stringify({ rules: [{ id: preset }] }));
  // It takes files of the folder that it runs in only.
  const args = [script, '--secretlintrc', config, basename(path)];
  return { name: 'secretlint', file: process.execPath, args, cwd: folder };
}

export async function keystrokes({ seconds, rows }: Setup): Promise<TypedInto[]> {
  const script = join(ROOT, 'dist/worker.node.js');
  const table = [...people(Math.min(rows[0]!, 50_000) - 1)].map((row) => row.trimEnd());
  const code = linesUnder(join(ROOT, 'src/engine/formats'), 2000);
  const codes = Array.from({ length: 50_000 }, (_, n) => code[n % code.length]!);
  const into = async (id: TypedInto['id'], title: string, typed: Typed, share: number) => ({
    id,
    title: `${title} of ${String(typed.lines.length)} lines`,
    key: await strike(script, typed, { keys: 2000, seconds: seconds(share) }),
  });
  const typescript = { path: 'module.ts', languageId: 'typescript' };
  return [
    await into('module', 'TypeScript', { ...typescript, lines: code }, 0.02),
    await into('source', 'TypeScript', { ...typescript, lines: codes }, 0.04),
    await into('table', 'table', { path: 'a.csv', languageId: 'csv', lines: table }, 0.08),
  ];
}

/** Runs in this process: start-up is nothing of it. */
export const worstPieces = ({ seconds }: Setup): Promise<Worst[]> =>
  worst(join(ROOT, 'dist/index.mjs'), seconds(0.0005));

/** Sizes that would take longer than what is left are left out, and said. */
export async function growth(setup: Setup): Promise<{ grown: Grown[]; lacking: string[] }> {
  const { folder, rounds, seconds, left } = setup;
  const grown: Grown[] = [];
  let rate = 0;
  for (const [i, path] of writeGrowing(folder, setup.growth).entries()) {
    const size = setup.growth[i]!;
    if (rate * size > left()) {
      const rest = setup.growth.slice(i).join(', ');
      return { grown, lacking: [`growth at ${rest} MB: no time was left (\`--minutes\`)`] };
    }
    const start = performance.now();
    const commands = [ours('scan', path), ...ripgrepOn(setup, path), ...unix('cat', path)];
    const timed = await measure(commands, { rounds, seconds: seconds(0.06) });
    rate = (performance.now() - start) / 1000 / timed[0]!.wall.length / size;
    grown.push({ megabytes: size, timed });
  }
  return { grown, lacking: [] };
}
