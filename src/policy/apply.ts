import { atLeast, valueOf, type Block, type Finding, type Severity } from '../engine/index.ts';
import type { DirectiveState } from './directives.ts';
import type { Policy } from './policy.ts';

export interface ReportedFinding extends Finding {
  readonly severity: Severity;
}

/**
 * The findings of a block that the policy reports, in order. Call it for block after block of a
 * source, with one state of directives.
 */
export function applyPolicy(
  block: Block,
  policy: Policy,
  directives: DirectiveState,
): ReportedFinding[] {
  const reported: ReportedFinding[] = [];
  eachReported(block, policy, directives, (finding, severity) => {
    reported.push({ ...finding, severity });
  });
  return reported;
}

/** As `applyPolicy`, one finding after the other and without a copy of it. */
export function eachReported(
  block: Block,
  policy: Policy,
  directives: DirectiveState,
  report: (finding: Finding, severity: Severity) => void,
): void {
  directives.read(block.marks);
  for (const finding of block.findings) {
    const severity = policy.severityOf(finding.rule);
    if (severity === 'off' || !atLeast(finding.confidence, policy.confidence)) continue;
    if (policy.hasAllow && policy.allows(finding.rule, valueOf(block, finding))) continue;
    if (directives.silences(finding)) continue;
    report(finding, severity);
  }
}
