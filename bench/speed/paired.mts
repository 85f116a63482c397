import { spawnSync } from 'node:child_process';

export interface Command {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}

/** Of one command, round by round: milliseconds of wall and CPU time, megabytes at the most. */
export interface Timed {
  readonly name: string;
  readonly wall: readonly number[];
  readonly cpu: readonly number[];
  readonly memory: readonly number[];
}

/** The middle one, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** GNU time, where it is, tells CPU and memory of the whole family. */
const TIME = '/usr/bin/time';
const hasTime = spawnSync(TIME, ['-f', '%U', 'true']).status === 0;

function run({ file, args, cwd = process.cwd() }: Command): Usage {
  const start = performance.now();
  const timed = hasTime ? [TIME, '-f', '%U %S %M', file, ...args] : [file, ...args];
  const { error, stderr } = spawnSync(timed[0]!, timed.slice(1), {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (error) throw error;
  const wall = performance.now() - start;
  const [user = 0, system = 0, kilobytes = 0] = hasTime
    ? stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
    : [];
  return { wall, cpu: (user + system) * 1000, memory: kilobytes / 1000 };
}

/** Runs each command once in every round, each round in another order. */
export function measure(commands: readonly Command[], rounds: number): Timed[] {
  const usages = commands.map((): Usage[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < commands.length; i++) {
      const index = (i + round) % commands.length;
      usages[index]!.push(run(commands[index]!));
    }
  }
  return commands.map(({ name }, index) => ({
    name,
    wall: usages[index]!.map(({ wall }) => wall),
    cpu: usages[index]!.map(({ cpu }) => cpu),
    memory: usages[index]!.map(({ memory }) => memory),
  }));
}
