import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createFieldNames, wordsOfName } from '../../../src/engine/field-names.ts';
import { RULES } from '../../../src/engine/rules/index.ts';

describe('wordsOfName', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['custTelNo', 'cust tel no'],
    ['CUST_TEL_NO', 'cust tel no'],
    ['cust-tel.no', 'cust tel no'],
    ['HTTPPhone', 'http phone'],
    ['ＴＥＬ', 'tel'],
    ['phone1', 'phone 1'],
    ['phone1Home', 'phone 1 home'],
    ['md5', 'md 5'],
    ['住所１', '住所 1'],
    ['住所（番地）', '住所 番地'],
    ['〒', '〒'],
    [' $ ', ''],
    ['', ''],
  ];
  for (const [name, words] of cases) {
    it(JSON.stringify(name), () => {
      assert.equal(wordsOfName(name), words);
    });
  }
});

describe('createFieldNames', () => {
  const names = createFieldNames(RULES, { 'customer code': 'passport-number', Mail: 'my-rule' });
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['phone', 'phone-number'],
    ['phone1', 'phone-number'],
    ['phone_2', 'phone-number'],
    ['custTelNo', 'phone-number'],
    ['CUST_TEL_NO', 'phone-number'],
    ['phoneNumberValue', 'phone-number'],
    ['phone (home)', 'phone-number'],
    ['電話番号', 'phone-number'],
    ['お客様電話番号', 'phone-number'],
    ['電話番号（自宅）', 'phone-number'],
    ['契約者住所', 'postal-address'],
    ['住所1', 'postal-address'],
    ['住所２', 'postal-address'],
    ['〒', 'postal-code'],
    ['郵便番号(〒)', 'postal-code'],
    ['email', 'email'],
    ['E-Mail', 'email'],
    ['userEmail', 'email'],
    ['passport_no', 'passport-number'],
    ['PassportNumber', 'passport-number'],
    ['フリガナメイ', 'person-name'],
    ['ユーザーメールアドレス', 'email'],
    // Two kana begin no word in the midst of one.
    ['イッショウケンメイ', undefined],
    // Taught names go first.
    ['customerCode', 'passport-number'],
    ['mail', 'my-rule'],
    ['user_mail', 'my-rule'],
    // About the value, and not the value.
    ['telephone_type', undefined],
    ['emailVerified', undefined],
    ['電話番号種別', undefined],
    ['phonetics', undefined],
    ['id', undefined],
    ['no', undefined],
    ['1', undefined],
    // No words are nobody's name.
    ['', undefined],
    ['---', undefined],
    ['（）', undefined],
    ['phone'.padStart(81, 'x_'), undefined],
  ];
  for (const [name, rule] of cases) {
    it(`${JSON.stringify(name)} → ${rule ?? 'nothing'}`, () => {
      const by = rule === undefined ? undefined : 'field-name';
      assert.deepEqual(names.resolve(name), { name, rule, by });
    });
  }

  it('gives the same name the same object', () => {
    assert.equal(names.resolve('phone'), names.resolve('phone'));
  });

  it('knows where names end, for the kernel', () => {
    assert.ok(names.endings.some((ending) => ending.endsWith('de')));
    assert.ok(!names.endings.includes(''));
  });

  it('takes the longest name that a name ends with', () => {
    const two = createFieldNames(
      [
        { ...RULES[0]!, id: 'short', names: ['number'] },
        { ...RULES[0]!, id: 'long', names: ['bank number'] },
      ],
      {},
    );
    assert.equal(two.resolve('myBankNumber').rule, 'long');
    assert.equal(two.resolve('myNumber').rule, 'short');
  });
});
