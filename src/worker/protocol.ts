import type { Crash } from '../engine/block.ts';
import type { Learned, Mark, SourceInfo } from '../engine/index.ts';
import type { Config } from '../policy/config.ts';
import type { UnusedDirective } from '../policy/directives.ts';
import type { Overlay } from '../policy/policy.ts';
import type { ToldFindings } from '../wire/telling.ts';

/** Scan this source. The worker resolves the policy itself: policies hold functions, configs do not. */
export interface ScanRequest {
  readonly type: 'scan';
  /** Chosen by the sender; comes back with every answer. */
  readonly id: number;
  /** UTF-8 without a byte-order mark. Transfer its buffer. */
  readonly bytes: Uint8Array;
  readonly info: SourceInfo;
  readonly config: Config;
  /** Path of the source relative to the config's folder, with `/`. */
  readonly configPath: string;
  readonly overlay?: Overlay;
}

/** Stop scanning the source of that id. The worker still answers `done`. */
export interface CancelRequest {
  readonly type: 'cancel';
  readonly id: number;
}

export type WorkerRequest = ScanRequest | CancelRequest;

/** The next findings of a source, in order of their start. Transfer the buffer of the rows. */
export interface FindingsResponse extends ToldFindings {
  readonly type: 'findings';
  readonly id: number;
}

/** The last answer for a source. */
export interface DoneResponse {
  readonly type: 'done';
  readonly id: number;
  readonly outcome: 'complete' | 'cancelled' | 'ignored' | 'crashed';
  readonly unused: readonly UnusedDirective[];
  /** Rules that failed somewhere, each with its first place; the rest of the source was scanned. */
  readonly crashes?: readonly Crash[];
  /** Directives of a source that was scanned to its end. Their text is for no output. */
  readonly marks?: readonly Mark[];
  /** What was learned of a source that was scanned to its end, for scans of excerpts. */
  readonly learned?: Learned;
}

export type WorkerResponse = FindingsResponse | DoneResponse;

/** The buffers of a response, which are transferred and not copied. */
export const buffersOf = (response: WorkerResponse): ArrayBuffer[] =>
  response.type === 'findings' ? [response.rows.buffer] : [];
