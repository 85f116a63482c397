import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { foldFindings } from '../../src/editor/folding.ts';
import { createScanner, type Cancellation, type Scanner } from '../../src/editor/scanner.ts';
import { silencedBy } from '../../src/editor/silenced.ts';
import { readDirective } from '../../src/policy/directive-syntax.ts';
import type { WorkerResponse } from '../../src/worker/protocol.ts';
import { quantile } from './statistics.mts';

export interface Typed {
  readonly path: string;
  readonly languageId: string;
  readonly lines: readonly string[];
}

/** Milliseconds: of the first scan, and of what follows a key. */
export interface Keystroke {
  readonly keys: number;
  readonly megabytes: number;
  readonly findings: number;
  readonly first: number;
  /** From the pause's end until the findings are there, folded. */
  readonly answer: { readonly median: number; readonly p99: number };
  /** Of it, how long the thread of the extension host was busy. */
  readonly host: { readonly median: number; readonly p99: number };
}

const NEVER: Cancellation = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** The built worker, as `editor/extension.node.ts` starts it. */
function startScanner(script: string): Scanner {
  return createScanner(({ response, failed }) => {
    const worker = new Worker(script);
    worker.on('message', (message: WorkerResponse) => response(message));
    worker.on('error', failed);
    return {
      post: (request) => worker.postMessage(request),
      dispose: () => void worker.terminate(),
    };
  });
}

/** What `editor/analyser.ts` and `editor/problems.ts` do of a document, without VS Code's own. */
async function analyse(scanner: Scanner, lines: readonly string[], { path, languageId }: Typed) {
  const text = lines.join('\n');
  const bytes = new TextEncoder().encode(text);
  const job = { bytes, info: { path, languageId }, config: {}, configPath: path };
  const { outcome, findings } = await scanner.scan(job, NEVER);
  if (outcome !== 'complete') throw new Error(`the worker's scan: ${outcome}`);
  silencedBy({ readDirective }, text);
  foldFindings(findings);
  return { findings: findings.length, bytes: bytes.length };
}

async function timed<T>(work: () => Promise<T>) {
  const before = performance.eventLoopUtilization();
  const start = performance.now();
  const result = await work();
  const answer = performance.now() - start;
  return { answer, host: performance.eventLoopUtilization(before).active, result };
}

/**
 * Types into a document: a letter at the end of one line after the other, and each time what the
 * editor does when the pause is over. @param seconds after which no further key is struck
 */
export async function strike(
  script: string,
  document: Typed,
  { keys, seconds }: { readonly keys: number; readonly seconds: number },
): Promise<Keystroke> {
  const scanner = startScanner(script);
  try {
    const lines = [...document.lines];
    const { answer: first, result } = await timed(() => analyse(scanner, lines, document));
    const answers: number[] = [];
    const hosts: number[] = [];
    const until = performance.now() + seconds * 1000;
    while (answers.length < 3 || (answers.length < keys && performance.now() < until)) {
      const at = (answers.length * 7919) % lines.length;
      lines[at] += 'x';
      const { answer, host } = await timed(() => analyse(scanner, lines, document));
      answers.push(answer);
      hosts.push(host);
    }
    const both = (times: readonly number[]) => ({
      median: quantile(times, 0.5),
      p99: quantile(times, 0.99),
    });
    return {
      keys: answers.length,
      megabytes: result.bytes / 1e6,
      findings: result.findings,
      first,
      answer: both(answers),
      host: both(hosts),
    };
  } finally {
    scanner.dispose();
  }
}
