import type { ReportedFinding } from '../policy/apply.ts';
import type { UnusedDirective } from '../policy/directives.ts';
import type { Summary } from './summary.ts';

/** Language of messages. */
export type Language = 'en' | 'ja';

/**
 * A form of output. Every member returns the text to write next, often none. Paths come relative
 * to the working directory, with `/`, values in them masked.
 */
export interface Reporter {
  begin(): string;
  /** Findings of one file come together and in order of their start. */
  finding(path: string, finding: ReportedFinding): string;
  /**
   * What `finding` writes of many, as UTF-8, where that is less work. The bytes stay as they are until it
   * is called again.
   */
  findings?(path: string, findings: readonly ReportedFinding[]): Uint8Array;
  /** Has it shown so many findings of a rule in this file that it only counts more of them? */
  enough?(rule: string): boolean;
  /** Takes findings of such a rule that were counted. */
  more?(rule: string, count: number): void;
  unused(path: string, directive: UnusedDirective): string;
  /** After the last finding of a file that had any. */
  fileEnd(path: string): string;
  end(summary: Summary): string;
}
