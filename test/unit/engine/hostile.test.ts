import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chunksOf, told } from '../../support/blocks.ts';
import { BUSY, PIECES } from '../../support/hostile.ts';
import { madeUp } from '../../support/made-up.ts';

/** A path of each reader. */
const PATHS = [
  ...['a.csv', 'a.tsv', 'a.json', 'a.jsonl', 'a.ipynb', 'a.sql', 'a.yaml', 'a.xml', 'a.html'],
  ...['a.md', 'a.rst', '.env', 'a.ini', 'a.properties', 'a.toml', 'a.ts', 'a.log', 'a.txt'],
];

const LENGTH = 300_000;
const FEW = 6000;
const many = (piece: string, length = LENGTH) => piece.repeat(Math.ceil(length / piece.length));
/** Each line one deeper than the last. */
const deeper = (line: string) =>
  Array.from({ length: 700 }, (_, i) => ' '.repeat(i) + line).join('');

const HOSTILE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(PIECES).map(([name, piece]) => [
      name,
      many(piece, BUSY.has(name) ? FEW : LENGTH),
    ]),
  ),
  'attributes without end': `<a ${many('b="c" ')}`,
  'a section that never closes': `<![CDATA[${many('x ')}`,
  'mappings that grow deeper': deeper('a:\n'),
  'sequences that grow deeper': deeper('- a\n'),
  'a quote that never closes': `"${many('x,\n')}`,
  'backslashes in a string': `{"a":"${many('\\"')}`,
  'a million columns with names': `${many('tel,')}\n${many('1,')}\n`,
  'rows that grow': Array.from({ length: 700 }, (_, i) => ','.repeat(i)).join('\n'),
  'tuples without end': `INSERT INTO t VALUES ${many("('a',")}`,
  'COPY without end': `COPY t (tel, mail) FROM stdin;\n${many('a\tb\n')}`,
  'half of a character': '\ud800'.repeat(1000),
};

const encode = (text: string) => new TextEncoder().encode(text);

describe('hostile input', () => {
  const value = `\n\n${madeUp.phone(1)}\n`;
  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`${name}: no reader falls over, and what stands behind is found`, () => {
      const bytes = encode(text + value);
      for (const path of PATHS) {
        const { findings, crashes, bytes: through } = told(chunksOf(bytes, 1 << 16), { path });
        assert.deepEqual(crashes, [], path);
        assert.equal(through.length, bytes.length, path);
        const last = findings.at(-1);
        assert.equal(last?.rule, 'phone-number', path);
        assert.equal(last.end.byte, bytes.length - 1, path);
      }
    });
  }
});
