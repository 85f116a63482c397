import type { Confidence, ScanOptions } from '../engine/index.ts';
import type { MaskStrategy, RuleSetting } from './config.ts';

/** What a path reports, at which severity, what it allows and how it masks. Policies are interned. */
export interface Policy {
  /** For the engine. Rules that are off are not run. */
  readonly options: ScanOptions;
  /** Report from here up. */
  readonly confidence: Confidence;
  /** Is the path not to be scanned at all? */
  readonly ignored: boolean;
  readonly strategy: MaskStrategy;
  /** Of a rule, built in or the user's own. */
  severityOf(rule: string): RuleSetting;
  /** Is the value meant to stand here (`allow`)? */
  allows(rule: string, value: string): boolean;
}

/** What the command line or the editor puts over every policy. */
export interface Overlay {
  readonly confidence?: Confidence;
  readonly regions?: readonly string[];
  readonly reserved?: 'silent' | 'report';
  /** Run these rules only. */
  readonly rules?: readonly string[];
  readonly strategy?: MaskStrategy;
}
