import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { xml } from '../../../../src/engine/formats/xml.ts';
import { fieldsOf, fieldsOfCut, type FieldRow } from '../../../support/fields.ts';

const cases: readonly (readonly [name: string, text: string, fields: readonly FieldRow[]])[] = [
  ['nothing', '', []],
  ['text', 'a & b > c\n', []],
  ['an element', '<x><phone> 1 </phone></x>', [['phone', '1', 1]]],
  [
    'an attribute',
    `<x phone="1" b='2' zip=3/>`,
    [
      ['phone', '1', 1],
      ['zip', '3', 1],
    ],
  ],
  ['a sign in a value', '<x phone="<1>">', [['phone', '<1>', 1]]],
  [
    'names with a prefix',
    '<n:x><n:phone>1</n:phone></n:x>',
    [['n:phone', '1', 1]].map(([, v]) => ['phone', v, 1] as FieldRow),
  ],
  [
    'what comes again is a record',
    '<r><x><zip>1</zip></x><x><zip>2</zip></x></r>',
    [
      ['zip', '1', 1],
      ['zip', '2', 2],
    ],
  ],
  [
    'what is inside is of the record',
    '<x><zip>1</zip><y><phone>2</phone></y></x>',
    [
      ['zip', '1', 1],
      ['phone', '2', 1],
    ],
  ],
  [
    'CDATA and comments',
    '<x><!-- <zip>0</zip> --><zip><![CDATA[<1>]]></zip></x>',
    [['zip', '<1>', 1]],
  ],
  ['scripts', '<script>if (a < b) "<zip>0</zip>"</script><zip>1</zip>', [['zip', '1', 1]]],
  [
    'a named value',
    '<p name="phone" value="1"/><q name="phone">2</q>',
    [
      ['phone', '1', 1],
      ['phone', '2', 1],
    ],
  ],
  [
    'a choice that nobody made',
    '<select name="sex"><option value="1">a</option><option selected>b</option></select>',
    [['sex', 'b', 1]],
  ],
  [
    'tags that nobody closed',
    '<table><tr><th>phone<th>zip<tr><td>1<td>2</table>',
    [
      ['phone', '1', 2],
      ['zip', '2', 2],
    ],
  ],
  ['what is no tag', 'a < b <zip>1</zip> <"', [['zip', '1', 1]]],
];

describe('XML and HTML', () => {
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(fieldsOf(xml, text), expected);
    });

    it(`${name}, cut anywhere`, () => {
      for (let cut = 1; cut < text.length; cut++) {
        assert.deepEqual(fieldsOfCut(xml, text, cut), expected, String(cut));
      }
    });
  }
});
