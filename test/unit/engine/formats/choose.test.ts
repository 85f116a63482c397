import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chooseFormat } from '../../../../src/engine/formats/choose.ts';
import { json } from '../../../../src/engine/formats/json.ts';
import { notebook } from '../../../../src/engine/formats/notebook.ts';
import { settings } from '../../../../src/engine/formats/settings.ts';
import { sql } from '../../../../src/engine/formats/sql.ts';
import { xml } from '../../../../src/engine/formats/xml.ts';
import { yaml } from '../../../../src/engine/formats/yaml.ts';
import type { SourceInfo } from '../../../../src/engine/options.ts';
import { fieldsOf, NAMES } from '../../../support/fields.ts';

/** Tables have columns and no labels, texts have both; the rest is told by its labels. */
function kindOf(info: SourceInfo, text: string): string {
  const factory = chooseFormat(info, new TextEncoder().encode(text));
  const known = KNOWN.find(([, format]) => format === factory);
  if (known) return known[0];
  const { labels, columns } = factory(NAMES);
  return labels === 'none' ? 'table' : columns ? 'text' : labels;
}

const KNOWN = [
  ['json', json],
  ['notebook', notebook],
  ['settings', settings],
  ['sql', sql],
  ['xml', xml],
  ['yaml', yaml],
] as const;

const cases: readonly (readonly [path: string, text: string, kind: string])[] = [
  ['a.csv', '', 'table'],
  ['A.CSV', '', 'table'],
  ['a.b/c.tsv', '', 'table'],
  ['a.json', '', 'json'],
  ['a.jsonl', '', 'json'],
  ['a.ipynb', '', 'notebook'],
  ['a.sql', '', 'sql'],
  ['a.xml', '', 'xml'],
  ['a.svg', '', 'xml'],
  ['a.vue', '', 'xml'],
  ['a.ts', '', 'quoted'],
  ['a.html', '', 'xml'],
  ['a.yml', '', 'yaml'],
  ['.env', '', 'settings'],
  ['.env.production', '', 'settings'],
  ['a.md', '', 'text'],
  ['Makefile', '', 'text'],
  ['a.log', 'a,b,c\n1,2,3\n4,5,6\n', 'text'],
  // By the first bytes, where the name says nothing.
  ['a', '{"a": 1}', 'json'],
  ['a.txt', ' \r\n[ {"a": 1}]', 'json'],
  ['a.txt', '\uFEFF["a"]', 'json'],
  ['a.txt', '[link](x)', 'text'],
  ['a.txt', '{ a }', 'text'],
  ['a.txt', 'a,b,c\n1,2,3\n4,5,6\n', 'table'],
  ['a.txt', 'a\tb\tc\n1\t2\t3\n4\t5\t6', 'table'],
  ['a', 'a;b;c\n"1;1";2;3\n4;5;6\n', 'table'],
  ['a', 'a|b|c\r\n1|2|3\r\n4|5|6\r\n', 'table'],
  ['a.txt', 'a,b,c\n1,2,3\n', 'text'],
  ['a.txt', 'a,b\n1,2\n3,4\n', 'text'],
  ['a.txt', 'One, two, three.\nFour, five.\nSix, seven, eight.\n', 'text'],
  ['a.txt', '', 'text'],
  // A name that says what it is goes before what it looks like.
  ['a.ts', '["a", "b"]', 'quoted'],
  ['a.csv', '{"a": 1}', 'table'],
];

describe('chooseFormat', () => {
  for (const [path, text, kind] of cases) {
    it(`${path} ${JSON.stringify(text)}`, () => {
      assert.equal(kindOf({ path }, text), kind);
    });
  }

  for (const [languageId, path, kind] of [
    ['csv', 'a.txt', 'table'],
    ['json', 'a.csv', 'json'],
    ['typescriptreact', '', 'quoted'],
    ['shellscript', 'run', 'quoted'],
    ['dotenv', 'x', 'settings'],
    // An editor without an extension for tables calls them plain text.
    ['plaintext', 'a.csv', 'table'],
    ['plaintext', 'a', 'text'],
  ] as const) {
    it(`language ${languageId}, ${path}`, () => {
      assert.equal(kindOf({ languageId, path }, ''), kind);
    });
  }

  it('without a name', () => {
    assert.equal(kindOf({}, 'text'), 'text');
  });

  for (const delimiter of [',', ';', '\t', '|']) {
    it(`a table's own delimiter: ${JSON.stringify(delimiter)}`, () => {
      const text = `name${delimiter}phone\nfoo${delimiter}1\n`;
      const factory = chooseFormat({ path: 'a.csv' }, new TextEncoder().encode(text));
      assert.deepEqual(fieldsOf(factory, text), [
        ['name', 'foo', 1],
        ['phone', '1', 1],
      ]);
    });
  }

  it('commas in a file of tabs', () => {
    const text = 'name, first,middle,last\tphone\na\tb\n';
    const factory = chooseFormat({ path: 'a.tsv' }, new TextEncoder().encode(text));
    assert.equal(fieldsOf(factory, text).length, 2);
  });
});
