import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { myNumberCheckDigit } from '../../../src/engine/checks/my-number.ts';
import { find } from '../../support/find.ts';
import { wide } from '../../support/wide.ts';

/** A number that counts, made at run time: the repository is linted with itself. */
const made = (body: string) => body + String(myNumberCheckDigit(body));
const grouped = (digits: string, sign: string) => digits.match(/.{4}/g)!.join(sign);
const wrong = (digits: string) => digits.slice(0, -1) + String((Number(digits.at(-1)) + 3) % 10);

const SOLID = made(['48', '2917', '60', '351'].join(''));
const BLANKS = grouped(SOLID, ' ');
const HYPHENS = grouped(SOLID, '-');
const WRONG = wrong(SOLID);

const levels = (text: string, path?: string) =>
  find('my-number', text, path === undefined ? {} : { path }).map(
    ({ value, confidence }) => `${confidence} ${value}`,
  );

const cases: readonly (readonly [text: string, expected: string | undefined, path?: string])[] = [
  [`個人番号は${SOLID}です。`, `certain ${SOLID}`],
  [`マイナンバー：${wide(BLANKS)}`, `certain ${wide(BLANKS)}`],
  [`My Number ${HYPHENS}`, `certain ${HYPHENS}`],
  [`const myNumber = '${SOLID}';`, `certain ${SOLID}`, 'a.ts'],
  [`id,マイナンバー\n1,${SOLID}\n`, `certain ${SOLID}`, 'a.csv'],
  [`{ "my_number": "${HYPHENS}" }`, `certain ${HYPHENS}`, 'a.json'],
  [`{ "my_number": ${SOLID} }`, `certain ${SOLID}`, 'a.json'],
  [`{ "my_number": "${WRONG}" }`, `possible ${WRONG}`, 'a.json'],
  [`see ${BLANKS}`, `possible ${BLANKS}`],
  [`see ${SOLID}`, undefined],
  [`個人番号は${WRONG}です。`, undefined],
  [`個人番号は${SOLID.slice(1)}です。`, undefined],
  [`個人番号は${SOLID}1です。`, undefined],
  [`個人番号は1${SOLID}です。`, undefined],
  [`個人番号 x${SOLID}`, undefined],
  [`個人番号 ${SOLID}x`, undefined],
  [`個人番号 0.${SOLID}`, undefined],
  [`個人番号 ${HYPHENS}-0000`, undefined],
  [`個人番号 0000-${HYPHENS}`, undefined],
  [`法人番号 ${['7', '000012050002'].join('')}`, undefined],
  ['個人番号 0000-0000-0000', undefined],
  ['個人番号 1234 5678 9012', undefined],
  ['個人番号 ****-****-****', undefined],
  ['個人番号 [MY-NUMBER]', undefined],
];

describe('my-number', () => {
  for (const [text, expected, path] of cases) {
    it(`${expected === undefined ? 'not' : expected.split(' ')[0]!}: ${text.replaceAll(/[\d０-９]/g, '9')}`, () => {
      assert.deepEqual(levels(text, path), expected === undefined ? [] : [expected]);
    });
  }
  it('is silent without a word where Japan is no region', () => {
    assert.deepEqual(find('my-number', `see ${BLANKS}`, { regions: ['US'] }), []);
  });
});
