import type { UnusedDirective } from '../policy/directives.ts';
import type { FindingList } from './finding-list.ts';
import type { Live } from './live.ts';

/** Why a document is not scanned at all. */
export type OffReason = 'disabled' | 'scheme' | 'policy';

/** Why a document has not been scanned yet. */
export type WaitReason = 'idle' | 'command';

/** What is known of a document, at a version of it. */
export type Analysis =
  | { readonly kind: 'off'; readonly reason: OffReason }
  | { readonly kind: 'waiting'; readonly reason: WaitReason }
  | { readonly kind: 'crashed' }
  | Scanned;

export interface Scanned {
  readonly kind: 'scanned';
  /** `TextDocument.version` of the text in which all places are. */
  readonly version: number;
  /**
   * Was that text scanned as a whole? Otherwise only lines that were edited since, with what is
   * around them.
   */
  readonly exact: boolean;
  /** What the policy reports. */
  readonly findings: FindingList;
  readonly unused: readonly UnusedDirective[];
  /** Does a directive silence the file: as a whole, or for some rules? */
  readonly silenced: 'no' | 'partly' | 'whole';
  /** Ids of the rules that are off here. */
  readonly rulesOff: readonly string[];
  /** Ids of the rules that failed somewhere in it. */
  readonly failed: readonly string[];
  /** Was it too large to be scanned while typing? */
  readonly large: boolean;
  /** Has the config that governs it mistakes? */
  readonly configBroken: boolean;
  /** Absent where edited lines are not judged at once: where the document is too large. */
  readonly live: Live | undefined;
}
