import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chunksOf, told } from '../../support/blocks.ts';
import { madeUp } from '../../support/made-up.ts';

/** A path of each reader. */
const PATHS = [
  ...['a.csv', 'a.tsv', 'a.json', 'a.jsonl', 'a.ipynb', 'a.sql', 'a.yaml', 'a.xml', 'a.html'],
  ...['a.md', 'a.rst', '.env', 'a.ini', 'a.properties', 'a.toml', 'a.ts', 'a.log', 'a.txt'],
];

const LENGTH = 300_000;
const many = (piece: string, length = LENGTH) => piece.repeat(Math.ceil(length / piece.length));
/** As many as keep rules busy, not readers. */
const some = (piece: string) => many(piece, 6000);
/** Each line one deeper than the last. */
const deeper = (line: string) =>
  Array.from({ length: 700 }, (_, i) => ' '.repeat(i) + line).join('');

const HOSTILE: Readonly<Record<string, string>> = {
  'a million brackets': many('['),
  'a million braces': many('{"a":'),
  'a million elements': many('<a>'),
  'a million elements that close': many('</a>'),
  'attributes without end': `<a ${many('b="c" ')}`,
  'comments that never close': many('<!-- '),
  'a section that never closes': `<![CDATA[${many('x ')}`,
  'a document type within itself': many('<!DOCTYPE a ['),
  'lists in lists': many('- '),
  'mappings that grow deeper': deeper('a:\n'),
  'sequences that grow deeper': deeper('- a\n'),
  'flows that never close': many('a: {b: [\n'),
  'aliases and anchors': many('- &a [*a, *a, *a]\n'),
  'block scalars': many('a: |\n'),
  quotes: many('"'),
  'single quotes': many("'"),
  'a quote that never closes': `"${many('x,\n')}`,
  backquotes: many('`'),
  backslashes: many('\\'),
  'backslashes in a string': `{"a":"${many('\\"')}`,
  'half of an escape': many('\\u'),
  'a million columns': many(','),
  'a million columns with names': `${many('tel,')}\n${many('1,')}\n`,
  'columns of all signs': many(',;\t|'),
  'rows that grow': Array.from({ length: 700 }, (_, i) => ','.repeat(i)).join('\n'),
  'a table of rules': many('|---'),
  'lines that underline': many('--- ---\n'),
  'no line end': many('x'),
  'line ends': many('\n'),
  returns: many('\r'),
  blanks: many(' '),
  'statements without end': many('INSERT INTO t (a, b) VALUES ('),
  'tuples without end': `INSERT INTO t VALUES ${many("('a',")}`,
  'COPY without end': `COPY t (tel, mail) FROM stdin;\n${many('a\tb\n')}`,
  'dollar quotes': many('$a$'),
  'comments of code': many('/*'),
  assignments: many('a='),
  'names in names': many('tel.mail.'),
  labels: some('tel: '),
  'at signs': many('@'),
  'half of an address': some('a@b.'),
  digits: some('0'),
  'digits and hyphens': some('1-'),
  'digits in groups': some('090-'),
  parentheses: many('('),
  places: some('東京都'),
  'postal signs': some('〒'),
  numerals: some('一丁目'),
  streets: some('1 Main St '),
  zones: some('P<UTO'),
  fillers: many('<'),
  entities: many('&#'),
  percents: many('%E'),
  'quoted-printable': many('=E6'),
  base64: many('QUFB'),
  'invisible characters': many('\u200b'),
  'combining characters': many('\u0301'),
  directives: some('leaklint-ignore-start '),
  'directives in lines': many('# leaklint-ignore-next-line\n'),
  words: many('name '),
  'half of a character': '\ud800'.repeat(1000),
};

const encode = (text: string) => new TextEncoder().encode(text);

/** What a person could write by hand, a hundred thousand times over. */
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
