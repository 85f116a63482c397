import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { replacementFor } from '../../../src/masking/replace.ts';
import { find } from '../../support/find.ts';

// Values that count are put together at run time: the repository is linted with itself.
const cases: readonly (readonly [rule: string, value: string, shape: RegExp])[] = [
  ['credit-card', ['4929', '8391', '7462', '8391'].join('-'), /^4\d{3}-\d{4}-\d{4}-\d{4}$/],
  ['credit-card', ['3541', '8391', '7462', '8391'].join(' '), /^3\d{3} \d{4} \d{4} \d{4}$/],
  ['credit-card', ['3718', '839174', '62839'].join(''), /^3\d{14}$/],
  ['credit-card', ['3629', '839174', '6283'].join(''), /^3\d{13}$/],
  ['iban', ['DE44', '3704', '0044', '0917', '2615', '34'].join(' '), /^DE\d\d( \d{4}){4} \d\d$/],
  ['iban', ['GB94', 'NWBK', '601613', '09172615'].join(''), /^GB\d\d[A-Z]{4}\d{14}$/],
];

describe('stand-ins of cards and IBANs', () => {
  for (const [rule, value, shape] of cases) {
    it(`${rule}: ${value.replaceAll(/\d/g, '9')}`, () => {
      const { text, strategy } = replacementFor(rule, value, 'stand-in');
      assert.equal(strategy, 'stand-in');
      assert.match(text, shape);
      assert.equal(text.length, value.length);
      // Silent, valid in shape, and no mask of a mask.
      const field = `{ "${rule.replace('-', '_')}": "${text}" }`;
      assert.deepEqual(find(rule, field, { path: 'a.json' }), []);
      const [reported] = find(rule, field, { path: 'a.json', reserved: 'report' });
      assert.equal(reported?.value, text);
    });
  }
  it('fall back to partial where there is none of the length', () => {
    const long = ['62', '5917263544172635'].join('');
    assert.deepEqual(replacementFor('credit-card', long, 'stand-in'), {
      text: `${'*'.repeat(14)}${long.slice(-4)}`,
      strategy: 'partial',
    });
    const iban = ['MT31', 'MALT', '01100', '091726154417263A'.padEnd(18, '0')].join('');
    assert.equal(replacementFor('iban', iban, 'stand-in').strategy, 'partial');
  });
});
