import type { ReportedFinding } from '../../src/policy/apply.ts';

/** A finding on line 1; `at` is its offset, byte and, plus one, its column. */
export function finding(
  at: number,
  length: number,
  more: Partial<ReportedFinding> = {},
): ReportedFinding {
  const place = (offset: number) => ({ offset, byte: offset, line: 1, column: offset + 1 });
  return {
    rule: 'phone-number',
    severity: 'error',
    confidence: 'certain',
    start: place(at),
    end: place(at + length),
    evidence: [{ code: 'allocated' }, { code: 'grouping', note: 'JP' }],
    masked: '***-****-****',
    ...more,
  };
}
