import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';
import { wide } from '../../support/wide.ts';

// Numbers that count are put together at run time: the repository is linted with itself.
const INSURED = ['2093', '1745'].join('');
const GROUPED = ['20931', '745'].join('-');
const EMPLOYED = ['2093', '174512', '1'].join('-');
/** 3312001 and its check digit 5, an example of the ministry's kind. */
const INSURER = ['3312', '0015'].join('');

const levels = (text: string, path?: string) =>
  find('health-insurance', text, path === undefined ? {} : { path }).map(
    ({ value, confidence }) => `${confidence} ${value}`,
  );

const cases: readonly (readonly [text: string, expected: string | undefined, path?: string])[] = [
  [`id,被保険者番号\n1,${INSURED}\n`, `likely ${INSURED}`, 'a.csv'],
  [`{ "保険証記号番号": "${GROUPED}" }`, `likely ${GROUPED}`, 'a.json'],
  [`{ "healthInsuranceNo": "${INSURED}" }`, `likely ${INSURED}`, 'a.json'],
  [`被保険者番号：${wide(INSURED)}`, `likely ${wide(INSURED)}`],
  [`雇用保険被保険者番号 ${EMPLOYED}`, `likely ${EMPLOYED}`],
  [`保険者番号 ${INSURER}`, `certain ${INSURER}`],
  [`id,保険者番号\n1,${INSURER}\n`, `certain ${INSURER}`, 'a.csv'],
  [`保険者番号 ${INSURER.slice(0, -1)}6`, `likely ${INSURER.slice(0, -1)}6`],
  [`被保険者番号 ${INSURER}`, `likely ${INSURER}`],
  [INSURER, undefined],
  [GROUPED, undefined],
  [`被保険者番号 ${INSURED.slice(3)}`, undefined],
  [`被保険者番号 x${INSURED}`, undefined],
  [`被保険者番号 ${INSURED}x`, undefined],
  [`保険証 2026-11-23`, undefined],
  [`被保険者番号の届出は電話で ${INSURED}`, undefined],
  ['被保険者番号 00000000', undefined],
  ['被保険者番号 ********', undefined],
  ['被保険者番号 [HEALTH-INSURANCE]', undefined],
];

describe('health-insurance', () => {
  for (const [text, expected, path] of cases) {
    const level = expected === undefined ? 'not' : expected.split(' ')[0]!;
    it(`${level}: ${text.replaceAll(/[\d０-９]/g, '9')}`, () => {
      assert.deepEqual(levels(text, path), expected === undefined ? [] : [expected]);
    });
  }
});
