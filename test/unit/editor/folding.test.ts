import assert from 'node:assert/strict';
import { FOLD_PAST } from '../../../src/editor/folding.ts';
import { foldFindings } from '../../support/fold-findings.ts';

interface Item {
  readonly rule: string;
  readonly field?: string;
  readonly at: number;
}

function column(rule: string, field: string | undefined, count: number, from = 0): Item[] {
  return Array.from({ length: count }, (_, index) => ({
    rule,
    ...(field === undefined ? {} : { field }),
    at: from + index,
  }));
}

function summary(
  findings: readonly Item[],
  limit?: number,
): [string, string | undefined, number, number][] {
  return foldFindings(findings, limit).map(({ finding, count }) => [
    finding.rule,
    finding.field,
    finding.at,
    count,
  ]);
}

describe('a fold', () => {
  it('leaves as many as fit', () => {
    const findings = column('email', 'mail', FOLD_PAST);
    assert.deepEqual(
      foldFindings(findings),
      findings.map((finding) => ({ finding, count: 1 })),
    );
  });

  it('folds one more into one per column, at the first, with the count', () => {
    const findings = [...column('email', 'mail', FOLD_PAST), ...column('email', 'cc', 2, 1000)];
    assert.deepEqual(summary(findings), [
      ['email', 'mail', 0, FOLD_PAST],
      ['email', 'cc', 1000, 2],
    ]);
  });

  it('folds what has no field into one', () => {
    assert.deepEqual(summary(column('email', undefined, 4), 3), [['email', undefined, 0, 4]]);
  });

  it('counts each rule by itself and keeps the order', () => {
    const findings = [
      ...column('email', 'mail', 4),
      ...column('phone-number', 'mail', 2, 10),
      ...column('email', 'cc', 1, 20),
    ];
    assert.deepEqual(summary(findings, 3), [
      ['email', 'mail', 0, 4],
      ['phone-number', 'mail', 10, 1],
      ['phone-number', 'mail', 11, 1],
      ['email', 'cc', 20, 1],
    ]);
  });

  it('keeps apart columns whose names could run together', () => {
    const findings = [...column('a', 'b,c', 2), ...column('a', 'b', 2, 5)];
    assert.equal(foldFindings(findings, 3).length, 2);
  });
});
