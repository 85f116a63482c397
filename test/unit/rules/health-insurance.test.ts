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

/** Country, field, a right number, another with a wrong check digit: certain, then the level. */
const overseas: readonly (readonly [string, string, string, 'possible' | 'likely'])[] = [
  ['NHS number', ['943 476', ' 5919'].join(''), ['943 476', ' 5918'].join(''), 'possible'],
  ['npi', ['12453', '19599'].join(''), ['12453', '19598'].join(''), 'likely'],
  ['dea_number', ['AB13', '88568'].join(''), ['AB13', '88569'].join(''), 'likely'],
  ['kvnr', ['M123', '456785'].join(''), ['M123', '456786'].join(''), 'likely'],
  ['medicare_number', ['2123 45', '670 1'].join(''), ['2123 45', '671 1'].join(''), 'likely'],
  ['lanr', ['1234', '56601'].join(''), ['1234', '56701'].join(''), 'likely'],
  ['ohip', ['5629-', '841-734'].join(''), ['5629-', '841-735'].join(''), 'likely'],
  ['cns', ['702 3518', ' 6402 7019'].join(''), ['702 3518', ' 6402 7018'].join(''), 'likely'],
];

describe('health-insurance elsewhere', () => {
  for (const [field, right, wrong, level] of overseas) {
    it(`${field}: certain, ${level} with another check digit`, () => {
      const text = (value: string) => `{ "${field}": "${value}" }`;
      assert.deepEqual(levels(text(right), 'a.json'), [`certain ${right}`]);
      assert.deepEqual(levels(text(wrong), 'a.json'), [`${level} ${wrong}`]);
      assert.deepEqual(levels(right), []);
    });
  }
  it('finds what has no check digit behind its name', () => {
    const mbi = ['4EF6', 'GH8', 'JK12'].join('-');
    for (const text of [`The MBI is ${mbi}`, `mbi: ${mbi.toLowerCase()}`]) {
      assert.equal(find('health-insurance', text)[0]?.confidence, 'likely');
    }
    assert.deepEqual(levels(`The MBI is ${mbi.replace('E', 'S')}`), []);
    assert.deepEqual(levels(`The MBI is ${mbi}4`), []);
    assert.deepEqual(levels('The MBI is 1EG4-TE5-MK73'), []);
  });
  it('takes a wide word only with the right check digit', () => {
    const right = ['AB13', '88568'].join('');
    const wrong = ['AB13', '88569'].join('');
    assert.deepEqual(levels(`certificate number: ${right}`), [`certain ${right}`]);
    assert.deepEqual(levels(`certificate number: ${wrong}`), []);
  });
});

describe('health-insurance', () => {
  for (const [text, expected, path] of cases) {
    const level = expected === undefined ? 'not' : expected.split(' ')[0]!;
    it(`${level}: ${text.replaceAll(/[\d０-９]/g, '9')}`, () => {
      assert.deepEqual(levels(text, path), expected === undefined ? [] : [expected]);
    });
  }
});
