import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';

describe('sex', () => {
  const cells: readonly (readonly [cell: string, confidence: string | undefined])[] = [
    ['男', 'likely'],
    ['女性', 'likely'],
    ['F', 'likely'],
    ['Ｍ', 'likely'],
    ['male', 'likely'],
    ['1', 'likely'],
    ['9', 'possible'],
    ['不明', 'possible'],
    ['3', undefined],
    ['男女', undefined],
    ['females', undefined],
    ['*', undefined],
  ];
  for (const [cell, confidence] of cells) {
    it(`${cell} in a table of people`, () => {
      const found = find('sex', `生年月日,性別\n1985-13-04,${cell}\n`, { path: 'a.csv' });
      assert.deepEqual(
        found.map((it) => [it.value, it.confidence]),
        confidence === undefined ? [] : [[cell, confidence]],
      );
    });
  }

  const alone: readonly (readonly [text: string, path: string])[] = [
    ['year,sex,people\n1900,male,5\n', 'a.csv'],
    ['{"gender":"female"}', 'a.json'],
    ["const avatar = { gender: 'female' };", 'a.ts'],
  ];
  for (const [text, path] of alone) {
    it(`is possible alone: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        find('sex', text, { path }).map((it) => it.confidence),
        ['possible'],
      );
    });
  }

  for (const text of ['性別: 男', 'The sex was male.', '男', '{"kind":"female"}']) {
    it(`finds nothing in ${text}`, () => {
      assert.deepEqual(find('sex', text), []);
    });
  }
});
