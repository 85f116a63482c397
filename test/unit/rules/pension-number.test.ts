import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';
import { wide } from '../../support/wide.ts';

// Numbers that count are put together at run time: the repository is linted with itself.
const GROUPED = ['2917', '603518'].join('-');
const SOLID = GROUPED.replace('-', '');

const levels = (text: string, path?: string) =>
  find('pension-number', text, path === undefined ? {} : { path }).map(
    ({ value, confidence }) => `${confidence} ${value}`,
  );

const cases: readonly (readonly [text: string, expected: string | undefined, path?: string])[] = [
  [`氏名,基礎年金番号\n甲,${GROUPED}\n`, `certain ${GROUPED}`, 'a.csv'],
  [`name,pension_no\nx,${SOLID}\n`, `likely ${SOLID}`, 'a.csv'],
  [`{ "基礎年金番号": "${GROUPED}" }`, `certain ${GROUPED}`, 'a.json'],
  [`const pensionNumber = '${GROUPED}';`, `certain ${GROUPED}`, 'a.ts'],
  [`基礎年金番号は${GROUPED}です`, `certain ${GROUPED}`],
  [`基礎年金番号 ${SOLID}`, `likely ${SOLID}`],
  [`年金番号（${wide(GROUPED)}）`, `certain ${wide(GROUPED)}`],
  [GROUPED, undefined],
  [SOLID, undefined],
  [`基礎年金番号について、電話は ${SOLID} まで`, undefined],
  [`基礎年金番号 ${GROUPED.slice(1)}`, undefined],
  [`基礎年金番号 ${GROUPED}1`, undefined],
  [`基礎年金番号 x${GROUPED}`, undefined],
  [`基礎年金番号 ${GROUPED}x`, undefined],
  [`基礎年金番号 ${GROUPED}-1`, undefined],
  [`基礎年金番号 1.${SOLID}`, undefined],
  ['基礎年金番号 0000-000000', undefined],
  ['基礎年金番号 ****-******', undefined],
  ['基礎年金番号 [PENSION-NUMBER]', undefined],
];

describe('pension-number', () => {
  for (const [text, expected, path] of cases) {
    it(`${expected === undefined ? 'not' : expected.split(' ')[0]!}: ${text.replaceAll(/[\d０-９]/g, '9')}`, () => {
      assert.deepEqual(levels(text, path), expected === undefined ? [] : [expected]);
    });
  }
});
