import type { Crash } from '../engine/block.ts';
import { UnwrittenError } from '../node/unwritten-error.ts';
import { UnreadableError } from '../node/read-chunks.ts';
import { CrashedError } from '../node/scan-source.ts';
import type { Target } from '../node/targets.ts';
import { shownPath } from '../node/walk.ts';
import type { Policies } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { maskedName, printable } from '../report/masked-name.ts';
import { createCounter, exitCodeOf, type Counter } from '../report/summary.ts';
import { leftOutLines, readAsLines } from './asides.ts';
import type { CommandContext } from './command.ts';
import type { Sink } from './io.ts';
import { policyPath } from '../node/file-system.ts';
import { problemLines } from './policies.ts';
import { above, createProgress } from './progress.ts';

/** By convention 128 + SIGINT. */
const INTERRUPTED = 130;
const BROKEN_CONFIG = 2;

/** What commands that go through files have in common. */
export interface Session {
  readonly counter: Counter;
  /** The path as reports show it: relative, values in it masked. */
  shown(path: string): string;
  /** Writes a piece of the result. @throws ClosedError */
  write(text: string): Promise<void>;
  /** The same in UTF-8, where the result goes to somebody who takes bytes. */
  readonly writeBytes: Sink['writeBytes'];
  /** Says something beside the result. */
  complain(text: string): Promise<void>;
  /** Lets signals be heard from time to time. Is it time to stop? */
  stopped(): Promise<boolean>;
  /**
   * The policy of a target that can be scanned. Notes why not otherwise.
   *
   * @returns undefined when there is nothing to do for this target, `broken` when the scan cannot
   *   go on because a configuration is wrong
   */
  policyOf(target: Target): Promise<Policy | 'broken' | undefined>;
  /** Notes that a target failed. @throws errors that are no failure of the target */
  failed(target: Target, error: unknown): Promise<void>;
  /** Notes that a rule failed in a target; the rest of it was scanned. */
  crashed(target: Target, crash: Crash): Promise<void>;
  /** Says what is left to say. @returns the exit code */
  finish(): Promise<number>;
}

/** @param cwd folder to which shown paths are relative */
export function openSession(
  context: CommandContext,
  policies: Policies,
  cwd: string,
  sink: Sink,
): Session {
  const { io, say } = context;
  const progress = createProgress(io);
  const messages = above(progress, io.stderr);
  const result = above(progress, sink);
  const counter = createCounter();
  const shown = (path: string) => maskedName(shownPath(path, cwd));
  const complain = (text: string) => messages.write(`leaklint: ${text}\n`).catch(() => undefined);
  const note = async (target: Target, code: string, sentence = say.cannotRead) => {
    const path = shown(target.path);
    counter.problem({ path, code });
    await complain(sentence(printable(path), say.code(code)));
  };
  return {
    counter,
    shown,
    write: result.write,
    writeBytes: result.writeBytes,
    complain,
    stopped: createWatch(io.interrupted),
    async policyOf(target) {
      progress.show(() => say.scanning(counter.summary().files, printable(shown(target.path))));
      if (target.kind === 'special') counter.leftOut(shown(target.path), 'special');
      if (target.kind === 'unreadable') await note(target, target.code ?? 'EIO');
      if (target.kind !== 'file') return undefined;
      const policy = await policies.policyFor(policyPath(target.path));
      const broken = new Set(policies.problems().map(({ file }) => file));
      for (const file of broken) counter.problem({ path: shown(file), code: 'broken-config' });
      if (broken.size > 0) return 'broken';
      if (!policy.ignored) return policy;
      counter.ignored();
      return undefined;
    },
    async failed(target, error) {
      if (error instanceof UnwrittenError) await note(target, error.code, say.cannotWrite);
      else await note(target, codeOf(error));
    },
    async crashed({ path }, { rule, byte }) {
      counter.problem({ path: shown(path), code: 'rule-crashed' });
      await complain(say.ruleCrashed(printable(shown(path)), rule, byte));
    },
    async finish() {
      progress.clear();
      const summary = counter.summary();
      const broken = problemLines(policies.problems(), context);
      const asides = [...readAsLines(summary, say), ...leftOutLines(summary, say)];
      for (const line of [...asides, ...broken]) await complain(line);
      if (io.interrupted.aborted) {
        await complain(say.interrupted);
        return INTERRUPTED;
      }
      return broken.length > 0 ? BROKEN_CONFIG : exitCodeOf(summary);
    },
  };
}

function codeOf(error: unknown): string {
  if (error instanceof UnreadableError) return error.code;
  if (error instanceof CrashedError) return 'rule-crashed';
  throw error;
}

/** Milliseconds of work between two looks at the signals. */
const SLICE = 50;

function createWatch(interrupted: AbortSignal): () => Promise<boolean> {
  // `performance` would load seven of Node's modules.
  let last = Date.now();
  return async () => {
    if (Date.now() - last > SLICE) {
      await new Promise((resolve) => setImmediate(resolve));
      last = Date.now();
    }
    return interrupted.aborted;
  };
}
