import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scanBlocks, type Mark } from '../../../src/engine/index.ts';

/** What stands for the word that a directive begins with, so that this file holds none. */
const WORD = ['leaklint', 'ignore-line'].join('-');

function marksIn(path: string, text: string): Mark[] {
  const bytes = new TextEncoder().encode(text.replaceAll('IGNORE', WORD));
  return [...scanBlocks([bytes], { path })].flatMap(({ marks }) => marks);
}

type Case = readonly [path: string, line: string];

const DIRECTIVES: readonly Case[] = [
  ['a.ts', 'x(); // IGNORE'],
  ['a.ts', 'x(\'a\', `b`, "c"); // IGNORE email -- ours'],
  ['a.ts', '/* IGNORE */'],
  ['a.ts', '  * IGNORE'],
  ['a.tsx', '{/* IGNORE */}'],
  ['a.py', 'x = "#" # IGNORE'],
  ['a.py', "x = 'it''s' # see IGNORE"],
  ['a.sql', "INSERT INTO t VALUES ('x'); -- IGNORE"],
  ['a.sql', "VALUES ('O''Hara'); -- IGNORE"],
  ['a.html', '<p>x</p> <!-- IGNORE -->'],
  ['a.json', '"a": "b" // IGNORE'],
  ['a.yaml', 'a: "b" # IGNORE'],
  ['a.ini', 'a = b ; IGNORE'],
  ['a.tex', 'x % IGNORE'],
  ['a.vb', "x = 1 ' IGNORE"],
  ['a.bat', 'REM IGNORE'],
  ['a.txt', 'a call IGNORE'],
  ['a.txt', "don't call IGNORE email, phone-number -- ours"],
  ['a.txt', 'IGNORE'],
  ['a.csv', 'a,b,IGNORE'.replace(',IGNORE', ', IGNORE')],
  ['a.md', '<!-- IGNORE -->'],
  ['a.md', 'Call us. <!-- IGNORE phone-number -->'],
];

const NONE: readonly Case[] = [
  ['a.ts', "const a = 'IGNORE';"],
  ['a.ts', "const a = '// IGNORE';"],
  ['a.ts', 'const a = "# \\" // IGNORE";'],
  ['a.ts', 'f(`// IGNORE`)'],
  ['a.ts', '// `IGNORE` silences its line'],
  ['a.ts', 'x IGNORE'],
  ['a.ts', "const url = 'https://x.org/IGNORE'"],
  ['a.json', '{"a": "# IGNORE"}'],
  ['a.md', '| `IGNORE` | its own line |'],
  ['a.md', 'The directive IGNORE silences its own line.'],
  ['a.txt', 'Write IGNORE email there.'],
  ['a.txt', 'see "IGNORE"'],
];

describe('directives: where they count', () => {
  for (const [path, line] of DIRECTIVES) {
    it(`${path}: ${line}`, () => {
      const [mark] = marksIn(path, `${line}\n`);
      assert.equal(mark?.isExample, undefined);
      assert.ok(mark?.text.startsWith(WORD));
    });
  }
  for (const [path, line] of NONE) {
    it(`not in ${path}: ${line}`, () => {
      assert.deepEqual(marksIn(path, `${line}\n`), []);
    });
  }

  it('is an example in a block of a program in Markdown', () => {
    const [mark] = marksIn('a.md', '```js\nx(); // IGNORE\n```\n');
    assert.equal(mark?.isExample, true);
  });
});
