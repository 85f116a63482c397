import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assignmentAt } from '../../../src/engine/assignment.ts';
import { mayBeRuleName } from '../../../src/engine/label-name.ts';
import { createWindows } from '../../../src/engine/window.ts';
import { NAMES } from '../../support/fields.ts';

/** Names before a separator, and whether the bytes alone tell that they are nobody's. */
const CASES: readonly (readonly [before: string, isRefused: boolean])[] = [
  ['phone', false],
  ['  "phone" ', false],
  ['const custTel', false],
  ['postal code', false],
  ['user.phoneNumber2', false],
  ["['e-mail']", false],
  ['電話', false],
  ['code', true],
  ['the code', true],
  ['zip  code', true],
  ['this.value', true],
  ['12', true],
  ['', true],
];

describe('mayBeRuleName', () => {
  for (const [before, isRefused] of CASES) {
    it(`${isRefused ? 'refuses' : 'lets through'} ${JSON.stringify(before)}`, () => {
      const text = `${before}: "x"`;
      const bytes = new TextEncoder().encode(text);
      const separator = bytes.lastIndexOf(0x3a);
      assert.equal(mayBeRuleName(bytes, separator, NAMES), !isRefused);
      const window = createWindows(bytes).around(separator, separator + 1);
      const found = assignmentAt(window, window.indexOf(separator), 'any', NAMES);
      assert.equal(found === undefined, isRefused);
    });
  }
});
