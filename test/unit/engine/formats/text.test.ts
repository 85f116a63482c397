import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { text } from '../../../../src/engine/formats/text.ts';
import { fieldsOf, fieldsOfCut, type FieldRow } from '../../../support/fields.ts';

type Case = readonly [name: string, text: string, fields: readonly FieldRow[]];

const TWO_ROWS: readonly FieldRow[] = [
  ['name', 'a', 1],
  ['tel', '1', 1],
  ['name', 'b', 2],
  ['tel', '2', 2],
];

const ruled: readonly Case[] = [
  ['Markdown', '| name | tel |\n|---|:-:|\n| a | 1 |\n| b | 2 |\n', TWO_ROWS],
  ['Markdown without outer pipes', 'name | tel\n--- | ---\na | 1\nb | 2', TWO_ROWS],
  ['line ends of Windows', '| name | tel |\r\n|---|---|\r\n| a | 1 |\r\n| b | 2 |\r\n', TWO_ROWS],
  [
    'MySQL',
    '+------+-----+\n| name | tel |\n+------+-----+\n| a    | 1   |\n| b    | 2   |\n+------+-----+\n',
    TWO_ROWS,
  ],
  ['PostgreSQL', ' name | tel \n------+-----\n a    | 1\n b    | 2\n(2 rows)\n', TWO_ROWS],
  [
    'a grid of reStructuredText',
    '+------+-----+\n| name | tel |\n+======+=====+\n| a    | 1   |\n+------+-----+\n| b    | 2   |\n+------+-----+\n',
    TWO_ROWS,
  ],
  [
    'a pipe behind a backslash, an empty cell',
    '| name | tel |\n|---|---|\n| a \\| b | |\n| | 2 |\n',
    [
      ['name', 'a \\| b', 1],
      ['tel', '2', 2],
    ],
  ],
  [
    'more cells than the header has',
    '| name | tel |\n|---|---|\n| a | 1 | c |\n',
    [
      ['name', 'a', 1],
      ['tel', '1', 1],
      ['#', 'c', 1],
    ],
  ],
  [
    'two tables',
    '| name | tel |\n|---|---|\n| a | 1 |\n\n| zip | x |\n|---|---|\n| 2 | 3 |\n',
    [
      ['name', 'a', 1],
      ['tel', '1', 1],
      ['zip', '2', 2],
      ['x', '3', 2],
    ],
  ],
  ['no rule under the header', '| name | tel |\n| a | 1 |\n', []],
  ['a rule of two signs', '| name | tel |\n|-|-|\n| a | 1 |\n', []],
  ['a blank line before the rule', '| name | tel |\n\n|---|---|\n| a | 1 |\n', []],
  ['a rule under a heading', 'name\n----\na\n', []],
  ['or-signs of code', 'if (a || b)\n-----\nc\n', []],
];

const aligned: readonly Case[] = [
  [
    'columns',
    'mail  tel  x\na     1    5\nb     2\n',
    [
      ['mail', 'a', 1],
      ['tel', '1', 1],
      ['x', '5', 1],
      ['mail', 'b', 2],
      ['tel', '2', 2],
    ],
  ],
  [
    'numbered rows of a data frame',
    '  mail  tel  x\n0    a    1  5\n1    b    2  6\n',
    [
      ['mail', 'a', 1],
      ['tel', '1', 1],
      ['x', '5', 1],
      ['mail', 'b', 2],
      ['tel', '2', 2],
      ['x', '6', 2],
    ],
  ],
  [
    'characters of two columns',
    '氏名    電話  性別\n見本  一  2\n',
    [
      ['氏名', '見本', 1],
      ['電話', '一', 1],
      ['性別', '2', 1],
    ],
  ],
  [
    'a header that comes again',
    'mail  tel  x\na     1    5\n\nmail  tel  y\nb     2    6\n',
    [
      ['mail', 'a', 1],
      ['tel', '1', 1],
      ['x', '5', 1],
      ['mail', 'b', 2],
      ['tel', '2', 2],
      ['y', '6', 2],
    ],
  ],
  ['two columns', 'mail  tel\na     1\n', []],
  ['one mail that is known', 'tel  x1  x2\n1    2   3\n', []],
  ['single blanks', 'mail tel sex\na 1 2\n', []],
  ['signs of code', 'mail = 1;  tel = 2;  sex = 3;\na  b  c\n', []],
  ['a sentence', 'The mail,  the tel,  the sex.\na  b  c\n', []],
  ['a blank line ends it', 'mail  tel  x\n\na     1    5\n', []],
];

const underlined: readonly Case[] = [
  [
    'a simple table of reStructuredText',
    '====  ===\nname  tel\n====  ===\na     1\nb     2\n====  ===\n\nc     3\n',
    TWO_ROWS,
  ],
  [
    'SQL Server',
    'name       tel\n---------- ---\na            1\nb            2\n\n(2 rows)\n',
    TWO_ROWS,
  ],
  ['line ends of Windows', 'name tel\r\n---- ---\r\na    1\r\nb    2\r\n', TWO_ROWS],
  [
    'blanks in a value, a cell without one',
    'name tel\n---- ---\na b  1\n     2\n',
    [
      ['name', 'a b', 1],
      ['tel', '1', 1],
      ['tel', '2', 2],
    ],
  ],
  [
    'characters of two columns',
    'name   tel\n------ ---\n見本   1\n',
    [
      ['name', '見本', 1],
      ['tel', '1', 1],
    ],
  ],
  ['a value over the edge of its column ends it', 'name tel\n---- ---\nabcdefg 1\na    1\n', []],
  ['names that nobody knows', 'x    y\n---- ---\na    1\n', []],
  ['a blank line above the rule', 'name tel\n\n---- ---\na    1\n', []],
  ['a list of options', '-x --tel\n---- --tel\na    1\n', []],
  ['one column', 'tel\n---\n1\n', []],
];

const prose: readonly Case[] = [
  ['nothing', '', []],
  ['blank lines', '\n\r\n \n', []],
  ['prose', 'name and tel of a\n- b\n# c\n', []],
  ['rules alone', '---\n+++\n===\n|||\n', []],
  ['a line that is too long', `| name | tel |\n|---|---|\n| a | ${'1'.repeat(17_000)} |\n`, []],
];

for (const [kind, cases] of [
  ['ruled tables', ruled],
  ['aligned tables', aligned],
  ['underlined tables', underlined],
  ['no tables', prose],
] as const) {
  describe(`text: ${kind}`, () => {
    for (const [name, source, fields] of cases) {
      it(name, () => {
        assert.deepEqual(fieldsOf(text('any'), source), fields);
        for (let cut = 1; cut < Math.min(source.length, 200); cut++) {
          assert.deepEqual(fieldsOfCut(text('any'), source, cut), fields, `cut at ${String(cut)}`);
        }
      });
    }
  });
}
