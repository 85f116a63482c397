import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { delimited } from '../../../../src/engine/formats/delimited.ts';
import { fieldsOf, type FieldRow } from '../../../support/fields.ts';

const COMMA = 0x2c;
const TAB = 0x09;

const cases: readonly (readonly [name: string, text: string, fields: readonly FieldRow[]])[] = [
  ['an empty text', '', []],
  ['a header alone', 'name,phone\n', []],
  [
    'a row under its header',
    'name,phone\nfoo,1\n',
    [
      ['name', 'foo', 1],
      ['phone', '1', 1],
    ],
  ],
  ['the last row without a line end', 'name,phone\nfoo,', [['name', 'foo', 1]]],
  [
    'CRLF',
    'name,phone\r\nfoo,1\r\nbar,2\r\n',
    [
      ['name', 'foo', 1],
      ['phone', '1', 1],
      ['name', 'bar', 2],
      ['phone', '2', 2],
    ],
  ],
  [
    'CR alone',
    'name,phone\rfoo,1',
    [
      ['name', 'foo', 1],
      ['phone', '1', 1],
    ],
  ],
  ['a quoted delimiter', 'name,phone\n"a,b",\n', [['name', 'a,b', 1]]],
  ['a quoted line end', 'name,phone\n"a\r\nb",\n', [['name', 'a\r\nb', 1]]],
  ['doubled quotes', 'name,phone\n"a""b""",\n', [['name', 'a""b""', 1]]],
  [
    'a quoted header',
    '"name","phone"\n"a","b"\n',
    [
      ['name', 'a', 1],
      ['phone', 'b', 1],
    ],
  ],
  [
    'text after a closing quote',
    'name,phone\n"a"x,b\n',
    [
      ['name', 'a', 1],
      ['phone', 'b', 1],
    ],
  ],
  [
    'a quote inside a cell',
    'name,phone\n5" pipe,b\n',
    [
      ['name', '5" pipe', 1],
      ['phone', 'b', 1],
    ],
  ],
  [
    'a quote that never closes is a part of its cell',
    'name,phone\n"a,b\nc,d\n',
    [
      ['name', '"a', 1],
      ['phone', 'b', 1],
      ['name', 'c', 2],
      ['phone', 'd', 2],
    ],
  ],
  [
    'short and long rows',
    'name,phone\na\nb,c,d\n',
    [
      ['name', 'a', 1],
      ['name', 'b', 2],
      ['phone', 'c', 2],
      ['#3', 'd', 2],
    ],
  ],
  [
    'empty lines are no records',
    'name,phone\n\na,\n\n\nb,\n',
    [
      ['name', 'a', 1],
      ['name', 'b', 2],
    ],
  ],
  [
    'columns without a name have their number',
    'phone,,\na,b,c\n',
    [
      ['phone', 'a', 1],
      ['#2', 'b', 1],
      ['#3', 'c', 1],
    ],
  ],
  [
    'no header: a cell with a digit',
    'foo,1\nbar,2\n',
    [
      ['#1', 'foo', 1],
      ['#2', '1', 1],
      ['#1', 'bar', 2],
      ['#2', '2', 2],
    ],
  ],
  [
    'no header: empty cells and digits',
    'foo,1,\n',
    [
      ['#1', 'foo', 1],
      ['#2', '1', 1],
    ],
  ],
  [
    'no header: a word that is a name too beside data',
    'email,x@example.com\nphone,y@example.com\n',
    [
      ['#1', 'email', 1],
      ['#2', 'x@example.com', 1],
      ['#1', 'phone', 2],
      ['#2', 'y@example.com', 2],
    ],
  ],
  [
    'a header with digits',
    'id,住所1,住所２\na,b,c\n',
    [
      ['id', 'a', 1],
      ['住所1', 'b', 1],
      ['住所２', 'c', 1],
    ],
  ],
];

describe('delimited', () => {
  for (const [name, text, fields] of cases) {
    it(name, () => {
      assert.deepEqual(fieldsOf(delimited({ delimiter: COMMA }), text), fields);
    });

    it(`${name}, with tabs`, () => {
      const tabbed = (value: string) => value.replaceAll(',', '\t');
      assert.deepEqual(
        fieldsOf(delimited({ delimiter: TAB }), tabbed(text)),
        fields.map(([field, value, record]) => [field, tabbed(value), record]),
      );
    });

    for (const step of [1, 3, 8]) {
      it(`${name}, ${String(step)} bytes more at a time`, () => {
        assert.deepEqual(fieldsOf(delimited({ delimiter: COMMA }), text, step), fields);
      });
    }
  }

  it('gives up a quote that does not close in 256 KiB', () => {
    const rows = fieldsOf(
      delimited({ delimiter: COMMA }),
      `name,phone\n"a,b\n${'c,d\n'.repeat(70_000)}"e",f\n`,
    );
    assert.deepEqual(rows.slice(0, 2), [
      ['name', '"a', 1],
      ['phone', 'b', 1],
    ]);
    assert.deepEqual(rows.at(-1), ['phone', 'f', 70_002]);
  });
});
