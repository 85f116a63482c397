import { Worker } from 'node:worker_threads';
import type { Target } from '../targets.ts';
import { THREAD } from './thread.ts';
import type { CrewResponse, CrewResult, CrewSettings } from './protocol.ts';

export interface CrewOptions extends CrewSettings {
  /** The program that serves as a thread when its first argument is `THREAD`. */
  readonly program: string;
  /** Threads besides this one. */
  readonly size: number;
  /**
   * Milliseconds of work before the first thread is started: one takes as long as hundreds of files
   * until it answers.
   */
  readonly patience: number;
}

/** Files that a thread gets at a time, and batches that wait for it. */
const BATCH = 32;
const DEPTH = 2;

/**
 * Hands targets on in their order. When that takes long, other threads scan some of those that are still to
 * come; the rest is for the caller.
 *
 * @param isShared may another thread scan it?
 */
export async function* shareTargets(
  targets: Iterable<Target> | AsyncIterable<Target>,
  isShared: (target: Target) => boolean,
  options: CrewOptions,
): AsyncGenerator<Target, void, undefined> {
  const begun = performance.now();
  const isDue = () => performance.now() - begun >= options.patience;
  const queue: Queue = { ahead: [], passed: 0, ended: false };
  const { ahead } = queue;
  const members: Member[] = [];
  const source = iterate(targets);
  const fill = async (count: number): Promise<void> => {
    while (!queue.ended && ahead.length < count) {
      const { value, done } = await source.next();
      if (done === true) queue.ended = true;
      else ahead.push(value);
    }
  };
  try {
    for (await fill(1); ahead.length > 0; await fill(1)) {
      if (isDue() && options.size > 0) {
        await fill(BATCH * (DEPTH + 1) * (options.size + 1));
        // A tree that ends soon is scanned before a thread could answer.
        if (members.length === 0 && !queue.ended) members.push(...startAll(options));
        members.forEach((member, index) =>
          giveBatches(member, index, members.length, queue, isShared),
        );
      }
      yield ahead.shift()!;
      queue.passed++;
    }
  } finally {
    await Promise.all(members.map((member) => member.stop()));
  }
}

/** What is still to come. */
interface Queue {
  readonly ahead: Target[];
  /** How many have been handed on. */
  passed: number;
  ended: boolean;
}

async function* iterate<T>(
  items: Iterable<T> | AsyncIterable<T>,
): AsyncGenerator<T, void, undefined> {
  yield* items;
}

interface Member {
  /** Batches without an answer. */
  readonly waiting: number;
  /** Number of the batch that is its next, counted from the first target on. */
  next: number;
  scan(files: readonly Target[]): Promise<readonly CrewResult[]>;
  stop(): Promise<unknown>;
}

const startAll = (options: CrewOptions): Member[] =>
  Array.from({ length: options.size }, () => startMember(options));

function startMember({ program, config, overlay }: CrewOptions): Member {
  const thread = new Worker(program, { argv: [THREAD], workerData: { config, overlay } });
  const open = new Map<number, (results: readonly CrewResult[]) => void>();
  let isGone = false;
  let last = 0;
  const giveUp = () => {
    isGone = true;
    for (const answer of open.values()) answer([]);
    open.clear();
  };
  thread.on('message', ({ id, results }: CrewResponse) => {
    open.get(id)?.(results);
    open.delete(id);
  });
  // Whatever happens to a thread, its files are still there for the others.
  thread.on('error', giveUp);
  thread.on('exit', giveUp);
  return {
    next: 0,
    get waiting() {
      return isGone ? Infinity : open.size;
    },
    scan: (files) =>
      new Promise((resolve) => {
        const id = ++last;
        open.set(id, resolve);
        thread.postMessage({ id, files: files.map(({ path, place = path }) => ({ path, place })) });
      }),
    stop: () => thread.terminate(),
  };
}

const PASSED: CrewResult = { kind: 'passed' };

/**
 * The batches are dealt out in turn: one to the caller, one to each thread. A thread gets its own as far
 * ahead as they are known; what the caller has reached meanwhile is the caller's.
 */
function giveBatches(
  member: Member,
  index: number,
  size: number,
  { ahead, passed, ended }: Queue,
  isShared: (target: Target) => boolean,
): void {
  const turns = size + 1;
  const reached = Math.ceil((passed + 1) / BATCH);
  while (member.next < reached || member.next % turns !== index + 1) member.next++;
  for (; member.waiting < DEPTH; member.next += turns) {
    const first = member.next * BATCH - passed;
    const after = Math.min(first + BATCH, ahead.length);
    if (after <= first || (after < first + BATCH && !ended)) return;
    const places: number[] = [];
    for (let i = first; i < after; i++) {
      const target = ahead[i]!;
      if (target.kind === 'file' && isShared(target)) places.push(i);
    }
    if (places.length === 0) continue;
    const answer = member.scan(places.map((i) => ahead[i]!));
    places.forEach((i, at) => {
      ahead[i] = { ...ahead[i]!, known: answer.then((all) => all[at] ?? PASSED) };
    });
  }
}
