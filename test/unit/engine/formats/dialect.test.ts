import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chooseFormat } from '../../../../src/engine/formats/choose.ts';
import { fieldsOf, type FieldRow } from '../../../support/fields.ts';

const TABLE: readonly FieldRow[] = [
  ['name', 'foo', 1],
  ['phone', '1', 1],
  ['city', 'x', 1],
  ['name', 'bar', 2],
  ['phone', '2', 2],
  ['city', 'y', 2],
];

const cases: readonly (readonly [
  name: string,
  text: string,
  fields: readonly FieldRow[],
  path?: string,
])[] = [
  ['commas', 'name,phone,city\nfoo,1,x\nbar,2,y\n', TABLE],
  ['semicolons', 'name;phone;city\nfoo;1;x\nbar;2;y\n', TABLE],
  ['bars', 'name|phone|city\nfoo|1|x\nbar|2|y\n', TABLE],
  ['tabs in a file called csv', 'name\tphone\tcity\nfoo\t1\tx\nbar\t2\ty\n', TABLE],
  ['commas in a file called tsv', 'name,phone,city\nfoo,1,x\nbar,2,y\n', TABLE, 'a.tsv'],
  ['carets', 'name^phone^city\nfoo^1^x\nbar^2^y\n', TABLE],
  ['unit separators', 'name\x1fphone\x1fcity\nfoo\x1f1\x1fx\nbar\x1f2\x1fy\n', TABLE],
  [
    'semicolons between numbers with commas',
    'name;phone;city\n1,5;1,2;2,5\n3,5;4,2;5,5\n',
    [
      ['name', '1,5', 1],
      ['phone', '1,2', 1],
      ['city', '2,5', 1],
      ['name', '3,5', 2],
      ['phone', '4,2', 2],
      ['city', '5,5', 2],
    ],
  ],
  ['sep=', 'sep=;\r\nname;phone;city\r\nfoo;1;x\r\nbar;2;y\r\n', TABLE],
  ['a byte-order mark and sep=', '\uFEFFsep=|\r\nname|phone|city\nfoo|1|x\nbar|2|y\n', TABLE],
  ['apostrophes', "'name','phone','city'\n'foo','1','x'\n'bar','2','y'\n", TABLE],
  [
    'an apostrophe in a word',
    "name,phone,city\nd'or,1,l'eau\no'x,2,'t\n",
    [
      ['name', "d'or", 1],
      ['phone', '1', 1],
      ['city', "l'eau", 1],
      ['name', "o'x", 2],
      ['phone', '2', 2],
      ['city', "'t", 2],
    ],
  ],
  [
    'quotes behind a backslash',
    'name,phone,city\n"a \\"b\\", c",1,x\n"bar",2,y\n',
    [
      ['name', 'a \\"b\\", c', 1],
      ['phone', '1', 1],
      ['city', 'x', 1],
      ['name', 'bar', 2],
      ['phone', '2', 2],
      ['city', 'y', 2],
    ],
  ],
  [
    'a backslash before the closing quote',
    'name,phone,city\n"C:\\",1,x\n"bar",2,y\n',
    [['name', 'C:\\', 1], ...TABLE.slice(1, 3), ...TABLE.slice(3)],
  ],
  ['a title', 'Customers\nname,phone,city\nfoo,1,x\nbar,2,y\n', TABLE],
  ['a title, a date, a blank line', 'T\n2026-01-02\n\nname,phone,city\nfoo,1,x\nbar,2,y\n', TABLE],
  ['a title among empty cells', 'T,,\nname,phone,city\nfoo,1,x\nbar,2,y\n', TABLE],
  ['comments', '# made by x\n# y\nname,phone,city\nfoo,1,x\nbar,2,y\n', TABLE],
  [
    'a header behind a comment’s sign',
    '#name,phone,city\nfoo,1,x\nbar,2,y\n',
    [['#name', 'foo', 1], ...TABLE.slice(1, 3), ['#name', 'bar', 2], ...TABLE.slice(4)],
  ],
  ['groups above the header', 'who,how,where\nname,phone,city\nfoo,1,x\nbar,2,y\n', [...TABLE]],
  ['letters above the header', 'A,B,C\nname,phone,city\nfoo,1,x\nbar,2,y\n', TABLE],
  ['a byte-order mark', '\uFEFFname,phone,city\nfoo,1,x\nbar,2,y\n', TABLE],
  ['a byte-order mark and a title', '\uFEFFT\nname,phone,city\nfoo,1,x\nbar,2,y\n', TABLE],
  ['CR alone', 'T\rname,phone,city\rfoo,1,x\rbar,2,y\r', TABLE],
  ['a total', 'name,phone,city\nfoo,1,x\nbar,2,y\n合計,,\n', TABLE],
  [
    'a total of numbers',
    'name,phone,city\nfoo,1,x\nbar,2,y\nTotal,,3\n',
    [...TABLE, ['name', 'Total', 3], ['city', '3', 3]],
  ],
  ['a line behind the table', 'name,phone,city\nfoo,1,x\nbar,2,y\n\n2 rows\n', TABLE],
  ['a delimiter too many', 'name,phone,city\nfoo,1,x,\nbar,2,y,\n', TABLE],
  [
    'names with numbers',
    'col_1,col_2\n1,x\n2,y\n',
    [
      ['col_1', '1', 1],
      ['col_2', 'x', 1],
      ['col_1', '2', 2],
      ['col_2', 'y', 2],
    ],
  ],
  [
    'words under words are no header',
    '青空,アオ\n青,アオ\n字,ア\n漢字,オ\n漢,ア\n',
    ['青空,アオ', '青,アオ', '字,ア', '漢字,オ', '漢,ア'].flatMap((row, i) =>
      row.split(',').map((value, j) => [`#${String(j + 1)}`, value, i + 1] as const),
    ),
  ],
  [
    'two rows of words',
    '青空 字,アオ\n青 字,アオ',
    [
      ['#1', '青空 字', 1],
      ['#2', 'アオ', 1],
      ['#1', '青 字', 2],
      ['#2', 'アオ', 2],
    ],
  ],
  [
    'a sparse table without a header',
    '1,,,,,x,\n2,,,,,,\n3,a,,,,,\n4,b,c,d,e,f,g\n',
    [
      ['#1', '1', 1],
      ['#6', 'x', 1],
      ['#1', '2', 2],
      ['#1', '3', 3],
      ['#2', 'a', 3],
      ...['4', 'b', 'c', 'd', 'e', 'f', 'g'].map(
        (value, i) => [`#${String(i + 1)}`, value, 4] as const,
      ),
    ],
  ],
];

describe('dialects of tables', () => {
  for (const [name, text, fields, path = 'a.csv'] of cases) {
    const bytes = new TextEncoder().encode(text);
    it(name, () => assert.deepEqual(fieldsOf(chooseFormat({ path }, bytes), text), fields));
    it(`${name}, an edge at every byte`, () => {
      for (const step of [1, 2, 5, 13]) {
        assert.deepEqual(fieldsOf(chooseFormat({ path }, bytes), text, step), fields);
      }
    });
  }
});
