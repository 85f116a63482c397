// npm run bench: how fast the built command line and the editor's worker are, measured in pairs,
// beside the targets; written to bench/RESULTS.md with a chart. Within six minutes by default;
// `-- --rows 100000,1000000,7930000 --growth 100,400,1400 --minutes 60`
// takes dumps up to the whole. Ripgrep is measured where it is.
//   --rows A,B      customers in the tables, the smallest first (100,000)
//   --tree FOLDER   a source tree (node_modules); --tree-mb N how much of it at the most (20)
//   --growth A,B    sizes in MB (10,20,40,80)
//   --rounds N      at the most (5), --minutes N for all of it (5)
//   --out FOLDER    where the results go (bench)
//   --only keys     what follows a key in the editor, and nothing else; printed only
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chart } from './chart.mts';
import type { Measured, Section } from './measured.mts';
import { growthPanels, results } from './results.mts';
import { findRipgrep, HOW_TO_GET_RIPGREP, type Ripgrep } from './ripgrep.mts';
import * as sections from './sections.mts';

const ROOT = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '5' },
    tree: { type: 'string', default: join(ROOT, 'node_modules') },
    'tree-mb': { type: 'string', default: '20' },
    growth: { type: 'string', default: '10,20,40,80' },
    out: { type: 'string', default: join(ROOT, 'bench') },
    only: { type: 'string' },
  },
});

const start = performance.now();
const budget = Number(values.minutes) * 60;
const ripgrep = findRipgrep();
const folder = mkdtempSync(join(tmpdir(), 'leaklint-speed-'));
const setup: sections.Setup = {
  folder,
  rows: values.rows.split(',').map(Number),
  rounds: Number(values.rounds),
  ripgrep,
  tree: resolve(values.tree),
  treeSize: Number(values['tree-mb']),
  growth: values.growth.split(',').map(Number),
  seconds: (share) => share * budget,
  left: () => budget - (performance.now() - start) / 1000,
};

const numbers = [...setup.rows, setup.rounds, budget, setup.treeSize, ...setup.growth];
if (!numbers.every((each) => each > 0)) throw new Error('sizes are numbers above 0');

/** Commit, and whether the files differ from it. */
function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'src', 'tools') !== '';
  return git('rev-parse', '--short', 'HEAD') + (changed ? ', with changes' : '');
}

function made(rg: Ripgrep | undefined): string[] {
  const processors = cpus();
  const memory = `${String(Math.round(totalmem() / 1024 ** 3))} GiB`;
  return [
    `${new Date().toISOString().slice(0, 10)}, commit ${commit()}`,
    `${processors[0]?.model.trim() ?? '?'}, ${String(processors.length)} threads, ${memory}, ${type()} ${release()}`,
    `Node ${process.version}, ${rg?.version ?? 'no ripgrep'}`,
  ];
}

async function measureAll(): Promise<Measured> {
  const done: Section[] = [];
  const lacking = ripgrep === undefined ? [HOW_TO_GET_RIPGREP] : [];
  const add = async (name: string, section: Promise<Section | string>) => {
    try {
      const got = await section;
      if (typeof got === 'string') lacking.push(got);
      else done.push(got);
    } catch (error) {
      // The page says that there is no figure; why is told to whoever runs it.
      console.error(error);
      lacking.push(`${name}: a command failed`);
      process.exitCode = 1;
    }
    console.error(`${name}: after ${((performance.now() - start) / 1000).toFixed(0)} s`);
  };
  for (const rows of setup.rows) await add(`table of ${String(rows)}`, sections.dump(setup, rows));
  await add('JSON Lines', sections.lines(setup));
  await add('all findings', sections.all(setup));
  await add('source text', sections.sparse(setup));
  await add('tree', sections.tree(setup, basename(setup.tree)));
  await add('hook', sections.hook(setup));
  await add('peers', sections.peers(setup));
  const typed = await sections.keystrokes(setup);
  const worst = await sections.worstPieces(setup);
  console.error(`worst pieces: after ${((performance.now() - start) / 1000).toFixed(0)} s`);
  const { grown, lacking: sizes } = await sections.growth(setup);
  return {
    made: made(ripgrep),
    sections: done,
    typed,
    growth: grown,
    worst,
    lacking: [...lacking, ...sizes],
  };
}

async function measureKeys(): Promise<Measured> {
  const typed = await sections.keystrokes(setup);
  return { made: made(ripgrep), sections: [], typed, worst: [], growth: [], lacking: [] };
}

function write(measured: Measured): void {
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'RESULTS.md'), results(measured));
  writeFileSync(join(values.out, 'growth.svg'), chart(growthPanels(measured.growth)));
}

if (values.only !== undefined && values.only !== 'keys') throw new Error('--only keys');

try {
  const measured = await (values.only === 'keys' ? measureKeys() : measureAll());
  if (values.only === undefined) write(measured);
  console.log(results(measured));
} finally {
  rmSync(folder, { recursive: true });
}
