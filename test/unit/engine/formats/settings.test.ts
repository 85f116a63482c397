import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { settings } from '../../../../src/engine/formats/settings.ts';
import { fieldsOf, fieldsOfCut, type FieldRow } from '../../../support/fields.ts';

const cases: readonly (readonly [name: string, text: string, fields: readonly FieldRow[]])[] = [
  ['nothing', '', []],
  ['a word', 'word\n', []],
  [
    'pairs',
    'a=b\nexport c = d e \r\nf: g',
    [
      ['a', 'b', 1],
      ['c', 'd e', 1],
      ['f', 'g', 1],
    ],
  ],
  [
    'comments',
    '# a=b\n; c=d\n! e=f\ng=h # i\nj=k;l\n',
    [
      ['g', 'h', 1],
      ['j', 'k;l', 1],
    ],
  ],
  [
    'quotes',
    `a="b # c"\nd='e' # f\n"g h" = "i\\"j"\n`,
    [
      ['a', 'b # c', 1],
      ['d', 'e', 1],
      ['g h', 'i\\"j', 1],
    ],
  ],
  ['no value', 'a=\nb=""\nc = d\n', [['c', 'd', 1]]],
  [
    'sections are records',
    '[a]\nb=c\n[d]\nb=e\n',
    [
      ['b', 'c', 2],
      ['b', 'e', 3],
    ],
  ],
  [
    'a table in a table',
    '[[a]]\nb=c\n[a.d]\ne=f\n[[a]]\nb=g\n',
    [
      ['b', 'c', 2],
      ['e', 'f', 2],
      ['b', 'g', 3],
    ],
  ],
  [
    'stems are records',
    'a[0].b=c\na[0].d.e=f\na[0].g=h\na[1].b=i\n',
    [
      ['a[0].b', 'c', 1],
      ['a[0].d.e', 'f', 1],
      ['a[0].g', 'h', 1],
      ['a[1].b', 'i', 2],
    ],
  ],
  [
    'a known name twice',
    'phone=a\nzip=b\nphone=c\nzip=d\n',
    [
      ['phone', 'a', 1],
      ['zip', 'b', 1],
      ['phone', 'c', 2],
      ['zip', 'd', 2],
    ],
  ],
  [
    'a line that goes on',
    'a=b\\\n   c\\\r\n  d\ne=f\\\\\ng=h\n',
    [
      ['a', 'b\\\n   c\\\r\n  d', 1],
      ['e', 'f\\\\', 1],
      ['g', 'h', 1],
    ],
  ],
  [
    'several lines',
    'a = """\nb\nc"""\nd = e\n',
    [
      ['a', 'b\nc', 1],
      ['d', 'e', 1],
    ],
  ],
  [
    'what never closes',
    'a = "b\nc = d\ng = h\n',
    [
      ['a', 'b', 1],
      ['c', 'd', 1],
      ['g', 'h', 1],
    ],
  ],
  ['arrays and inline tables are text', 'a = [1, 2]\nb = { c = "d" }\ne = f\n', [['e', 'f', 1]]],
  ['letters of any script', '電話番号＝x = 〇\n', [['電話番号＝x', '〇', 1]]],
  ['no pair', 'a == b\nstd::c\n[d\n', []],
];

describe('settings', () => {
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(fieldsOf(settings, text), expected);
    });

    it(`${name}, cut anywhere`, () => {
      const { length } = new TextEncoder().encode(text);
      for (let cut = 1; cut < length; cut++) {
        assert.deepEqual(fieldsOfCut(settings, text, cut), expected, String(cut));
      }
    });
  }
});
