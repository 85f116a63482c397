import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';

/** Names are made up and written with `¦` inside, so that this file holds none. */
const read = (marked: string) => marked.replaceAll('¦', '');

type Case = readonly [text: string, value?: string, confidence?: string];

function check(cases: readonly Case[], path?: string, wrap = (text: string) => text): void {
  for (const [text, value, confidence] of cases) {
    it(JSON.stringify(text), () => {
      const found = find('person-name', wrap(read(text)), path === undefined ? {} : { path });
      assert.deepEqual(
        found.map((it) => [it.value, it.confidence]),
        value === undefined ? [] : [[read(value), confidence]],
      );
    });
  }
}

describe('names behind a label', () => {
  check([
    ['氏名: 佐¦藤 花音', '佐¦藤 花音', 'certain'],
    ['氏名：高¦橋健太　電話：なし', '高¦橋健太', 'certain'],
    ['氏名：髙¦橋健太', '髙¦橋健太', 'certain'],
    ['氏名：ｻﾄ¦ｳ ｶﾉﾝ', 'ｻﾄ¦ｳ ｶﾉﾝ', 'certain'],
    ['担当: 佐¦々木 健', '佐¦々木 健', 'certain'],
    ['// 担当者: 佐¦藤 花音 内線 12', '佐¦藤 花音', 'certain'],
    ['<th>氏名</th><td>佐¦藤 花音</td>', '佐¦藤 花音', 'certain'],
    ['氏名: 佐¦藤 花音 ¦様', '佐¦藤 花音', 'certain'],
    ['name: 佐¦藤 花音', '佐¦藤 花音', 'likely'],
    ['氏名: 山田太郎', '山田太郎', 'possible'], // a specimen
    ['Full name: Grace Ho¦pper', 'Grace Ho¦pper', 'possible'],
    ['name: Grace Ho¦pper'],
    ['氏名: 必須'],
    ['氏名: 全角で入力してください'],
    ['氏名: ●● ●●'],
    ['氏名: [NAME]'],
    ['名前: 青森県'],
    ['name: lodash'],
    ['担当: 営業部'],
  ]);
});

describe('names before a form of address', () => {
  check([
    ['佐¦藤 恵子¦様', '佐¦藤 恵子', 'likely'],
    ['佐¦々木健¦さんへ', '佐¦々木健', 'likely'],
    ['はい、田¦中さくら¦さんです', '田¦中さくら', 'likely'],
    ['田¦中さんが来た', '田¦中', 'possible'],
    ['佐¦藤恵子氏', '佐¦藤恵子', 'possible'],
    ['皆さん、たくさんの仕様'],
    ['お客様各位'],
    ['お上りさん'],
    ['高知さんさんテレビ'],
    ['様々な佐¦藤'],
    ['株式会社山¦本様'],
    ['ご担当者様'],
    ['佐¦藤氏名'],
  ]);
});

describe('names in western sentences', () => {
  check([
    ['Mr. Ho¦pper flew to Rome.', 'Ho¦pper', 'possible'],
    ['to Dr. Grace B. Ho¦pper?', 'Grace B. Ho¦pper', 'possible'],
    ['Frau Weiß¦müller rief an', 'Weiß¦müller', 'possible'],
    ["Prof. O'Ne¦ill is here", "O'Ne¦ill", 'possible'],
    ['Miss Ludmila van der Ho¦ek', 'Ludmila van der Ho¦ek', 'possible'],
    ['My name ¦is Grace Hopper.', 'Grace Ho¦pper', 'likely'],
    ['my name ¦is Grace', 'Gra¦ce', 'likely'],
    ['his name is Gra¦ce', 'Gra¦ce', 'possible'],
    ['her maiden name is Ho¦pper', 'Ho¦pper', 'possible'],
    ['They call ¦me Mr. Hopper', 'Ho¦pper', 'likely'],
    ['My name is John Doe', 'John Doe', 'possible'],
    ["they wrote 'my name ¦is Grace Ho¦pper'", 'Grace Ho¦pper', 'likely'],
    ["they wrote 'my name is John Doe'", 'John Doe', 'possible'],
    ['The name is Required'],
    ['my name is not Required'],
    ['the params. The items'],
    ['addr. Grace'],
    ['Dismiss All Alerts'],
    ['Mr. President'],
    ['my name is JSON'],
    ['Dr. Dobbs Institute'],
  ]);
});

describe('fields of names', () => {
  const cells: readonly Case[] = [
    ['佐¦藤　花音', '佐¦藤　花音', 'certain'],
    ['小¦野時雄', '小¦野時雄', 'certain'],
    ['サト¦ウ カノン', 'サト¦ウ カノン', 'certain'],
    ['サト¦ウカノン', 'サト¦ウカノン', 'certain'],
    ['ジョ¦ン・スミス', 'ジョ¦ン・スミス', 'likely'],
    ['SATO/KAN¦ON', 'SATO/KAN¦ON', 'certain'],
    ['Kanon Sa¦tō', 'Kanon Sa¦tō', 'certain'],
    ['Grace Ho¦pper', 'Grace Ho¦pper', 'likely'],
    ['Mrs. Grace Ho¦pper', 'Grace Ho¦pper', 'likely'],
    ['佐¦藤 花音 ¦様', '佐¦藤 花音', 'certain'],
    ['山田 太郎', '山田 太郎', 'likely'], // a specimen, or somebody
    ['John Doe', 'John Doe', 'possible'],
    ['佐藤病院', '佐藤病院', 'possible'],
    ['admin'],
    ['未入力'],
    ['全角カナ'],
    ['Full name'],
    ['42'],
    ['** **'],
  ];
  check(cells, 'people.csv', (cell) => `氏名,生年月日\n${cell},不明\n`);
  check(cells.slice(0, 4), 'people.json', (cell) => JSON.stringify({ 氏名: cell, 生年月日: '' }));

  it('takes parts of a name in fields of parts', () => {
    const text = read('first_name,last_name,birthday\nGra¦ce,Hop¦per,x\n');
    assert.deepEqual(
      find('person-name', text, { path: 'a.csv' }).map((it) => it.confidence),
      ['likely', 'likely'],
    );
  });
});

describe('fields that may mean anything', () => {
  const beside = { birthday: 'x', address: 'x' };
  check(
    [
      ['佐¦藤 花音', '佐¦藤 花音', 'certain'],
      ['Grace Ho¦pper', 'Grace Ho¦pper', 'likely'],
      ['Hopper Group', 'Hopper Group', 'possible'],
      ['lodash'],
      ['id labore ex et quam'],
    ],
    'a.json',
    (name) => JSON.stringify({ name, ...beside }),
  );
  check(
    [
      ['佐¦藤 花音', '佐¦藤 花音', 'likely'],
      ['Kanon Sa¦to', 'Kanon Sa¦to', 'possible'],
      ['山田太郎', '山田太郎', 'possible'],
      ['Grace Ho¦pper'],
      ['石川県'],
      ['東京駅'],
      ['アオモリ'],
      ['leaklint'],
    ],
    'package.json',
    (name) => JSON.stringify({ name }),
  );
  check(
    [
      ["name: '佐¦藤 花音'", '佐¦藤 花音', 'likely'],
      ["user.setFullName('佐¦藤 花音')", '佐¦藤 花音', 'certain'],
      ["fullName: 'Grace Ho¦pper'", 'Grace Ho¦pper', 'possible'],
      ["firstName: 'string'"],
      ["name: 'Grace Ho¦pper'"],
      ['const name = 佐¦藤'],
    ],
    'a.ts',
  );

  it('does not speak against other kinds in it', () => {
    const text = `{"name":"${['03', '5253', '1111'].join('-')}"}`;
    assert.equal(find('phone-number', text)[0]?.evidence.includes('other-field'), false);
  });
});

describe('columns without a telling name', () => {
  const surnames = ['佐¦藤', '高¦橋', '伊¦藤', '渡¦辺', '中¦村', '小¦林', '加¦藤', '吉¦田'].map(
    read,
  );
  it('are names when nearly all of their values are', () => {
    const text = surnames.map((name, i) => `${String(i)},${name} 健太\n`).join('');
    const found = find('person-name', text, { path: 'a.csv' });
    assert.equal(found.length, surnames.length);
    assert.ok(
      found.every(({ evidence }) =>
        evidence.some((reason) => reason.startsWith('column-values: ')),
      ),
    );
  });
  it('are none when they are places', () => {
    const text = ['青森', '秋田', '山形', '福島', '宮城', '石川', '長野', '山口', '宮崎']
      .map((name, i) => `${String(i)},${name}\n`)
      .join('');
    assert.deepEqual(find('person-name', text, { path: 'a.csv' }), []);
  });
});
