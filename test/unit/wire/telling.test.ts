import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { EvidenceCode } from '../../../src/engine/index.ts';
import { scanText } from '../../../src/engine/index.ts';
import type { ReportedFinding } from '../../../src/policy/apply.ts';
import { customer } from '../../support/customer.ts';
import { CUSTOMER_FILES } from '../../support/customer-files.ts';
import { createTold, findingsOf } from '../../support/told-findings.ts';

/** What comes of findings at the other end of a port, told so many at once. */
function told(findings: readonly ReportedFinding[], step: number): readonly ReportedFinding[] {
  const telling = createTold();
  const responses = [];
  for (let at = 0; at < findings.length; at += step) {
    const more = telling(findings.slice(at, at + step));
    responses.push(structuredClone({ type: 'findings', id: 1, ...more } as const));
  }
  return findingsOf(responses).flat();
}

const place = fc
  .tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat())
  .map(([offset, byte, line, column]) => ({ offset, byte, line, column }));

const evidence = fc.record(
  {
    code: fc.constantFrom<EvidenceCode>('mark', 'hotword', 'reserved'),
    note: fc.constantFrom('', 'a', 'b'),
  },
  { requiredKeys: ['code'], noNullPrototype: true },
);

const finding: fc.Arbitrary<ReportedFinding> = fc.record(
  {
    rule: fc.constantFrom('email', 'phone-number', 'a'),
    start: place,
    end: place,
    confidence: fc.constantFrom('certain', 'likely', 'possible'),
    evidence: fc.array(evidence, { maxLength: 3 }),
    masked: fc.constantFrom('', '*', '*-*', '"'),
    severity: fc.constantFrom('error', 'hint'),
    region: fc.constantFrom('JP', 'US', ''),
    field: fc.constantFrom('a', 'b', '', 'a b'),
    record: fc.nat(3),
  },
  {
    requiredKeys: ['rule', 'start', 'end', 'confidence', 'evidence', 'masked', 'severity'],
    noNullPrototype: true,
  },
);

describe('findings that are told', () => {
  it('are the same at the other end', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (all, n) =>
        assert.deepEqual(told(all, n), all),
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  for (const [path, write] of CUSTOMER_FILES) {
    it(`are the same at the other end: ${path}`, () => {
      const text = write(Array.from({ length: 12 }, (_, n) => customer(n)));
      const found = scanText(text, { path });
      const reported = found.map((each) => ({ ...each, severity: 'warning' }) as const);
      assert.deepEqual(told(reported, 50), reported);
    });
  }
});
