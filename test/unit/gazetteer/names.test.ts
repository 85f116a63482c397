import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isNameReading, isRomajiName, isWrittenName } from '../../../src/engine/gazetteer/names.ts';

describe('names of Japan', () => {
  const cases: readonly (readonly [actual: boolean, expected: boolean, name: string])[] = [
    [isWrittenName('surname', '佐藤'), true, '佐藤'],
    [isWrittenName('surname', '髙橋'), true, '髙橋'],
    [isWrittenName('surname', '濵田'), true, '濵田'],
    [isWrittenName('given', '陽菜'), true, '陽菜'],
    [isNameReading('surname', 'サトウ'), true, 'サトウ'],
    [isNameReading('given', 'ヒマリ'), true, 'ヒマリ'],
    [isRomajiName('surname', 'SATO'), true, 'SATO'],
    [isRomajiName('surname', 'Satou'), true, 'Satou'],
    [isRomajiName('surname', 'Satō'), true, 'Satō'],
    [isRomajiName('given', 'Kouhei'), true, 'Kouhei'],
    [isWrittenName('surname', '必須'), false, '必須'],
    [isWrittenName('given', '佐藤'), false, '佐藤 as a given name'],
    [isNameReading('surname', 'メール'), false, 'メール'],
    [isRomajiName('surname', 'Default'), false, 'Default'],
  ];
  for (const [actual, expected, name] of cases) {
    it(name, () => {
      assert.equal(actual, expected);
    });
  }
});
