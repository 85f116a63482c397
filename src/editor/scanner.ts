import type { Crash } from '../engine/block.ts';
import type { Learned, Mark, SourceInfo } from '../engine/index.ts';
import type { Config } from '../policy/config.ts';
import type { UnusedDirective } from '../policy/directives.ts';
import type { DoneResponse, WorkerResponse } from '../worker/protocol.ts';
import { FindingList } from './finding-list.ts';
import type { Core } from './load-core.ts';
import type { Transport, TransportListener } from './platform.ts';

/** A source to scan, with the config that governs it. */
export interface ScanJob {
  /** UTF-8 without a byte-order mark. */
  readonly bytes: Uint8Array;
  readonly info: SourceInfo;
  readonly config: Config;
  /** Path of the source relative to the config's folder. */
  readonly configPath: string;
}

export interface ScanResult {
  /** `failed`: the port has closed before the answer came. */
  readonly outcome: DoneResponse['outcome'] | 'failed';
  readonly findings: FindingList;
  readonly unused: readonly UnusedDirective[];
  /** Rules that failed somewhere; the rest of the source was scanned. */
  readonly crashes: readonly Crash[];
  /** Of a scan that is complete, for scans of excerpts. */
  readonly marks?: readonly Mark[];
  readonly learned?: Learned;
}

/** The few members of vscode.CancellationToken that a scan looks at. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

/** Scans sources one after the other. */
export interface Scanner {
  scan(job: ScanJob, cancellation: Cancellation): Promise<ScanResult>;
  dispose(): void;
}

const NOTHING = { findings: FindingList.EMPTY, unused: [], crashes: [] };
const CANCELLED: ScanResult = { outcome: 'cancelled', ...NOTHING };
const FAILED: ScanResult = { outcome: 'failed', ...NOTHING };

interface Waiting {
  findings: FindingList;
  readonly settle: (result: ScanResult) => void;
}

/** A scanner at the other end of a message port. When the port fails, all scans end as `failed`. */
export function createScanner(connect: (listener: TransportListener) => Transport): Scanner {
  const waiting = new Map<number, Waiting>();
  let ids = 0;
  let broken = false;
  const giveUp = (result: ScanResult) => {
    for (const { settle } of waiting.values()) settle(result);
    waiting.clear();
  };
  const transport = connect({
    response: (response) => receive(response, waiting),
    failed: () => {
      broken = true;
      giveUp(FAILED);
    },
  });
  return {
    async scan(job, cancellation) {
      if (cancellation.isCancellationRequested) return CANCELLED;
      if (broken) return FAILED;
      const id = ids++;
      const listening = cancellation.onCancellationRequested(() =>
        transport.post({ type: 'cancel', id }),
      );
      try {
        return await new Promise<ScanResult>((settle) => {
          waiting.set(id, { findings: FindingList.of([]), settle });
          transport.post({ type: 'scan', id, ...job });
        });
      } finally {
        listening.dispose();
      }
    },
    dispose() {
      transport.dispose();
      giveUp(CANCELLED);
    },
  };
}

function receive(response: WorkerResponse, waiting: Map<number, Waiting>): void {
  const entry = waiting.get(response.id);
  if (entry === undefined) return;
  if (response.type === 'findings') {
    entry.findings = entry.findings.withMore(response);
    return;
  }
  waiting.delete(response.id);
  const { outcome, unused, crashes = [], marks, learned } = response;
  const findings = outcome === 'complete' ? entry.findings : FindingList.EMPTY;
  const known = { ...(marks && { marks }), ...(learned && { learned }) };
  entry.settle({ outcome, findings, unused, crashes, ...known });
}

/** Milliseconds that a scan in the extension host may keep others waiting. */
const SLICE = 8;

/**
 * A scanner in the extension host itself, in slices: for what is being written, and where no worker
 * can be had.
 */
export function createInlineScanner({ createWorker }: Core): Scanner {
  return createScanner((listener) => {
    const worker = createWorker(
      { post: listener.response, breathe: () => new Promise((resolve) => setTimeout(resolve, 0)) },
      SLICE,
    );
    return { post: worker.receive, dispose: () => undefined };
  });
}
