import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { residentOf } from './process-tree.mts';

export interface Command {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Where its standard output goes; nowhere when not given. */
  readonly output?: string;
}

/** Of one command, round by round: milliseconds of wall and CPU time, megabytes at the most. */
export interface Timed {
  readonly name: string;
  readonly wall: readonly number[];
  /** Of all its processes; NaN where nothing tells. */
  readonly cpu: readonly number[];
  /** Of all its processes together; NaN where nothing tells. */
  readonly memory: readonly number[];
}

export interface Effort {
  readonly rounds: number;
  /** No round begins that would probably end later than so many seconds from the start. */
  readonly seconds: number;
}

export interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** GNU time, where it is, tells the CPU time of all, and the memory of the largest. */
const TIME = '/usr/bin/time';
const FORMAT = '%U %S %M';
const hasTime = spawnSync(TIME, ['-f', FORMAT, 'true']).status === 0;
/** Milliseconds between looks at the memory of a tree of processes. */
const LOOK = 20;

/** What GNU time says in the last line of standard error. */
export function usageIn(stderr: string): { readonly cpu: number; readonly memory: number } {
  const said = /(\d{1,9}\.\d{2}) (\d{1,9}\.\d{2}) (\d{1,12})\s{0,9}$/.exec(stderr);
  if (said === null) return { cpu: NaN, memory: NaN };
  const [, user, system, kilobytes] = said.map(Number) as [number, number, number, number];
  return { cpu: Math.round((user + system) * 1000), memory: (kilobytes * 1024) / 1e6 };
}

/** Node 20 reads such a bundle at every start, which has nothing to do with the work. */
const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };

/** @throws Error when the command cannot start or fails; findings (1) are no failure */
export async function run({ name, file, args, cwd, output }: Command): Promise<Usage> {
  const timed = hasTime ? [TIME, '-f', FORMAT, file, ...args] : [file, ...args];
  const out = output === undefined ? 'ignore' : openSync(output, 'w');
  const start = performance.now();
  const child = spawn(timed[0]!, timed.slice(1), {
    cwd: cwd ?? process.cwd(),
    env,
    stdio: ['ignore', out, 'pipe'],
  });
  let stderr = '';
  // Of a long text only the end is kept: the usage.
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-1000);
  });
  let together = 0;
  const look = setInterval(() => {
    together = Math.max(together, residentOf(child.pid!));
  }, LOOK);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject).on('close', resolve);
    });
    const wall = performance.now() - start;
    // What it says on standard error may repeat the file's content.
    if (code === null || code > 1) throw new Error(`${name} failed: ${String(code)}`);
    const { cpu, memory } = usageIn(stderr);
    const most = Math.max(together, Number.isNaN(memory) ? 0 : memory);
    return { wall, cpu, memory: most > 0 ? most : NaN };
  } finally {
    clearInterval(look);
    if (typeof out === 'number') closeSync(out);
  }
}

/** Which command comes when in a round: each is first, second … equally often. */
export function orderOf(count: number, round: number): number[] {
  return Array.from({ length: count }, (_, i) => (i + round) % count);
}

/** Runs each command once in every round, each round in another order; at least one round. */
export async function measure(
  commands: readonly Command[],
  { rounds, seconds }: Effort,
  runOne: (command: Command) => Promise<Usage> = run,
): Promise<Timed[]> {
  const usages = commands.map((): Usage[] => []);
  const start = performance.now();
  for (let round = 0; round < rounds; round++) {
    const spent = performance.now() - start;
    if (round > 0 && spent + spent / round > seconds * 1000) break;
    for (const index of orderOf(commands.length, round)) {
      usages[index]!.push(await runOne(commands[index]!));
    }
  }
  return commands.map(({ name }, index) => ({
    name,
    wall: usages[index]!.map(({ wall }) => wall),
    cpu: usages[index]!.map(({ cpu }) => cpu),
    memory: usages[index]!.map(({ memory }) => memory),
  }));
}
