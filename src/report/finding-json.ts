import { evidenceText, type Position } from '../engine/index.ts';
import type { ReportedFinding } from '../policy/apply.ts';

/** A finding as JSON on one line; docs/output.md has the schema. It never holds the value. */
export function findingJson(path: string, finding: ReportedFinding): string {
  const { rule, severity, confidence, field, record, masked } = finding;
  return JSON.stringify({
    path,
    rule,
    severity,
    confidence,
    start: place(finding.start),
    end: place(finding.end),
    field,
    record,
    evidence: finding.evidence.map(evidenceText),
    masked,
  });
}

function place({ line, column, offset, byte }: Position) {
  return { line, column, offset, byte };
}
