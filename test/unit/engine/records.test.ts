import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evidenceText, scanText } from '../../../src/engine/index.ts';
import { REPORT_ALL } from '../../support/blocks.ts';
import { td3 } from '../../support/mrz.ts';

/** What is found in a table of one row: rule, confidence, and what the record says. */
function record(columns: Readonly<Record<string, string>>, path = 'a.csv') {
  const header = Object.keys(columns).join(';');
  const row = Object.values(columns).join(';');
  const text = path === 'a.csv' ? `${header}\n${row}\n` : JSON.stringify(columns);
  return scanText(text, { path }, REPORT_ALL).map(({ rule, confidence, evidence }) =>
    [
      rule,
      confidence,
      ...evidence.map(evidenceText).filter((reason) => /^co(?:rro|ntra)/.test(reason)),
    ].join(' '),
  );
}

const day = (...parts: readonly number[]) =>
  parts.map((part) => String(part).padStart(2, '0')).join('-');
const joined = (...parts: string[]) => parts.join('');
const KANA = joined('ヌエビ', ' ゴロスケ');
const ROMAJI = joined('NUEBI', ' Gorosuke');
const FEMALE = joined('F');
const phone = (area: string) => [area, '234', '5678'].join('-');
const address = joined('神奈川県', '横浜市', '西区', '高島', '2-8-1');
const passport = joined('T', 'K', '1234', '098');
const five = joined('M', 'K', '1234', '098');

describe('records', () => {
  for (const [name, columns, expected] of [
    [
      'an area code and its prefecture',
      { '#': phone('045'), x: address },
      [
        'phone-number certain corroborated: postal-address',
        'postal-address certain corroborated: phone-number',
      ],
    ],
    [
      'an area code raises an address',
      { tel: phone('045'), x: address.replace('西区高島', '中区') },
      ['phone-number certain', 'postal-address certain corroborated: phone-number'],
    ],
    [
      'not one of another prefecture',
      { tel: phone('06').replace('234', '6234'), x: address.replace('西区高島', '中区') },
      ['phone-number certain', 'postal-address likely'],
    ],
    [
      'a postal code two columns away',
      { zip: ['220', '0011'].join('-'), id: '1', x: address.replace('西区高島', '中区') },
      ['postal-code certain', 'postal-address certain corroborated: postal-code'],
    ],
    [
      'kana and romaji of a rare name',
      { name_kana: KANA, name_romaji: ROMAJI },
      ['person-name likely corroborated: reading', 'person-name likely corroborated: reading'],
    ],
    [
      'in any order and with long vowels',
      { name_kana: 'ヌウビ ゴロウスケ', name_romaji: joined('Gorosuke', ' Nubi') },
      ['person-name likely corroborated: reading', 'person-name likely corroborated: reading'],
    ],
    [
      'not of two people',
      { name_kana: KANA, name_romaji: 'Mugiko NUEBI' },
      ['person-name possible', 'person-name possible'],
    ],
    [
      'a rare name in kanji and the reading of a known one beside it',
      { 氏名: '鵺蛯 梧郎亮', フリガナ: joined('タナカ', ' サクラ') },
      ['person-name likely corroborated: reading', 'person-name certain'],
    ],
    [
      'a passport of ten years',
      { passport, passport_issued: day(2019, 4, 1), until: day(2029, 4, 1) },
      ['passport-number certain', 'passport-issue-date certain'],
    ],
    [
      'a passport of five years that is valid for ten',
      { passport: five, passport_issued: day(2019, 4, 1), until: day(2029, 4, 1) },
      ['passport-number certain contradicted: validity', 'passport-issue-date certain'],
    ],
    [
      'the day before is the last',
      { passport: five, passport_issued: day(2019, 4, 1), until: day(2029, 3, 31) },
      ['passport-number certain contradicted: validity', 'passport-issue-date certain'],
    ],
    [
      'dates of something else say nothing',
      { passport: five, passport_issued: day(2019, 4, 1), until: day(2023, 4, 5) },
      ['passport-number certain', 'passport-issue-date certain'],
    ],
  ] as readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[]) {
    it(name, () => assert.deepEqual(record(columns), expected));
  }

  const zone = td3({ number: joined('Q', '74081512'), birthDate: '740812', sex: FEMALE }).join('');

  it('a zone raises what says the same', () => {
    assert.deepEqual(
      record({
        mrz: zone,
        birthday: day(1974, 8, 12),
        sex: joined('女'),
        passport: joined('Q', '74081512'),
      }),
      [
        'passport-mrz certain',
        'birth-date certain',
        'sex certain corroborated: passport-mrz',
        'passport-number certain corroborated: passport-mrz',
      ],
    );
  });

  it('and lowers what says otherwise', () => {
    assert.deepEqual(
      record({
        mrz: zone,
        birthday: day(1974, 8, 13),
        sex: joined('男'),
        passport: joined('Q', '74081513'),
      }),
      [
        'passport-mrz certain',
        'birth-date likely contradicted: passport-mrz',
        'sex possible contradicted: passport-mrz',
        'passport-number likely contradicted: passport-mrz',
      ],
    );
  });

  it('in objects too', () => {
    assert.deepEqual(record({ name_kana: KANA, name_romaji: ROMAJI }, 'a.json'), [
      'person-name likely corroborated: reading',
      'person-name likely corroborated: reading',
    ]);
  });

  it('not from one record to the next', () => {
    const text = `name_kana;name_romaji\n${KANA};\n;${ROMAJI}\n`;
    for (const { confidence } of scanText(text, { path: 'a.csv' }, REPORT_ALL)) {
      assert.equal(confidence, 'possible');
    }
  });
});
