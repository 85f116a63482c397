// npm run bench: how fast the built command line is, measured in pairs: every round runs each of
// the commands once, in another order, and the table gives medians and ratios. `-- --rows 1000000`
// takes a larger table, `-- --rounds 9` more rounds. Build first. Ripgrep is measured where it is.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { customers } from './customers.mts';
import { median, measure, type Command } from './paired.mts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
  },
});
const rows = Number(values.rows);
const rounds = Number(values.rounds);

/** What ripgrep counts: the kinds of the table by eight patterns, without Unicode's classes. */
const PATTERNS = [
  String.raw`[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}`,
  String.raw`\b0\d{1,4}[- ]?\d{1,4}[- ]?\d{4}\b`,
  String.raw`\b[A-Z]{2}\d{7}\b`,
  '(?:都|道|府|県)[^,\n]{1,60}?(?:市|区|町|村|郡)',
  String.raw`\b\d{3}-\d{4}\b`,
  String.raw`\b(?:19|20)\d{2}[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01])\b`,
  String.raw`\b\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,4}){0,2}\b`,
  'P<[A-Z]{3}[A-Z<]{39}',
];

function writeTable(path: string, count: number): void {
  const file = openSync(path, 'w');
  let text = '';
  for (const row of customers(count)) {
    text += row;
    if (text.length < 1 << 20) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
}

const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;

const scan = (path: string): Command => ({
  name: 'leaklint scan',
  file: process.execPath,
  args: [CLI, 'scan', path],
});

/** A repository with twenty small files staged. */
function repository(folder: string): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  git('init', '-q');
  for (let i = 0; i < 20; i++) {
    const file = openSync(join(folder, `module${String(i)}.ts`), 'w');
    writeSync(file, `export const value${String(i)} = ${String(i)};\n`.repeat(40));
  }
  git('add', '.');
  return folder;
}

function print(title: string, commands: readonly Command[]): void {
  const results = measure(commands, rounds);
  const base = results[0]!;
  console.log(`\n${title}`);
  for (const { name, wall, cpu, memory } of results) {
    const ratio = median(wall.map((each, i) => base.wall[i]! / each));
    console.log(
      `  ${name.padEnd(16)} wall ${median(wall).toFixed(0).padStart(7)} ms  CPU ${median(cpu)
        .toFixed(0)
        .padStart(
          7,
        )} ms  ${String(Math.round(median(memory)))} MB  ${base.name} / this ${ratio.toFixed(2)}`,
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'leaklint-speed-'));
try {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  console.log(
    `${cpus()[0]?.model ?? '?'}, ${String(cpus().length)} threads, Node ${process.version}, ${commit}`,
  );
  for (const count of [rows / 10, rows]) {
    const table = join(folder, `${String(count)}.csv`);
    writeTable(table, count);
    const patterns = PATTERNS.flatMap((pattern) => ['-e', pattern]);
    print(`${String(count)} customers, ${(statSync(table).size / 1e6).toFixed(1)} MB`, [
      scan(table),
      ...(isThere('rg')
        ? [
            {
              name: 'rg',
              file: 'rg',
              args: ['--no-unicode', '-a', '--count-matches', ...patterns, table],
            },
          ]
        : []),
      ...(isThere('wc') ? [{ name: 'wc -l', file: 'wc', args: ['-l', table] }] : []),
    ]);
  }
  const cwd = repository(mkdtempSync(join(folder, 'hook-')));
  print('the hook on twenty staged files', [
    { name: 'leaklint hook', file: process.execPath, args: [CLI, 'hook', 'run'], cwd },
    { name: 'empty node', file: process.execPath, args: ['-e', '0'], cwd },
  ]);
} finally {
  rmSync(folder, { recursive: true });
}
