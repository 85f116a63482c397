import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chooseFormat } from '../../../../src/engine/formats/choose.ts';
import type { SourceInfo } from '../../../../src/engine/options.ts';
import { fieldsOf, NAMES } from '../../../support/fields.ts';

/** Tables have columns, JSON has no labels, the rest is told by its labels. */
function kindOf(info: SourceInfo, text: string): string {
  const { labels, columns } = chooseFormat(info, new TextEncoder().encode(text))(NAMES);
  return columns ? 'table' : labels === 'none' ? 'json' : labels;
}

const cases: readonly (readonly [path: string, text: string, kind: string])[] = [
  ['a.csv', '', 'table'],
  ['A.CSV', '', 'table'],
  ['a.b/c.tsv', '', 'table'],
  ['a.json', '', 'json'],
  ['a.jsonl', '', 'json'],
  ['a.ipynb', '', 'json'],
  ['a.ts', '', 'quoted'],
  ['a.html', '', 'quoted'],
  ['a.yml', '', 'any'],
  ['.env', '', 'any'],
  ['.env.production', '', 'any'],
  ['a.md', '', 'any'],
  ['Makefile', '', 'any'],
  // By the first bytes, where the name says nothing.
  ['a', '{"a": 1}', 'json'],
  ['a.txt', ' \r\n[ {"a": 1}]', 'json'],
  ['a.txt', '\uFEFF["a"]', 'json'],
  ['a.txt', '[link](x)', 'any'],
  ['a.txt', '{ a }', 'any'],
  ['a.txt', 'a,b,c\n1,2,3\n4,5,6\n', 'table'],
  ['a.txt', 'a\tb\tc\n1\t2\t3\n4\t5\t6', 'table'],
  ['a', 'a;b;c\n"1;1";2;3\n4;5;6\n', 'table'],
  ['a', 'a|b|c\r\n1|2|3\r\n4|5|6\r\n', 'table'],
  ['a.txt', 'a,b,c\n1,2,3\n', 'any'],
  ['a.txt', 'a,b\n1,2\n3,4\n', 'any'],
  ['a.txt', 'One, two, three.\nFour, five.\nSix, seven, eight.\n', 'any'],
  ['a.txt', '', 'any'],
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
    ['dotenv', 'x', 'any'],
    // An editor without an extension for tables calls them plain text.
    ['plaintext', 'a.csv', 'table'],
    ['plaintext', 'a', 'any'],
  ] as const) {
    it(`language ${languageId}, ${path}`, () => {
      assert.equal(kindOf({ languageId, path }, ''), kind);
    });
  }

  it('without a name', () => {
    assert.equal(kindOf({}, 'text'), 'any');
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
