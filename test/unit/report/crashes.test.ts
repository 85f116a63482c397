import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Block, Crash } from '../../../src/engine/block.ts';
import { createCrashList } from '../../../src/report/crashes.ts';

const block = (...crashes: readonly Crash[]): Block => ({
  bytes: new Uint8Array(0),
  start: 0,
  findings: [],
  marks: [],
  crashes,
});

describe('crashes', () => {
  it('are told once a rule, with the first place', () => {
    const list = createCrashList();
    list.add(block({ rule: 'email', byte: 5 }, { rule: 'email', byte: 9 }));
    list.add(block({ rule: 'phone-number', byte: 20 }, { rule: 'email', byte: 30 }));
    assert.deepEqual(list.list(), [
      { rule: 'email', byte: 5 },
      { rule: 'phone-number', byte: 20 },
    ]);
  });
});
