import type { LogOutputChannel } from 'vscode';
import type { Analyses } from './analyses.ts';
import type { HeldFiles } from './held-files.ts';
import type { Platform } from './platform.ts';
import type { PolicySource } from './policy-source.ts';
import type { Problems } from './problems.ts';
import type { PlacedScanner } from './worker-scanner.ts';

/** What the capabilities share. */
export interface Services {
  readonly platform: Platform;
  readonly log: LogOutputChannel;
  readonly policies: PolicySource;
  readonly analyses: Analyses;
  readonly problems: Problems;
  /** For what the user asks for: works in a worker. */
  readonly scanner: PlacedScanner;
  readonly heldFiles: HeldFiles;
}
