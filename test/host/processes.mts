import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ProcessGroup {
  readonly child: ChildProcess;
  /** Resolves with the exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

const GRACE_MS = 5000;

/** Starts a child as leader of its own group, so that stopping it reaches the extension host and whatever that started. */
export function startGroup(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ProcessGroup {
  const child = spawn(command, args, {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killAll = () => signalGroup(child.pid, 'SIGKILL');
  process.once('exit', killAll);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
  return {
    child,
    ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        signalGroup(child.pid, 'SIGTERM');
        await Promise.race([ended, sleep(GRACE_MS, undefined, { ref: false })]);
      }
      killAll(); // those who outlived their leader
      process.removeListener('exit', killAll);
    },
  };
}

function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (leader !== undefined) process.kill(-leader, signal);
  } catch {
    // Nobody is left in the group.
  }
}

/** Runs a callback when the user stops us, once: a second signal ends the process as usual. */
export function onInterrupt(stop: (signal: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal));
}
