import { scanBlocks, type Mark } from '../engine/index.ts';
import { eachReported } from '../policy/apply.ts';
import { createDirectives } from '../policy/directives.ts';
import { resolvePolicy } from '../policy/load.ts';
import { createCrashList } from '../report/crashes.ts';
import type { DoneResponse, ScanRequest, WorkerRequest, WorkerResponse } from './protocol.ts';
import { createTelling } from '../wire/telling.ts';

/** The half of a message port that the worker writes to, and a way to let messages in. */
export interface WorkerPort {
  post(response: WorkerResponse): void;
  /** Resolves after the messages that have arrived were handed to `receive`. */
  breathe(): Promise<void>;
}

/** Longest time in milliseconds that a scan runs before a cancellation is looked for. */
const SLICE = 50;

/** Findings in one message: whoever reads it is busy no longer than a few milliseconds. */
const MOST_FINDINGS = 1000;

/**
 * The engine behind a message port: requests go into `receive`, answers come out of `port`.
 *
 * @param slice milliseconds between breaths; shorter where the thread is shared with others
 */
export function createWorker(
  port: WorkerPort,
  slice = SLICE,
): { receive(request: WorkerRequest): void } {
  const waiting: ScanRequest[] = [];
  const open = new Set<number>();
  const cancelled = new Set<number>();
  let running = false;

  async function run(): Promise<void> {
    running = true;
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
      const done = await scan(request, port, cancelled, slice);
      open.delete(request.id);
      cancelled.delete(request.id);
      port.post(done);
    }
    running = false;
  }

  return {
    receive(request) {
      if (request.type === 'cancel') {
        // One that comes after `done` must not wait for the next source of that id.
        if (open.has(request.id)) cancelled.add(request.id);
        return;
      }
      open.add(request.id);
      waiting.push(request);
      if (!running) void run();
    },
  };
}

async function scan(
  request: ScanRequest,
  port: WorkerPort,
  cancelled: ReadonlySet<number>,
  slice: number,
): Promise<DoneResponse> {
  const { id, bytes, info, config, configPath, overlay } = request;
  const crashes = createCrashList();
  const done = (
    outcome: DoneResponse['outcome'],
    unused: DoneResponse['unused'] = [],
  ): DoneResponse => ({ type: 'done', id, outcome, unused, crashes: crashes.list() });
  let last = performance.now();
  try {
    const policy = resolvePolicy(config, configPath, overlay);
    if (policy.ignored) return done('ignored');
    const directives = createDirectives(policy.options.custom.map((rule) => rule.id));
    const marks: Mark[] = [];
    const telling = createTelling(MOST_FINDINGS);
    const tell = () => port.post({ type: 'findings', id, ...telling.take() });
    const blocks = scanBlocks([bytes], info, policy.options);
    let step = blocks.next();
    for (; step.done !== true; step = blocks.next()) {
      const block = step.value;
      crashes.add(block);
      marks.push(...block.marks);
      eachReported(block, policy, directives, (finding, severity) => {
        telling.add(finding, severity);
        if (telling.length === MOST_FINDINGS) tell();
      });
      if (telling.length > 0) tell();
      if (performance.now() - last > slice) {
        await port.breathe();
        last = performance.now();
      }
      if (cancelled.has(id)) return done('cancelled');
    }
    const unused = policy.tellsUnused ? directives.unused() : [];
    return { ...done('complete', unused), marks, learned: step.value };
  } catch {
    // The error's text may hold text of the source: it goes nowhere.
    return done('crashed');
  }
}
