import type { RowsJob } from '../../engine/judge-ahead.ts';
import type { JudgedRows } from '../../engine/table-scan.ts';
import type { ReportedFinding } from '../../policy/apply.ts';
import type { Overlay } from '../../policy/policy.ts';
import type { SystemPath } from '../read-chunks.ts';
import type { ScanEnd } from '../scan-source.ts';

/** Where a thread finds the policies. It opens them itself: they hold functions. */
export interface CrewSettings {
  /** Absolute path of the one configuration file, with `/`; where there is none, the nearest counts. */
  readonly config: string | undefined;
  readonly overlay: Overlay;
}

export interface CrewFile {
  /** Absolute path, in the system's own separators. */
  readonly path: string;
  readonly place: SystemPath;
}

/** Scan these files. The answer: what came of each. */
export interface FilesRequest {
  readonly id: number;
  readonly kind: 'files';
  readonly files: readonly CrewFile[];
}

/** Read the head of a large source, of which rows will come. The answer: none. */
export interface HeadRequest {
  readonly id: number;
  readonly kind: 'head';
  readonly path: string;
  /** UTF-8. */
  readonly head: Uint8Array;
}

/** Judge rows of the source whose head came last. The answer: as many as are plain, from the first on. */
export interface RowsRequest {
  readonly id: number;
  readonly kind: 'rows';
  readonly rows: RowsJob;
}

export type CrewRequest = FilesRequest | HeadRequest | RowsRequest;

/**
 * What came of a file. `passed` is left to whoever asked: what is large, ignored, unreadable or
 * fails in any way is told there, where it is told of any other file.
 */
export type CrewResult =
  | {
      readonly kind: 'scanned';
      readonly findings: readonly ReportedFinding[];
      readonly end: ScanEnd;
    }
  | { readonly kind: 'binary' }
  | { readonly kind: 'passed' };

export const PASSED: CrewResult = { kind: 'passed' };

export interface CrewResponse {
  readonly id: number;
  readonly answer: {
    readonly results?: readonly CrewResult[];
    readonly rows?: readonly JudgedRows[];
  };
}
