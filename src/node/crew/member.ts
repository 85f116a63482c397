import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createRowsJudge, type RowsJob } from '../../engine/judge-ahead.ts';
import type { JudgedRows } from '../../engine/table-scan.ts';
import { createPolicies, type Policies } from '../../policy/load.ts';
import { nodeFileSystem, policyPath } from '../file-system.ts';
import { readFileChunks, type SystemPath } from '../read-chunks.ts';
import { scanTarget } from '../scan-target.ts';
import {
  PASSED,
  type CrewFile,
  type CrewRequest,
  type CrewResponse,
  type CrewResult,
  type CrewSettings,
  type HeadRequest,
} from './protocol.ts';

/** The findings of a file are kept until all of its batch are done: larger files are not for here. */
const LARGEST = 4 * 1024 * 1024;

type Answer = CrewResponse['answer'];

/**
 * Does what is asked for through the thread's port, one after the other.
 *
 * @returns false when this is no thread: somebody typed its argument
 */
export function serveCrew(): boolean {
  const port = parentPort;
  if (port === null) return false;
  const { config, overlay } = workerData as CrewSettings;
  const policies = createPolicies(nodeFileSystem, { overlay, ...(config && { config }) });
  const answer = createAnswerer(policies);
  let before = Promise.resolve();
  port.on('message', (request: CrewRequest) => {
    before = before.then(async () => {
      port.postMessage({ id: request.id, answer: await answer(request) } satisfies CrewResponse);
    });
  });
  return true;
}

function createAnswerer(policies: Policies): (request: CrewRequest) => Promise<Answer> {
  /** Of the source whose head came last; undefined where nothing can be judged. */
  let judge: ReturnType<typeof createRowsJudge> | undefined;
  return async (request) => {
    switch (request.kind) {
      case 'files': {
        const results: CrewResult[] = [];
        for (const file of request.files) {
          results.push(await scanned(file, policies).catch(() => PASSED));
        }
        return { results };
      }
      case 'head':
        judge = await judgeOf(request, policies).catch(() => undefined);
        return {};
      case 'rows':
        return { rows: judged(judge, request.rows) };
    }
  };
}

/** A rule that fails is found out where the rows are judged again. */
function judged(judge: ((job: RowsJob) => JudgedRows[]) | undefined, job: RowsJob): JudgedRows[] {
  try {
    return judge?.(job) ?? [];
  } catch {
    return [];
  }
}

async function judgeOf({ path, head }: HeadRequest, policies: Policies) {
  const policy = await policies.policyFor(policyPath(path));
  if (policies.problems().length > 0) return undefined;
  return createRowsJudge(head, { path }, policy.options);
}

async function scanned({ path, place }: CrewFile, policies: Policies): Promise<CrewResult> {
  const known = asPlace(place);
  if (statSync(known).size > LARGEST) return PASSED;
  const policy = await policies.policyFor(policyPath(path));
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
