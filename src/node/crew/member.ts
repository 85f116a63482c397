import { statSync } from 'node:fs';
import { sep } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createPolicies, type Policies } from '../../policy/load.ts';
import { nodeFileSystem } from '../file-system.ts';
import { readFileChunks, type SystemPath } from '../read-chunks.ts';
import { scanTarget } from '../scan-target.ts';
import type { CrewFile, CrewRequest, CrewResponse, CrewResult, CrewSettings } from './protocol.ts';

/** The findings of a file are kept until all of its batch are done: larger files are not for here. */
const LARGEST = 4 * 1024 * 1024;

const PASSED: CrewResult = { kind: 'passed' };

/** Scans the batches that come through the thread's port, one after the other. */
export function serveCrew(): void {
  const port = parentPort;
  if (port === null) return;
  const { config, overlay } = workerData as CrewSettings;
  const policies = createPolicies(nodeFileSystem, { overlay, ...(config && { config }) });
  let before = Promise.resolve();
  port.on('message', ({ id, files }: CrewRequest) => {
    before = before.then(async () => {
      const results: CrewResult[] = [];
      for (const file of files) results.push(await scanned(file, policies).catch(() => PASSED));
      port.postMessage({ id, results } satisfies CrewResponse);
    });
  });
}

async function scanned({ path, place }: CrewFile, policies: Policies): Promise<CrewResult> {
  const known = asPlace(place);
  if (statSync(known).size > LARGEST) return PASSED;
  const policy = await policies.policyFor(sep === '/' ? path : path.split(sep).join('/'));
  if (policy.ignored || policies.problems().length > 0) return PASSED;
  const bytes = () => readFileChunks(known);
  const scan = scanTarget({ kind: 'file', path, root: path, bytes }, { path }, policy);
  const findings = [];
  for (;;) {
    const { value, done } = await scan.next();
    if (!done) findings.push(...value);
    else if (value === undefined) return { kind: 'binary' };
    else return { kind: 'scanned', findings, end: value };
  }
}

/** Buffers arrive as plain arrays of bytes. */
const asPlace = (place: SystemPath): SystemPath =>
  typeof place === 'string' ? place : Buffer.from(place);
