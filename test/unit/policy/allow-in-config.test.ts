import assert from 'node:assert/strict';
import { resolvePolicy } from '../../../src/policy/load.ts';

const config = {
  allow: [{ rule: ['phone-number'], value: '090-0123-4567', path: 'data/a.json' }],
};

const cases = [
  ['data/a.json', true],
  ['data/b.json', false],
  // Else the config that allows a value would be refused for holding it.
  ['leaklint.json', true],
  ['sub/leaklint.json', true],
  ['base.leaklint.json', true],
  ['leaklint.json.bak', false],
] as const;

describe('a value that is allowed in one file', () => {
  for (const [path, expected] of cases) {
    it(`${path}: ${expected ? 'allowed' : 'reported'}`, () => {
      const policy = resolvePolicy(config, path);
      assert.equal(policy.allows('phone-number', '090-0123-4567'), expected);
    });
  }
});
