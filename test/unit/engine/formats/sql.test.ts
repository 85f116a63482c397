import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createFieldNames } from '../../../../src/engine/field-names.ts';
import { createFields } from '../../../../src/engine/formats/format.ts';
import { sql } from '../../../../src/engine/formats/sql.ts';
import { RULES } from '../../../../src/engine/rules/index.ts';

type Row = readonly [name: string, value: string, record: number];

/** The fields of a dump, read in two turns that part at a byte, or in one. */
function fieldsOf(text: string, cut?: number): Row[] {
  const bytes = new TextEncoder().encode(text);
  const format = sql(createFieldNames(RULES, {}));
  const fields = createFields();
  const first = cut === undefined ? 0 : format.read(bytes, 0, cut, false, fields);
  format.read(bytes, first, bytes.length, true, fields);
  const decoder = new TextDecoder();
  return fields.names.map(({ name }, i) => [
    name,
    decoder.decode(bytes.subarray(fields.starts[i], fields.ends[i])),
    fields.records[i]!,
  ]);
}

const CASES: readonly [name: string, text: string, rows: readonly Row[]][] = [
  [
    'one row',
    "INSERT INTO t (a, `b`) VALUES (1, 'x');",
    [
      ['a', '1', 1],
      ['b', 'x', 1],
    ],
  ],
  [
    'many rows, no value, an expression',
    "insert into s.t (a, b) values\n (NULL, 'x, y'),\n(2, now(1, 2)) ;\nSELECT 'c';",
    [
      ['b', 'x, y', 1],
      ['a', '2', 2],
      ['b', 'now(1, 2)', 2],
    ],
  ],
  [
    'quotes inside, prefixes',
    "INSERT INTO t (a, b, c) VALUES ('it''s', E'a\\'b', N'漢字');",
    [
      ['a', "it''s", 1],
      ['b', "a\\'b", 1],
      ['c', '漢字', 1],
    ],
  ],
  [
    'columns from CREATE TABLE',
    "CREATE TABLE `t` (\n id int,\n price numeric(8, 2),\n tel text,\n PRIMARY KEY (id)\n);\nINSERT INTO `t` VALUES (1, 2, 'x');",
    [
      ['id', '1', 1],
      ['price', '2', 1],
      ['tel', 'x', 1],
    ],
  ],
  [
    'columns unknown, the same in the next statement',
    "INSERT INTO t VALUES ('a', 'b'); INSERT INTO t VALUES ('c');",
    [
      ['#1', 'a', 1],
      ['#2', 'b', 1],
      ['#1', 'c', 2],
    ],
  ],
  [
    'COPY',
    'COPY public.t (a, b) FROM stdin;\n1\tx y\n2\t\\N\n\\.\n\nselect 1;\n',
    [
      ['a', '1', 1],
      ['b', 'x y', 1],
      ['a', '2', 2],
    ],
  ],
  ['a tuple that never ends', "INSERT INTO t (a) VALUES ('x", []],
  [
    "a quote behind a backslash, in MySQL's strings",
    "INSERT INTO `t` (`a`, `b`) VALUES ('it\\'s, x', 'y\\\\');",
    [
      ['a', "it\\'s, x", 1],
      ['b', 'y\\\\', 1],
    ],
  ],
  [
    'a backslash at the end, in standard strings',
    "SET standard_conforming_strings = on;\nINSERT INTO t (a, b) VALUES ('x\\', 'y'), (E'z\\'', 'w');",
    [
      ['a', 'x\\', 1],
      ['b', 'y', 1],
      ['a', "z\\'", 2],
      ['b', 'w', 2],
    ],
  ],
  [
    'SQL Server: brackets, no INTO, national strings',
    "INSERT [dbo].[t] ([Id], [cust name], [b]) VALUES (1, N'x\\', CAST(N'y' AS Date))\nGO\n",
    [
      ['Id', '1', 1],
      ['cust name', 'x\\', 1],
      ['b', 'y', 1],
    ],
  ],
  [
    "Oracle's INSERT ALL",
    "INSERT ALL\n  INTO s.t (a, b) VALUES ('x', TO_DATE('y', 'YYYY'))\n  INTO u (c) VALUES (1)\nSELECT 1 FROM dual;",
    [
      ['a', 'x', 1],
      ['b', 'y', 1],
      ['c', '1', 2],
    ],
  ],
  [
    'columns from CREATE TABLE with brackets, constraints left out',
    "CREATE TABLE [dbo].[t] (\n [a] int,\n [b] nvarchar(8),\n CONSTRAINT c PRIMARY KEY ([a])\n)\nINSERT INTO t VALUES (1, N'x');",
    [
      ['a', '1', 1],
      ['b', 'x', 1],
    ],
  ],
  [
    'more values than columns',
    "INSERT INTO t (a) VALUES ('x', 'y');",
    [
      ['a', 'x', 1],
      ['#2', 'y', 1],
    ],
  ],
  // Names stand beside the values there: they are assignments, as in any source.
  ['INSERT … SET', "INSERT INTO t SET a = 'x', b = 'y';", []],
  ['UPDATE … SET', "UPDATE t SET a = 'x' WHERE b = 'y';", []],
  ['INSERT … SELECT', "INSERT INTO t (a) SELECT b FROM u WHERE c = 'x';", []],
  ['a word that begins alike', "INSERTED INTO t (a) VALUES ('x');\ninto;\n", []],
  ['behind something else on the line', "x INSERT INTO t (a) VALUES ('x');", []],
  ['a bracket that never closes', "INSERT INTO [t (a) VALUES ('x');\n", []],
  ['no dump at all', "SELECT * FROM t WHERE a = 'x';\n-- insert into nothing\n", []],
];

describe('SQL', () => {
  for (const [name, text, rows] of CASES) {
    it(name, () => {
      assert.deepEqual(fieldsOf(text), rows);
    });

    it(`${name}, cut anywhere`, () => {
      const bytes = new TextEncoder().encode(text).length;
      for (let cut = 1; cut < bytes; cut++) assert.deepEqual(fieldsOf(text, cut), rows, `${cut}`);
    });
  }
});
