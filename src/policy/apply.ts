import type { Block, Finding, Severity } from '../engine/index.ts';
import type { DirectiveState } from './directives.ts';
import type { Policy } from './policy.ts';

export interface ReportedFinding extends Finding {
  readonly severity: Severity;
}

/** The findings of a block that the policy reports, in order. Call it for block after block. */
export declare function applyPolicy(
  block: Block,
  policy: Policy,
  directives: DirectiveState,
): ReportedFinding[];
