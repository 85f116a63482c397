import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';
import { wide } from '../../support/wide.ts';

// Numbers that count are put together at run time: the repository is linted with itself.
const CARD = ['AB', '20931745', 'CD'].join('');

const levels = (text: string, path?: string) =>
  find('residence-card', text, path === undefined ? {} : { path }).map(
    ({ value, confidence }) => `${confidence} ${value}`,
  );

const cases: readonly (readonly [text: string, expected: string | undefined, path?: string])[] = [
  [`id,在留カード番号\n1,${CARD}\n`, `likely ${CARD}`, 'a.csv'],
  [`{ "residenceCardNo": "${CARD.toLowerCase()}" }`, `likely ${CARD.toLowerCase()}`, 'a.json'],
  [`在留カード番号は${CARD}です`, `likely ${CARD}`],
  [`在留カード ${wide(CARD)}`, `likely ${wide(CARD)}`],
  [CARD, `possible ${CARD}`],
  [CARD.toLowerCase(), undefined],
  [`在留カード ${CARD.slice(1)}`, undefined],
  [`在留カード ${CARD.slice(0, -1)}`, undefined],
  [`在留カード X${CARD}`, undefined],
  [`在留カード ${CARD}X`, undefined],
  [CARD.replace('B', 'B1'), undefined],
  [`see-${CARD}`, undefined],
  ['在留カード AB00000000CD', undefined],
  ['在留カード ************', undefined],
  ['在留カード [RESIDENCE-CARD]', undefined],
];

describe('residence-card', () => {
  for (const [text, expected, path] of cases) {
    const level = expected === undefined ? 'not' : expected.split(' ')[0]!;
    it(`${level}: ${text.replaceAll(/[\d０-９]/g, '9')}`, () => {
      assert.deepEqual(levels(text, path), expected === undefined ? [] : [expected]);
    });
  }
});
