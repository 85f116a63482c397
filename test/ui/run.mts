import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { here, projectRoot } from '../host/places.mts';
import { startWorkbench } from '../host/start-workbench.mts';
import type { WorkbenchOptions } from '../host/start-workbench.mts';
import { Unavailable, exitWith } from '../host/unavailable.mts';
import type { Scenario } from './scenario.mts';

type Host = NonNullable<WorkbenchOptions['host']>;

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: 'server,web' },
    extension: { type: 'string', default: projectRoot },
    only: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const scenarios = await loadScenarios();
  let failed = 0;
  let played = 0;
  for (const host of values.host.split(',') as Host[])
    for (const scenario of scenarios) {
      if (!(scenario.hosts ?? ['server']).includes(host)) continue;
      played++;
      if (await play(scenario, host)) continue;
      console.log(`  second try: ${scenario.name} in host ${host}`);
      if (await play(scenario, host)) continue;
      console.log(`  failed: ${scenario.name} in host ${host}`);
      failed++;
    }
  console.log(`\n${played} scenarios played, ${failed} failed`);
  if (played === 0) throw new Unavailable('No scenario was played: look at --host and --only.');
  process.exit(failed === 0 ? 0 : 1);
}

async function loadScenarios(): Promise<Scenario[]> {
  const dir = path.join(here, '..', 'ui');
  const files = fs.readdirSync(dir).filter((name) => name.endsWith('.scenario.mts'));
  const scenarios = await Promise.all(
    files.sort().map(async (name) => {
      const file = pathToFileURL(path.join(dir, name)).href;
      return ((await import(file)) as { readonly scenario: Scenario }).scenario;
    }),
  );
  return scenarios.filter(({ name }) => values.only === undefined || name === values.only);
}

async function play(scenario: Scenario, host: Host): Promise<boolean> {
  const started = Date.now();
  const step = (what: string) =>
    console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s  ${what}`);
  console.log(`\n${scenario.name} in host ${host}`);
  const { extension } = values;
  const workbench = await startWorkbench({ ...scenario, host, extension: path.resolve(extension) });
  try {
    await scenario.play(workbench, step);
    step('done');
    return true;
  } catch (error) {
    console.error(error);
    const picture = await workbench.screenshot(`${scenario.name}-failed`).catch(() => '-');
    console.error(`FAILED; this is what it looked like: ${picture}`);
    return false;
  } finally {
    await workbench.close();
  }
}

await main().catch(exitWith);
