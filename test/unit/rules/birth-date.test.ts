import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';

/** Dates are written with `¦` inside, so that this file holds no date of birth. */
const read = (marked: string) => marked.replaceAll('¦', '');

type Case = readonly [text: string, value: string | undefined, confidence?: string];

function check(cases: readonly Case[], wrap = (text: string) => text, path?: string): void {
  for (const [text, value, confidence] of cases) {
    it(text, () => {
      const found = find('birth-date', wrap(read(text)), path === undefined ? {} : { path });
      assert.deepEqual(
        found.map((it) => [it.value, it.confidence]),
        value === undefined ? [] : [[read(value), confidence]],
      );
    });
  }
}

describe('dates of birth in running text', () => {
  check([
    ['生年月日：昭和6¦4年1月7日', '昭和6¦4年1月7日', 'likely'],
    ['生年月日 S5¦5.3.4', 'S5¦5.3.4', 'likely'],
    ['生年月日は平成元¦年5月6日です', '平成元¦年5月6日', 'likely'],
    ['誕生日: 1985¦年3月4日', '1985¦年3月4日', 'likely'],
    ['Date of birth: 1985¦-03-04', '1985¦-03-04', 'likely'],
    ['Date of birth: 4 March 19¦85', '4 March 19¦85', 'likely'],
    ['birthday: March 4th, 19¦85', 'March 4th, 19¦85', 'likely'],
    ['DOB: 13/03/19¦85', '13/03/19¦85', 'likely'],
    ['昭和5¦0年3月4日生まれ', '昭和5¦0年3月4日', 'possible'],
    ['生年月日: 昭和6¦4年1月8日', '昭和6¦4年1月8日', 'possible'], // the era ended the day before
    ['生年月日: 1985¦-02-30', '1985¦-02-30', 'possible'], // no such day
    ['生年月日: 2000¦-01-01', '2000¦-01-01', 'likely'], // behind a label, though many write it for none
    ['更新日: 1985¦-03-04', undefined],
    ['created at 1985¦-03-04', undefined],
    ['昭和5¦0年3月4日発行', undefined],
    ['生年月日: 1985¦-03-0', '1985¦-03-0', 'possible'], // one digit short: day 0
    ['生年月日: 1985¦-03-041', undefined], // one long
    ['生年月日: 31985¦-03-04', undefined], // glued
    ['生年月日: ****-**-**', undefined],
    ['生年月日を入力', undefined],
  ]);
});

describe('fields that are named after the date of birth', () => {
  const cells: readonly Case[] = [
    ['1985¦-03-04', '1985¦-03-04', 'certain'],
    ['1985¦/3/4', '1985¦/3/4', 'certain'],
    ['1985¦0304', '1985¦0304', 'certain'],
    ['04.03.19¦85', '04.03.19¦85', 'certain'],
    ['昭和5¦0年3月4日', '昭和5¦0年3月4日', 'certain'],
    ['昭和５¦０年３月４日生', '昭和５¦０年３月４日', 'certain'],
    ['H1¦.1.8', 'H1¦.1.8', 'certain'],
    ['1985¦-03-04T00:00:00Z', '1985¦-03-04', 'certain'],
    [' 1985¦-03-04 ', '1985¦-03-04', 'certain'],
    ['1900¦-01-01', '1900¦-01-01', 'likely'],
    ['1985¦-13-04', '1985¦-13-04', 'likely'],
    ['1785¦-03-04', '1785¦-03-04', 'likely'],
    ['1985¦-03', undefined],
    ['41', undefined],
    ['unknown', undefined],
    ['1985-**-**', undefined],
  ];
  check(cells, (cell) => `id,生年月日\n1,${cell}\n`, 'members.csv');
  check(cells.slice(0, 4), (cell) => JSON.stringify({ birthDate: cell }), 'members.json');

  it('knows an assignment for less than a record', () => {
    const [found] = find('birth-date', read("birthday = '1985¦-03-04'"), { path: 'a.py' });
    assert.equal(found?.confidence, 'likely');
  });
});
