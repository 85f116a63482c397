import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { Scanned } from '../../src/editor/analysis.ts';
import * as core from '../../src/editor/core.ts';
import { LIVE_SLICE } from '../../src/editor/limits.ts';
import { afterEdits, isDirty, judgeUntil, liveOf, rehearse } from '../../src/editor/live.ts';
import { createScanner, type Scanner } from '../../src/editor/scanner.ts';
import { silencedBy } from '../../src/editor/silenced.ts';
import type { TextEdit } from '../../src/editor/text-edit.ts';
import { diagnosticMessage } from '../../src/editor/wording.ts';
import type { WorkerResponse } from '../../src/worker/protocol.ts';
import { NEVER } from '../../test/support/never-cancelled.ts';
import { quantile } from './statistics.mts';
import { typedDocument, type TypedDocument } from './typed-document.mts';

export interface Typed {
  readonly path: string;
  readonly languageId: string;
  readonly lines: readonly string[];
}

export interface Quantiles {
  readonly median: number;
  readonly p99: number;
}

/** What follows edits at once, in the thread of the extension host. Milliseconds. */
export interface Answered {
  readonly edits: number;
  /** Moving what is known and judging the lines that were edited. */
  readonly engine: Quantiles;
  /** Of that the fastest of three answers to each edit: without what else the machine does. */
  readonly quiet: Quantiles;
  /** The same, with folding, building and serialising of diagnostics. */
  readonly shown: Quantiles;
  /** The longest that the thread was kept at once. */
  readonly slice: number;
}

/** Milliseconds: of the first scan, of what follows a key, and of what follows a pause. */
export interface Keystroke {
  readonly megabytes: number;
  readonly findings: number;
  readonly first: number;
  readonly key: Answered;
  /** The first key of all, after a rehearsal. */
  readonly firstKey: number;
  readonly paste: Answered;
  /** The scan of the whole document when typing rests. */
  readonly whole: Quantiles & { readonly scans: number };
  /** Of it, how long the thread of the extension host was busy. */
  readonly host: Quantiles;
}

const CONFIG = {};

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

/** What `editor/analyser.ts` does of a document, without VS Code's own. */
async function analyse(
  scanner: Scanner,
  document: TypedDocument,
  { path, languageId }: Typed,
): Promise<{ readonly known: Scanned; readonly bytes: number }> {
  const text = document.joined();
  const bytes = new TextEncoder().encode(text);
  const info = { path, languageId };
  const result = await scanner.scan({ bytes, info, config: CONFIG, configPath: path }, NEVER);
  if (result.outcome !== 'complete') throw new Error(`the worker's scan: ${result.outcome}`);
  const live = liveOf(core, { bytes, info }, core.resolvePolicy(CONFIG, path), result);
  const known: Scanned = {
    kind: 'scanned',
    version: 1,
    exact: true,
    findings: result.findings,
    unused: result.unused,
    silenced: silencedBy(core, text),
    rulesOff: [],
    failed: [],
    large: false,
    configBroken: false,
    live,
  };
  show(known);
  return { known, bytes: bytes.length };
}

/** What `editor/diagnostics.ts` makes of what is known, as it goes to VS Code: in JSON. */
function show({ findings }: Scanned): string {
  const diagnostics = findings.folded().map(({ finding, count }) => {
    const { rule, start, end } = finding;
    const { en } = core.ruleById(rule)!.messages;
    const message = diagnosticMessage((text, ...args) => text + args.join(), en, finding, count);
    return { rule, message, start, end };
  });
  return JSON.stringify(diagnostics);
}

async function timed<T>(work: () => Promise<T>) {
  const before = performance.eventLoopUtilization();
  const start = performance.now();
  const result = await work();
  const answer = performance.now() - start;
  return { answer, host: performance.eventLoopUtilization(before).active, result };
}

/** What `editor/analyses.ts` does after an edit, slice after slice. */
function answer(known: Scanned, edit: TextEdit, document: TypedDocument) {
  const begin = performance.now();
  let now = afterEdits(known, [edit], known.version + 1);
  let engine = performance.now() - begin;
  let shown = engine;
  let slice = engine;
  do {
    const start = performance.now();
    now = judgeUntil(core, now, document, start + LIVE_SLICE);
    const judged = performance.now() - start;
    if (!isDirty(now)) show(now);
    const all = performance.now() - start;
    engine += judged;
    shown += all;
    slice = Math.max(slice, all);
  } while (isDirty(now));
  return { now, engine, shown, slice };
}

const quantiles = (times: readonly number[]): Quantiles => ({
  median: quantile(times, 0.5),
  p99: quantile(times, 0.99),
});

/** Edits one line after the other. @param until when no further edit is made */
function edit(
  begin: Scanned,
  document: TypedDocument,
  textOf: (n: number) => string,
  { edits, until }: { readonly edits: number; readonly until: number },
): { readonly known: Scanned; readonly answered: Answered; readonly first: number } {
  const answers: (ReturnType<typeof answer> & { readonly quiet: number })[] = [];
  let known = begin;
  while (answers.length < 3 || (answers.length < edits && performance.now() < until)) {
    const line = 1 + ((answers.length * 7919) % (document.count - 1));
    const character = document.textOf(line + 1).length;
    const change = document.insert({ line, character }, textOf(answers.length));
    const answered = answer(known, change, document);
    // An answer changes nothing: it can be given again.
    const again = [1, 2].map(() => answer(known, change, document).engine);
    known = answered.now;
    answers.push({ ...answered, quiet: Math.min(answered.engine, ...again) });
  }
  const of = (what: 'engine' | 'quiet' | 'shown' | 'slice') => answers.map((each) => each[what]);
  const answered = {
    edits: answers.length,
    engine: quantiles(of('engine')),
    quiet: quantiles(of('quiet')),
    shown: quantiles(of('shown')),
    slice: Math.max(...of('slice')),
  };
  return { known, answered, first: answers[0]!.shown };
}

const PASTED = 100;
const MOST_PASTES = 30;
const MOST_WHOLE = 20;

/**
 * Types into a document: a letter at the end of one line after the other, every twentieth a line
 * end; then pastes lines of it; then scans the whole, as the editor does when typing rests.
 *
 * @param seconds for all of it but the first scan
 */
export async function strike(
  script: string,
  typed: Typed,
  { keys, seconds }: { readonly keys: number; readonly seconds: number },
): Promise<Keystroke> {
  const scanner = startScanner(script);
  try {
    const document = typedDocument(typed.lines);
    const { answer: first, result } = await timed(() => analyse(scanner, document, typed));
    const start = performance.now();
    const by = (share: number) => start + share * seconds * 1000;
    const letters = { edits: keys, until: by(0.4) };
    rehearse(core, result.known, document);
    const cold = edit(result.known, document, () => 'x', { edits: 1, until: 0 });
    const key = edit(cold.known, document, (n) => (n % 20 === 19 ? '\n' : 'x'), letters);
    const lines = typed.lines.slice(1, 1 + PASTED).join('\n');
    const pastes = { edits: MOST_PASTES, until: by(0.6) };
    const paste = edit(key.known, document, () => `\n${lines}`, pastes);
    const scans: { readonly answer: number; readonly host: number }[] = [];
    while (scans.length < 3 || (scans.length < MOST_WHOLE && performance.now() < by(1))) {
      scans.push(await timed(() => analyse(scanner, document, typed)));
    }
    return {
      megabytes: result.bytes / 1e6,
      findings: result.known.findings.length,
      first,
      key: key.answered,
      firstKey: cold.first,
      paste: paste.answered,
      whole: { ...quantiles(scans.map((each) => each.answer)), scans: scans.length },
      host: quantiles(scans.map((each) => each.host)),
    };
  } finally {
    scanner.dispose();
  }
}
