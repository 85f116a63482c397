import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { notebook } from '../../../../src/engine/formats/notebook.ts';
import { fieldsOf, fieldsOfCut, type FieldRow } from '../../../support/fields.ts';

const cell = (source: unknown, outputs: unknown = []) =>
  JSON.stringify({ cells: [{ cell_type: 'code', source, outputs }], nbformat: 4 });
const printed = (data: unknown) => cell('x', [{ output_type: 'display_data', data }]);

/** What the notebook's own keys name is none of these. */
const NAMES = new Set(['name', 'mail', 'tel', 'x']);

type Case = readonly [name: string, text: string, fields: readonly FieldRow[]];
const TWO_ROWS: readonly FieldRow[] = [
  ['name', 'a', 1],
  ['tel', '1', 1],
  ['name', 'b', 2],
  ['tel', '2', 2],
];
const TABLE = '| name | tel |\n|---|---|\n| a | 1 |\n| b | 2 |\n';
const HTML =
  '<table><tr><th>name</th><th>tel</th></tr><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>';

const cases: readonly Case[] = [
  ['a table in one string', cell(TABLE), TWO_ROWS],
  ['a table, line by line', cell(TABLE.split(/(?<=\n)/)), TWO_ROWS],
  ['a stream', cell('', [{ output_type: 'stream', text: TABLE }]), TWO_ROWS],
  ['Markdown of an output', printed({ 'text/markdown': TABLE }), TWO_ROWS],
  [
    'a data frame',
    printed({ 'text/plain': ['  mail  tel  x\n', '0    a    1  5\n', '1    b    2  6'] }),
    [
      ['mail', 'a', 1],
      ['tel', '1', 1],
      ['x', '5', 1],
      ['mail', 'b', 2],
      ['tel', '2', 2],
      ['x', '6', 2],
    ],
  ],
  ['HTML in one string', printed({ 'text/html': HTML }), TWO_ROWS],
  ['HTML, line by line', printed({ 'text/html': HTML.split(/(?<=<\/tr>)/) }), TWO_ROWS],
  [
    'a table does not go on in another output',
    cell(TABLE, [{ output_type: 'stream', name: 'stdout', text: '| c | 3 |\n' }]),
    TWO_ROWS,
  ],
  ['a picture', printed({ 'image/png': TABLE }), []],
  ['prose', cell(['name and tel\n', 'of a']), []],
  ['no cells', '{"cells": [], "nbformat": 4}', []],
  ['a string that never ends', '{"cells": [{"source": ["| name | tel |\\n', []],
];

const known = (rows: readonly FieldRow[]) =>
  rows.filter(([name, value]) => NAMES.has(name) && value !== 'stdout');

describe('notebook', () => {
  for (const [name, source, fields] of cases) {
    it(name, () => {
      assert.deepEqual(known(fieldsOf(notebook, source)), fields);
    });
  }

  it('cut anywhere', () => {
    const source = cell(TABLE.split(/(?<=\n)/));
    const whole = fieldsOf(notebook, source);
    for (let cut = 1; cut < source.length; cut++) {
      assert.deepEqual(fieldsOfCut(notebook, source, cut), whole, `cut at ${String(cut)}`);
    }
  });
});
