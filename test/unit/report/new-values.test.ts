import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Block } from '../../../src/engine/index.ts';
import { createNewValues } from '../../../src/report/new-values.ts';
import { finding } from '../../support/findings.ts';

/** A block that holds the values, a line each, and a finding for each. */
function version(...values: readonly string[]): Block {
  let at = 0;
  const findings = values.map((value) => {
    const found = finding(at, value.length);
    at += value.length + 1;
    return found;
  });
  const bytes = new TextEncoder().encode(values.map((value) => `${value}\n`).join(''));
  return { bytes, start: 0, findings, marks: [], crashes: [] };
}

/** Which values of the newer version are told, in order. */
function told(older: Block, newer: Block, reported = newer.findings.map(() => true)): number[] {
  const values = createNewValues();
  for (const found of older.findings) values.had(older, found);
  for (const found of newer.findings) values.has(newer, found);
  return newer.findings.flatMap((found, i) =>
    reported[i] && values.take(newer, found) ? [i] : [],
  );
}

// Telephone numbers of exchanges that Japan has not assigned.
const [A, B, A_AGAIN] = ['090-0123-4567', '090-0765-4321', '09001234567'];

describe('new values', () => {
  it('are all of a version that had none', () => {
    assert.deepEqual(told(version(), version(A, B)), [0, 1]);
  });

  it('are not those the older version had, wherever they stood', () => {
    assert.deepEqual(told(version(A, B), version(B, A)), []);
  });

  it('are not those that are written differently', () => {
    assert.deepEqual(told(version(A), version(A_AGAIN)), []);
  });

  it('are as many as stand there more often', () => {
    assert.deepEqual(told(version(A), version(A, A)), [0]);
    assert.deepEqual(told(version(A, A), version(A, B)), [1]);
  });

  it('are told when the old copy is one that the policy silences', () => {
    assert.deepEqual(told(version(A), version(A, A), [false, true]), [1]);
    assert.deepEqual(told(version(A), version(A, A), [true, false]), [0]);
  });

  it('of another rule are others', () => {
    const values = createNewValues();
    const older = version(A);
    const newer = version(A);
    values.had(older, older.findings[0]!);
    const passport = { ...newer.findings[0]!, rule: 'passport-number' };
    values.has(newer, passport);
    assert.equal(values.take(newer, passport), true);
  });
});
