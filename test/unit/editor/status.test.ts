import assert from 'node:assert/strict';
import type { Analysis, Scanned } from '../../../src/editor/analysis.ts';
import { FindingList } from '../../../src/editor/finding-list.ts';
import { statusOf, type Status } from '../../../src/editor/status.ts';
import type { Translate } from '../../../src/editor/translate.ts';
import type { ReportedFinding } from '../../../src/policy/apply.ts';

const t: Translate = (message, ...args) =>
  message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

function scanned(facts: Partial<Scanned> & { count?: number } = {}): Analysis {
  const start = { offset: 0, byte: 0, line: 1, column: 1 };
  const finding = { rule: 'email', start, end: start } as ReportedFinding;
  const findings = Array.from({ length: facts.count ?? 0 }, () => finding);
  return {
    kind: 'scanned',
    version: 1,
    exact: true,
    findings: FindingList.of(findings),
    unused: [],
    silenced: 'no',
    rulesOff: [],
    failed: [],
    large: false,
    configBroken: false,
    live: undefined,
    ...facts,
  };
}

const cases: readonly (readonly [string, Analysis | undefined, Status['state'], string])[] = [
  ['not yet', undefined, 'on', 'Scanning …'],
  ['clean', scanned(), 'on', 'No personal data found.'],
  ['one', scanned({ count: 1 }), 'on', '1 finding.'],
  ['many', scanned({ count: 12 }), 'on', '12 findings.'],
  ['disabled', { kind: 'off', reason: 'disabled' }, 'off', 'The setting leaklint.enable is off.'],
  ['ignored', { kind: 'off', reason: 'policy' }, 'off', 'leaklint.json ignores this file.'],
  [
    'scheme',
    { kind: 'off', reason: 'scheme' },
    'off',
    'Only files, unsaved documents and notebooks are scanned.',
  ],
  [
    'large',
    { kind: 'waiting', reason: 'idle' },
    'partial',
    'A large file: the whole is scanned when you pause.',
  ],
  [
    'too large',
    { kind: 'waiting', reason: 'command' },
    'partial',
    'Too large to be scanned while you type.',
  ],
  ['crashed', { kind: 'crashed' }, 'off', 'The scan of this file failed: an error in Leaklint.'],
  [
    'ignore-file',
    scanned({ silenced: 'whole' }),
    'off',
    'A leaklint-ignore-file comment silences this file.',
  ],
  [
    'ignore-file with rules',
    scanned({ silenced: 'partly', count: 2 }),
    'partial',
    'A leaklint-ignore-file comment silences some rules. 2 findings.',
  ],
  [
    'rules off',
    scanned({ rulesOff: ['email', 'postal-code'] }),
    'partial',
    'Off here: email, postal-code. No personal data found.',
  ],
  [
    'a rule failed',
    scanned({ failed: ['email'], count: 1 }),
    'partial',
    'Failed here, an error in Leaklint: email. 1 finding.',
  ],
  [
    'config broken',
    scanned({ configBroken: true, rulesOff: ['email'] }),
    'partial',
    'leaklint.json has mistakes. No personal data found.',
  ],
];

describe('statusOf', () => {
  for (const [name, analysis, state, detail] of cases) {
    it(name, () => {
      const status = statusOf(t, analysis);
      assert.equal(status.state, state);
      assert.equal(status.text, `Leaklint: ${state}`);
      assert.equal(status.detail, detail);
    });
  }

  it('warns of what should not be', () => {
    assert.equal(statusOf(t, scanned({ configBroken: true })).severity, 'warning');
    assert.equal(statusOf(t, { kind: 'crashed' }).severity, 'warning');
    assert.equal(statusOf(t, scanned({ count: 3 })).severity, 'information');
  });

  it('offers the command where only the command scans', () => {
    assert.ok(statusOf(t, { kind: 'waiting', reason: 'command' }).offersScan);
    assert.ok(!statusOf(t, scanned()).offersScan);
  });
});
