import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';
import { wide } from '../../support/wide.ts';

// Numbers that count are put together at run time: the repository is linted with itself.
const ACCOUNT = ['091', '7261'].join('');
const FULL = ['0001', '123', ACCOUNT].join('-');
const YUCHO = ['12340', '09172611'].join('-');
const LONG = ['9454', '5678', '7654'].join('');
/** Nine digits with the check digit of the ABA: the routing number of a Federal Reserve Bank. */
const ROUTING = ['0110', '0001', '5'].join('');

const levels = (text: string, path?: string) =>
  find('bank-account', text, path === undefined ? {} : { path }).map(
    ({ value, confidence }) => `${confidence} ${value}`,
  );

const cases: readonly (readonly [text: string, expected: string | undefined, path?: string])[] = [
  [`id,口座番号\n1,${ACCOUNT}\n`, `likely ${ACCOUNT}`, 'a.csv'],
  [`{ "bank_account": "${FULL}" }`, `certain ${FULL}`, 'a.json'],
  [`const bankAccountNumber = '${LONG}';`, `likely ${LONG}`, 'a.ts'],
  [`みずほ銀行 新宿支店 普通 ${ACCOUNT}`, `likely ${ACCOUNT}`],
  [`普通預金\u3000口座番号：${wide(ACCOUNT)}`, `likely ${wide(ACCOUNT)}`],
  [`口座番号は${FULL}です`, `certain ${FULL}`],
  [`記号番号 ${YUCHO}`, `certain ${YUCHO}`],
  [`Bank account number is ${LONG}.`, `likely ${LONG}`],
  [`the routing number is ${ROUTING}`, `certain ${ROUTING}`],
  [`the routing number is ${ROUTING.slice(0, -1)}6`, undefined],
  [ACCOUNT, undefined],
  [FULL, undefined],
  [`普通 ${ACCOUNT.slice(1)}`, undefined],
  [`普通 ${ACCOUNT}1`, undefined],
  [`普通 x${ACCOUNT}`, undefined],
  [`普通 ${ACCOUNT}x`, undefined],
  [`普通 1.${ACCOUNT}`, undefined],
  [`普通の場合は ${ACCOUNT}`, undefined],
  [`account number ${LONG}`, undefined],
  ['口座番号 1234567', 'possible 1234567'],
  ['口座番号 0000000', undefined],
  ['口座番号 *******', undefined],
  ['口座番号 [BANK-ACCOUNT]', undefined],
];

describe('bank-account', () => {
  for (const [text, expected, path] of cases) {
    const level = expected === undefined ? 'not' : expected.split(' ')[0]!;
    it(`${level}: ${text.replaceAll(/[\d０-９]/g, '9')}`, () => {
      assert.deepEqual(levels(text, path), expected === undefined ? [] : [expected]);
    });
  }
});
