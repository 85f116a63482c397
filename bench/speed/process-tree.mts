import { readFileSync, readdirSync } from 'node:fs';

/** What a file of /proc says; nothing when the process has ended meanwhile. */
type Read = (path: string) => string;

const read: Read = (path) => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};

const tasksOf = (pid: number): readonly string[] => {
  try {
    return readdirSync(`/proc/${String(pid)}/task`);
  } catch {
    return [];
  }
};

const childrenOf = (pid: number): number[] =>
  tasksOf(pid).flatMap((task) =>
    read(`/proc/${String(pid)}/task/${task}/children`)
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );

/** Resident megabytes (10^6 bytes) that a status file of /proc tells. */
export function residentIn(status: string): number {
  return (Number(/^VmRSS:\s{0,20}(\d{1,12}) kB$/m.exec(status)?.[1] ?? 0) * 1024) / 1e6;
}

/** Resident megabytes of a process and all under it at this moment; 0 where there is no /proc. */
export function residentOf(pid: number): number {
  const own = residentIn(read(`/proc/${String(pid)}/status`));
  return childrenOf(pid).reduce((sum, child) => sum + residentOf(child), own);
}
