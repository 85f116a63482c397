import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';
import { wide } from '../../support/wide.ts';

// Numbers that count are put together at run time: the repository is linted with itself.
const SOLID = ['30', '19', '123456'].join('');
/** The eleventh digit by the rule that licences show, then no reissue. */
const RIGHT = `${SOLID}80`;
const OTHER = `${SOLID}70`;
const KOREAN = ['13', '22', '123456', '12'].join('-');
const BRITISH = ['MORGA', '657054', 'SM9IJ'].join('');
const GERMAN = ['B07', '212345', '65'].join('');

const levels = (text: string, path?: string) =>
  find('drivers-licence', text, path === undefined ? {} : { path }).map(
    ({ value, confidence }) => `${confidence} ${value}`,
  );

const cases: readonly (readonly [text: string, expected: string | undefined, path?: string])[] = [
  [`id,運転免許証番号\n1,${RIGHT}\n`, `certain ${RIGHT}`, 'a.csv'],
  [`id,運転免許証番号\n1,${OTHER}\n`, `likely ${OTHER}`, 'a.csv'],
  [`{ "driversLicenseNo": "${OTHER}" }`, `likely ${OTHER}`, 'a.json'],
  [`{ "driversLicenseNo": "0${OTHER.slice(1)}" }`, `likely 0${OTHER.slice(1)}`, 'a.json'],
  [`運転免許証番号\u3000第${wide(OTHER)}号`, `likely ${wide(OTHER)}`],
  [`免許証番号は${RIGHT}です`, `certain ${RIGHT}`],
  [`My license is ${KOREAN}`, `likely ${KOREAN}`],
  [`Licence: ${BRITISH} ok`, `likely ${BRITISH}`],
  [`Führerscheinnummer: ${GERMAN}`, `likely ${GERMAN}`],
  [RIGHT, undefined],
  [KOREAN, undefined],
  [`license ${OTHER}`, undefined],
  [`{ "license_number": "${OTHER}" }`, undefined, 'a.json'],
  [`免許証番号 ${RIGHT.slice(1)}`, undefined],
  [`免許証番号 ${RIGHT}1`, undefined],
  [`免許証番号 xx${RIGHT}`, undefined],
  [`免許証番号 ${RIGHT}x`, undefined],
  [`免許証番号の変更は電話で ${RIGHT}`, undefined],
  ['"license": "MIT"', undefined, 'package.json'],
  ['免許証番号 000000000000', undefined],
  ['免許証番号 ************', undefined],
  ['免許証番号 [DRIVERS-LICENCE]', undefined],
];

describe('drivers-licence', () => {
  for (const [text, expected, path] of cases) {
    const level = expected === undefined ? 'not' : expected.split(' ')[0]!;
    it(`${level}: ${text.replaceAll(/[\d０-９]/g, '9')}`, () => {
      assert.deepEqual(levels(text, path), expected === undefined ? [] : [expected]);
    });
  }
  it('takes what nothing else looks like alone for a country of the policy', () => {
    const italian = ['U1K7', '11J11M'].join('');
    for (const [value, regions] of [
      [KOREAN, ['KR']],
      [BRITISH, ['GB']],
      [italian, ['IT']],
    ] as const) {
      const found = find('drivers-licence', `see ${value}.`, { regions });
      assert.deepEqual(
        found.map((finding) => [finding.value, finding.confidence]),
        [[value, 'likely']],
      );
      assert.deepEqual(find('drivers-licence', `see ${value}.`), []);
      assert.deepEqual(find('drivers-licence', `see x${value}.`, { regions }), []);
    }
  });
});
