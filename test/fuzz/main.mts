// Fuzzes for as long as is said and notes what came of it in bench/FUZZ.md.
//   npm run fuzz -- --minutes 10 [--seed N]
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { PROPERTIES } from './properties.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes ?? 1);
const seed = Number(values.seed ?? Date.now() % 0x7fff_ffff);
const names = Object.keys(PROPERTIES) as (keyof typeof PROPERTIES)[];
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const date = new Date().toISOString().slice(0, 10);

for (const name of names) {
  const details = fc.check<unknown>(PROPERTIES[name] as fc.IProperty<unknown>, {
    seed,
    numRuns: 1 << 30,
    interruptAfterTimeLimit: (minutes * 60_000) / names.length,
    markInterruptAsFailure: false,
  });
  const { failed, numRuns, counterexamplePath } = details;
  const result = failed ? `failed, path \`${counterexamplePath}\`` : 'nothing found';
  const row = `| ${date} | ${commit} | ${name} | ${seed} | ${numRuns} | ${result} |\n`;
  appendFileSync(new URL('../../bench/FUZZ.md', import.meta.url), row);
  process.stdout.write(row);
  if (failed) {
    process.exitCode = 1;
    // Everything in it is made up.
    process.stdout.write(`${fc.defaultReportMessage(details)}\n`);
  }
}
