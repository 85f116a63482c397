import { Worker } from 'node:worker_threads';
import type { CrewRequest, CrewResponse, CrewSettings } from './protocol.ts';
import { THREAD } from './thread.ts';

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

type Asked<T> = T extends CrewRequest ? Omit<T, 'id'> : never;

export interface Member {
  /** Requests without an answer; Infinity when the thread is gone. */
  readonly waiting: number;
  /** @returns undefined when the thread ended, whatever the reason */
  ask(request: Asked<CrewRequest>): Promise<CrewResponse['answer'] | undefined>;
  stop(): Promise<unknown>;
}

/** Threads that help this one. */
export interface Crew {
  /** As many as may be started. */
  readonly size: number;
  /** Has the work taken so many times as long that the start of a thread is worth it? */
  isDue(times?: number): boolean;
  /** Starts them all at the first call. */
  members(): readonly Member[];
  stop(): Promise<void>;
}

export function createCrew(options: CrewOptions): Crew {
  const begun = performance.now();
  let started: readonly Member[] | undefined;
  return {
    size: options.size,
    isDue: (times = 1) => options.size > 0 && performance.now() - begun >= options.patience * times,
    members: () => (started ??= Array.from({ length: options.size }, () => startMember(options))),
    async stop() {
      await Promise.all((started ?? []).map((member) => member.stop()));
    },
  };
}

function startMember({ program, config, overlay }: CrewOptions): Member {
  const thread = new Worker(program, { argv: [THREAD], workerData: { config, overlay } });
  const open = new Map<number, (answer: CrewResponse['answer'] | undefined) => void>();
  let isGone = false;
  let last = 0;
  const giveUp = () => {
    isGone = true;
    for (const answered of open.values()) answered(undefined);
    open.clear();
  };
  thread.on('message', ({ id, answer }: CrewResponse) => {
    open.get(id)?.(answer);
    open.delete(id);
  });
  // Whatever happens to a thread, its work is still there for the others.
  thread.on('error', giveUp);
  thread.on('exit', giveUp);
  return {
    get waiting() {
      return isGone ? Infinity : open.size;
    },
    ask: (request) =>
      new Promise((resolve) => {
        if (isGone) return resolve(undefined);
        const id = ++last;
        open.set(id, resolve);
        thread.postMessage({ ...request, id });
      }),
    stop: () => thread.terminate(),
  };
}
