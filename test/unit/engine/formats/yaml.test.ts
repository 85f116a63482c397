import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { yaml } from '../../../../src/engine/formats/yaml.ts';
import { fieldsOf, fieldsOfCut, type FieldRow } from '../../../support/fields.ts';

const cases: readonly (readonly [name: string, text: string, fields: readonly FieldRow[]])[] = [
  ['nothing', '', []],
  ['a word', 'word\n', []],
  ['a key', 'a: b', [['a', 'b', 1]]],
  ['blanks, comments, line ends', '# a: b\r\na:   b c  # d\r\n\r\n', [['a', 'b c', 1]]],
  ['a sign of a comment in a value', 'a: b#c', [['a', 'b#c', 1]]],
  [
    'a colon in a value',
    'a: b:c\nd: http://e\n',
    [
      ['a', 'b:c', 1],
      ['d', 'http://e', 1],
    ],
  ],
  ['no value', 'a:\nb: ""\nc: ~\n', [['c', '~', 1]]],
  [
    'quotes',
    `a: "b: \\"c"\n'd e': 'f''g'\n`,
    [
      ['a', 'b: \\"c', 1],
      ['d e', "f''g", 1],
    ],
  ],
  [
    'a quote over lines',
    'a: "b\n  c"\nd: e\n',
    [
      ['a', 'b\n  c', 1],
      ['d', 'e', 1],
    ],
  ],
  [
    'a quote that never closes',
    'a: "b\nc: d\n',
    [
      ['a', 'b', 1],
      ['c', 'd', 1],
    ],
  ],
  ['letters of any script', '電話 番号: 〇\n', [['電話 番号', '〇', 1]]],
  [
    'nested mappings',
    'a:\n  b: c\n  d:\n    e: f\ng: h\n',
    [
      ['b', 'c', 1],
      ['e', 'f', 1],
      ['g', 'h', 1],
    ],
  ],
  [
    'a sequence of mappings',
    'x:\n  - a: b\n    c: d\n  -\n    a: e\n',
    [
      ['a', 'b', 2],
      ['c', 'd', 2],
      ['a', 'e', 3],
    ],
  ],
  [
    'dashes below their key',
    'x:\n- a: b\n- a: c\ny: d\n',
    [
      ['a', 'b', 2],
      ['a', 'c', 3],
      ['y', 'd', 1],
    ],
  ],
  [
    'a sequence of scalars',
    'phone:\n  - a\n  - "b"\nc: d\n',
    [
      ['phone', 'a', 2],
      ['phone', 'b', 3],
      ['c', 'd', 1],
    ],
  ],
  [
    'documents',
    '---\na: b\n...\n--- # x\na: c\n',
    [
      ['a', 'b', 2],
      ['a', 'c', 4],
    ],
  ],
  [
    'anchors, aliases, tags',
    'a: &x b\nc: *x\nd: !!str e\nf: &y !t g\n',
    [
      ['a', 'b', 1],
      ['d', 'e', 1],
      ['f', 'g', 1],
    ],
  ],
  [
    'a flow mapping',
    'a: {b: c d, "e": \'f\', g: [h, i]}\nj: k\n',
    [
      ['b', 'c d', 1],
      ['e', 'f', 1],
      ['g', 'h', 1],
      ['g', 'i', 1],
      ['j', 'k', 1],
    ],
  ],
  [
    'flow mappings are records',
    '[{a: b}, {a: c}]\n',
    [
      ['a', 'b', 2],
      ['a', 'c', 3],
    ],
  ],
  [
    'a flow over lines',
    'a: [\n  {b: c},\n  {b: d}\n]\ne: f\n',
    [
      ['b', 'c', 2],
      ['b', 'd', 3],
      ['e', 'f', 1],
    ],
  ],
  ['a flow that never closes', 'a: {b: c\nd: e\n', [['d', 'e', 1]]],
  [
    'a known key twice is another record',
    'x:\n  phone: a\n  zip: b\ny:\n  phone: c\n  zip: d\n',
    [
      ['phone', 'a', 1],
      ['zip', 'b', 1],
      ['phone', 'c', 2],
      ['zip', 'd', 2],
    ],
  ],
  [
    'a folded value',
    'address: >-\n  a\n\n  b\nc: d\n',
    [
      ['address', 'a\n\n  b', 1],
      ['c', 'd', 1],
    ],
  ],
  ['a literal value at the end', 'address: |\n  a\n', [['address', 'a', 1]]],
  ['a block of an unknown key is text', 'run: |\n  phone: a\nb: c\n', [['b', 'c', 1]]],
  [
    'a plain value over lines',
    'a: b\n  c\nd: e\n',
    [
      ['a', 'b', 1],
      ['a', 'c', 1],
      ['d', 'e', 1],
    ],
  ],
  ['a key of signs', '? a\n: b\n', []],
];

describe('YAML', () => {
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(fieldsOf(yaml, text), expected);
    });

    it(`${name}, cut anywhere`, () => {
      const { length } = new TextEncoder().encode(text);
      for (let cut = 1; cut < length; cut++) {
        assert.deepEqual(fieldsOfCut(yaml, text, cut), expected, String(cut));
      }
    });
  }
});
