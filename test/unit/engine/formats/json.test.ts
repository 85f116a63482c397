import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { json } from '../../../../src/engine/formats/json.ts';
import { fieldsOf, type FieldRow } from '../../../support/fields.ts';

const cases: readonly (readonly [name: string, text: string, fields: readonly FieldRow[]])[] = [
  ['nothing', '', []],
  ['a word', 'null', []],
  ['a string', '"a"', []],
  ['an object', '{"a":"b"}', [['a', 'b', 1]]],
  [
    'an indented object',
    '{\r\n\t"a" : "b",\n  "c": 1\n}\n',
    [
      ['a', 'b', 1],
      ['c', '1', 1],
    ],
  ],
  [
    'numbers and literals',
    '{"a":1.5e3,"b":true,"c":null}',
    [
      ['a', '1.5e3', 1],
      ['b', 'true', 1],
      ['c', 'null', 1],
    ],
  ],
  ['an empty value', '{"a":"","b":"c"}', [['b', 'c', 1]]],
  [
    'escapes',
    '{"a":"b\\"c\\\\","d":"\\u3042"}',
    [
      ['a', 'b\\"c\\\\', 1],
      ['d', '\\u3042', 1],
    ],
  ],
  ['an escaped key', '{"a\\"b":"c"}', [['a\\"b', 'c', 1]]],
  [
    'signs in strings',
    '{"a":"{[,:]}","b":"//"}',
    [
      ['a', '{[,:]}', 1],
      ['b', '//', 1],
    ],
  ],
  [
    'nested objects are of one record',
    '{"a":"b","c":{"d":"e","f":{"g":"h"}},"i":"j"}',
    [
      ['a', 'b', 1],
      ['d', 'e', 1],
      ['g', 'h', 1],
      ['i', 'j', 1],
    ],
  ],
  [
    'objects of an array are records',
    '[{"a":"b"},{"a":"c"}]',
    [
      ['a', 'b', 1],
      ['a', 'c', 2],
    ],
  ],
  [
    'values of an array have its key',
    '{"a":["b","c",["d"]],"e":"f"}',
    [
      ['a', 'b', 1],
      ['a', 'c', 1],
      ['a', 'd', 1],
      ['e', 'f', 1],
    ],
  ],
  ['an array alone', '["a","b"]', []],
  [
    'JSON Lines',
    '{"a":"b"}\n{"a":"c"}\n\n{"a":"d"}',
    [
      ['a', 'b', 1],
      ['a', 'c', 2],
      ['a', 'd', 3],
    ],
  ],
  [
    'comments',
    '// it\'s "a"\n{ /* "x": "y" */ "a": "b", // "c\n"d": "e" }',
    [
      ['a', 'b', 1],
      ['d', 'e', 1],
    ],
  ],
  [
    'JSON5',
    "{a: 'b', $c: 1, 'd': \"it's\"}",
    [
      ['a', 'b', 1],
      ['$c', '1', 1],
      ['d', "it's", 1],
    ],
  ],
  [
    'an object that does not end',
    '{"a":"b","c":"d',
    [
      ['a', 'b', 1],
      ['c', 'd', 1],
    ],
  ],
  [
    'a string that does not end on its line',
    '{"a":"b\n"c":"d"}',
    [
      ['a', 'b', 1],
      ['c', 'd', 1],
    ],
  ],
  [
    'too many brackets',
    '}]{"a":"b"}}]{"a":"c"}',
    [
      ['a', 'b', 1],
      ['a', 'c', 2],
    ],
  ],
  [
    'no comma',
    '{"a":"b" "c":"d"}',
    [
      ['a', 'b', 1],
      ['c', 'd', 1],
    ],
  ],
  ['no value', '{"a":,"c":"d"}', [['c', 'd', 1]]],
  ['a slash', '{"a": / "b"}', [['a', 'b', 1]]],
];

describe('json', () => {
  for (const [name, text, fields] of cases) {
    it(name, () => {
      assert.deepEqual(fieldsOf(json, text), fields);
    });
  }

  it('records go on from stretch to stretch', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `{"a":"${String(i)}"}`);
    assert.deepEqual(
      fieldsOf(json, `[${rows.join(',')}]`, 24),
      rows.map((_, i) => ['a', String(i), i + 1]),
    );
  });

  for (const [name, filler] of [
    ['letters', 'x'],
    ['kana', 'あ'],
    ['escaped quotes', '\\"'],
    ['escaped backslashes', '\\\\'],
  ] as const) {
    it(`a string longer than a stretch is no field: ${name}`, () => {
      for (const lead of ['', 'x', 'xx', 'xxx']) {
        const text = `{"a":"${lead}${filler.repeat(100)}","b":"c"}`;
        assert.deepEqual(fieldsOf(json, text, 16), [['b', 'c', 1]]);
      }
    });
  }
});
