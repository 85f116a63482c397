import fs from 'node:fs';
import path from 'node:path';
import { bundleSuite, suiteNames } from './bundle.mts';
import { chooseHost } from './choose-host.mts';
import type { HostName } from './choose-host.mts';
import { readOptions, usage } from './options.mts';
import type { RunOptions } from './options.mts';
import { describe } from './outcome.mts';
import { runInBrowser } from './run-in-browser.mts';
import { runOnDesktop } from './run-on-desktop.mts';
import { Unavailable, exitWith } from './unavailable.mts';

/** Runs a suite in each host that was asked for, one after the other; false when one of them failed. */
async function runAll(options: RunOptions): Promise<boolean> {
  let green = true;
  for (const asked of options.hosts) {
    const choice = await chooseHost(asked);
    const { host } = choice;
    console.log(`\n== ${options.tests} in host ${host} (${choice.why})`);
    const tests = await testsModule(options.tests, host);
    const started = Date.now();
    const outcome =
      host === 'desktop'
        ? await runOnDesktop(options, tests)
        : await runInBrowser(host, options, tests);
    console.log(describe(choice, outcome));
    console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
    green &&= outcome.problem === undefined;
    if (outcome.stopped) break;
  }
  return green;
}

/** A suite is bundled anew for each run; a module is taken as it is. */
async function testsModule(tests: string, host: HostName): Promise<string> {
  if (suiteNames().includes(tests)) return bundleSuite(tests, host === 'web' ? 'web' : 'node');
  const file = [tests, `${tests}.js`].map((name) => path.resolve(name)).find(isFile);
  if (file !== undefined) return file;
  throw new Unavailable(
    `--tests ${tests}: neither a module nor one of the suites ${suiteNames().join(', ')}`,
  );
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

try {
  if (process.argv.includes('--help')) console.log(usage);
  else {
    const green = await runAll(readOptions(process.argv.slice(2)));
    process.exit(green ? 0 : 1);
  }
} catch (error) {
  exitWith(error);
}
