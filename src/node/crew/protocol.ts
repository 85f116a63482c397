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

/** Scan these files. */
export interface CrewRequest {
  readonly id: number;
  readonly files: readonly CrewFile[];
}

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

/** The results of a request, a file each. */
export interface CrewResponse {
  readonly id: number;
  readonly results: readonly CrewResult[];
}
