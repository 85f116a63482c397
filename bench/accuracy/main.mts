// npm run bench:accuracy: every list of the corpora, the labelled files, generated dumps and real
// trees, measured; writes bench/ACCURACY.md and bench/accuracy-misses.md. With `-- --peers` what
// npm offers runs over the same lists; with `-- --only <beginning of an id>` the lists, files (by
// their group too) and trees of that name are measured and printed, and nothing is written. Without the corpora nothing
// is measured or written.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { corporaFolder, openCorpora, ROOT, type Corpora } from './corpora.mts';
import { dumpGenerator, dumpLists, labelledFiles } from './dumps.mts';
import { measureFile, type FileResult } from './files.mts';
import { createJudge, readJudgements } from './judged.mts';
import { isKnown, scanWithLeaklint } from './leaklint.mts';
import { LISTS } from './lists/index.mts';
import { measure, type Result } from './measure.mts';
import { missesPage } from './misses.mts';
import { comparePeers, NO_PEERS } from './peers.mts';
import { measuredTables, report } from './report.mts';
import type { Measured } from './figures.mts';
import { isReached, TARGETS } from './targets.mts';
import { measureTree, type TreeResult } from './trees.mts';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, peers: { type: 'boolean', default: false } },
});

const isWanted = ({ id }: { readonly id: string }) => id.startsWith(options.only ?? '');

async function measureLists(corpora: Corpora): Promise<Map<string, Result>> {
  const results = new Map<string, Result>();
  for (const list of LISTS.filter(isWanted)) {
    results.set(list.id, await measure(list, corpora.rows, scanWithLeaklint, isKnown));
  }
  return results;
}

async function measureFiles(
  corpora: Corpora,
  generator: string | undefined,
): Promise<FileResult[]> {
  const lists = [...labelledFiles(corpora), ...(generator ? dumpLists(corpora, generator) : [])];
  const results: FileResult[] = [];
  const wanted = lists.filter((list) => isWanted(list) || isWanted({ id: list.group }));
  for (const list of wanted) {
    console.log(list.id);
    results.push(await measureFile(list, corpora.rows, scanWithLeaklint, isKnown));
  }
  return results;
}

function measureTrees(corpora: Corpora): Map<string, TreeResult> {
  const judge = createJudge(readJudgements());
  const trees = [
    { id: 'clean-sample', folder: join(corpora.folder, 'clean-sample') },
    { id: 'src', folder: join(ROOT, 'src') },
    { id: 'docs', folder: join(ROOT, 'docs') },
    { id: 'node_modules', folder: join(ROOT, 'node_modules') },
  ];
  const results = new Map<string, TreeResult>();
  for (const tree of trees.filter(isWanted)) {
    console.log(tree.id);
    const result = measureTree(tree, judge);
    if (result) results.set(tree.id, result);
  }
  return results;
}

/** What made the figures: the commit, the versions, the rules. No date, so that equal runs are equal. */
function makers(): string[] {
  const version = (name: string) =>
    (JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as { version: string }).version;
  const commit = execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
    cwd: ROOT,
    encoding: 'utf8',
  }).trim();
  return [
    `commit ${commit}, leaklint ${version('package.json')}`,
    `libphonenumber-js ${version('node_modules/libphonenumber-js/package.json')}, tlds ${version('node_modules/tlds/package.json')}`,
  ];
}

async function main() {
  const corpora = openCorpora(corporaFolder());
  if (!corpora) {
    console.log(
      `No corpora in ${corporaFolder()}: nothing is measured. LEAKLINT_CORPORA names another folder.`,
    );
    return;
  }
  const generator = dumpGenerator(corpora);
  if (!generator) console.log('No generator of leak dumps beside the corpora: dumps are left out.');
  const measured: Measured = {
    lists: await measureLists(corpora),
    files: await measureFiles(corpora, generator),
    trees: measureTrees(corpora),
  };
  if (options.only !== undefined) {
    console.log(`${measuredTables(measured, isKnown)}\n\n${missesPage(measured)}`);
    return;
  }
  const peers = options.peers ? await comparePeers(corpora, measured) : NO_PEERS;
  writeFileSync(join(ROOT, 'bench/ACCURACY.md'), report(measured, makers(), isKnown, peers));
  writeFileSync(join(ROOT, 'bench/accuracy-misses.md'), missesPage(measured));
  const reached = TARGETS.filter(({ goal, rules, figure }) => {
    const value = figure(measured);
    return rules.every(isKnown) && value !== undefined && isReached(goal, value);
  });
  console.log(`${reached.length} of ${TARGETS.length} goals reached: bench/ACCURACY.md`);
}

await main();
