import type { Customer } from './customer.ts';

/** A file of a kind with all fields of some customers; `as` tells how it writes a value. */
export type CustomerFile = readonly [
  path: string,
  write: (people: readonly Customer[]) => string,
  as?: (value: string) => string,
];

const each = (people: readonly Customer[], write: (each: Customer, n: number) => string) =>
  people.map(write).join('');
const yaml = (pad: string) => (c: Customer) =>
  [
    `name_kanji: ${c.kanji}   # 氏名`,
    `name_kana: "${c.kana}"`,
    `name_romaji: '${c.romaji}'`,
    `sex: ${c.sex}`,
    `birth_date: ${c.birth}`,
    `contact:`,
    `  email: ${c.email}`,
    `  phone: '${c.phone}'`,
    `postal_code: "${c.postal}"`,
    `address: >-`,
    `    ${c.address}`,
    `passport: {number: ${c.passport}, passport_issue_date: '${c.issued}'}`.replace(
      'number',
      'passport_no',
    ),
    `my_number: '${c.myNumber}'`,
    `card_number: &card "${c.card}"`,
  ].join('\n' + pad);

const escaped = (text: string) =>
  text.replace(/[^\0-\x7f]/g, (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
const entities = (text: string) =>
  text.replace(/[^\0-\x7f]|@/g, (unit) => `&#${String(unit.charCodeAt(0))};`);
const queried = (text: string) => encodeURIComponent(text);

const settings = (c: Customer, sign: string, prefix = '', quote = '') =>
  Object.entries({
    NAME_KANJI: c.kanji,
    NAME_KANA: c.kana,
    NAME_ROMAJI: c.romaji,
    SEX: c.sex,
    BIRTH_DATE: c.birth,
    EMAIL: c.email,
    POSTAL_CODE: c.postal,
    ADDRESS: c.address,
    PHONE: c.phone,
    PASSPORT_NO: c.passport,
    PASSPORT_ISSUE_DATE: c.issued,
    MY_NUMBER: c.myNumber,
    CARD_NUMBER: c.card,
  })
    .map(([name, value]) => `${prefix}${name}${sign}${quote}${value}${quote}\n`)
    .join('');

const HEADER = [
  '氏名',
  'フリガナ',
  'ローマ字',
  '性別',
  '生年月日',
  'メール',
  '郵便番号',
  '住所',
  '電話番号',
  '旅券番号',
  '旅券発行日',
  'マイナンバー',
  'カード番号',
];
const COLUMNS =
  'name_kanji name_kana name_romaji sex birth_date email postal_code address phone passport_no passport_issue_date my_number card_number'.split(
    ' ',
  );
const cells = (c: Customer) => [
  c.kanji,
  c.kana,
  c.romaji,
  c.sex,
  c.birth,
  c.email,
  c.postal,
  c.address,
  c.phone,
  c.passport,
  c.issued,
  c.myNumber,
  c.card,
];
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\xff' ? 2 : 1), 0);
const padded = (text: string, width: number, left = true) =>
  left ? text + ' '.repeat(width - widthOf(text)) : ' '.repeat(width - widthOf(text)) + text;
const widths = (rows: readonly (readonly string[])[]) =>
  rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))));

/** What MySQL, psql and pandas print. */
function printed(
  rows: readonly (readonly string[])[],
  kind: 'mysql' | 'psql' | 'grid' | 'fixed' | 'right',
) {
  const wide = widths(rows);
  const lines = rows.map((row) => row.map((cell, i) => padded(cell, wide[i]!, kind !== 'right')));
  const rule = '+' + wide.map((width) => '-'.repeat(width + 2)).join('+') + '+\n';
  if (kind === 'mysql') {
    const [head, ...rest] = lines.map((cells) => `| ${cells.join(' | ')} |\n`);
    return rule + head! + rule + rest.join('') + rule + '3 rows in set (0.00 sec)\n';
  }
  if (kind === 'grid') {
    const [head, ...rest] = lines.map((row) => `| ${row.join(' | ')} |\n`);
    return rule + head! + rule.replaceAll('-', '=') + rest.map((row) => row + rule).join('');
  }
  if (kind === 'psql') {
    const [head, ...rest] = lines.map((cells) => ` ${cells.join(' | ')}\n`);
    return head! + rule.slice(1, -2) + '\n' + rest.join('') + '(3 rows)\n';
  }
  return lines.map((cells) => cells.join('  ') + '\n').join('');
}

/** pandas pads by characters and numbers the rows. */
function dataFrame(rows: readonly (readonly string[])[]) {
  const numbered = rows.map((row, n) => [n === 0 ? '' : String(n - 1), ...row]);
  const wide = numbered[0]!.map((_, i) => Math.max(...numbered.map((row) => row[i]!.length)));
  return numbered.map((row) => row.map((cell, i) => cell.padStart(wide[i]!)).join('  ') + '\n');
}

const tagged = (c: Customer, names: readonly string[], tag: (n: string, v: string) => string) =>
  cells(c)
    .map((value, i) => tag(names[i]!, value))
    .join('');
const quotedCells = (c: Customer, before = '') =>
  cells(c)
    .map((value) => `${before}'${value}'`)
    .join(', ');
const notebook = (cellsOf: readonly object[]) =>
  JSON.stringify({ cells: cellsOf, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
const codeOf = (source: readonly string[], outputs: readonly object[] = []) => ({
  cell_type: 'code',
  execution_count: 1,
  metadata: {},
  outputs,
  source,
});

const DATA_CLASS =
  'name kana romaji sex birth_date email postal_code address phone passport_no passport_issue_date my_number card_number'.split(
    ' ',
  );

export const CUSTOMER_FILES: readonly CustomerFile[] = [
  ['list.yaml', (p) => `# customers\ncustomers:\n` + each(p, (c) => `  - ${yaml('    ')(c)}\n`)],
  ['documents.yml', (p) => each(p, (c) => `---\n${yaml('')(c)}\n`)],
  ['fixtures.yml', (p) => each(p, (c, n) => `customer${String(n)}:\n  ${yaml('  ')(c)}\n\n`)],
  [
    'flow.yaml',
    (p) =>
      'customers:\n' + each(p, (c) => `- {${tagged(c, COLUMNS, (n, v) => `${n}: ${v}, `)}x: 1}\n`),
  ],
  ['.env', (p) => each(p, (c) => settings(c, '='))],
  ['quoted.env', (p) => each(p, (c) => settings(c, '=', 'export ', '"') + '\n')],
  [
    'a.ini',
    (p) =>
      each(
        p,
        (c, n) =>
          `; a customer\n[customer${String(n)}]\n${settings(c, ' = ').toLowerCase().replace(c.romaji.toLowerCase(), c.romaji).replace(c.passport.toLowerCase(), c.passport)}`,
      ),
  ],
  ['a.conf', (p) => each(p, (c, n) => `[customer ${String(n)}]\n${settings(c, ': ')}`)],
  ['dotted.properties', (p) => each(p, (c, n) => settings(c, '=', `customers[${String(n)}].`))],
  ['a.toml', (p) => each(p, (c) => `[[customers]]\n${settings(c, ' = ', '', '"')}\n`)],
  [
    'inline.toml',
    (p) =>
      'customers = [\n' +
      each(p, (c) => `  { ${tagged(c, COLUMNS, (n, v) => `${n} = "${v}", `)}active = true },\n`) +
      ']\n',
  ],
  [
    'nested.toml',
    (p) => each(p, (c, n) => `[customer.c${String(n)}]\n${settings(c, ' = ', 'data.', "'")}\n`),
  ],
  [
    'attributes.xml',
    (p) =>
      `<?xml version="1.0"?>\n<customers>\n` +
      each(p, (c) => `  <customer ${tagged(c, COLUMNS, (n, v) => `${n}="${v}" `)}/>\n`) +
      '</customers>\n',
  ],
  [
    'elements.xml',
    (p) =>
      '<customers>' +
      each(
        p,
        (c) =>
          `<customer id="1">\n${tagged(c, COLUMNS, (n, v) => `  <${n}>${v}</${n}>\n`)}</customer>`,
      ) +
      '</customers>',
  ],
  [
    'japanese.xml',
    (p) =>
      '<顧客一覧>' +
      each(
        p,
        (c) => `<顧客>\n${tagged(c, HEADER, (n, v) => `  <${n}><![CDATA[${v}]]></${n}>\n`)}</顧客>`,
      ) +
      '</顧客一覧>',
  ],
  [
    'named.xml',
    (p) =>
      '<resultset>' +
      each(
        p,
        (c) =>
          `<row>\n${tagged(c, COLUMNS, (n, v) => `\t<field name="${n}">${v}</field>\n`)}</row>\n`,
      ) +
      '</resultset>',
  ],
  [
    'properties.xml',
    (p) =>
      '<beans>' +
      each(
        p,
        (c) =>
          `<bean class="Customer">\n${tagged(c, COLUMNS, (n, v) => `\t<property name="${n}" value="${v}"/>\n`)}</bean>\n`,
      ) +
      '</beans>',
  ],
  [
    'table.html',
    (p) =>
      `<!DOCTYPE html><html><body><table class="t"><thead><tr>${HEADER.map((h) => `<th scope="col">${h}</th>`).join('')}</tr></thead>\n<tbody>\n` +
      each(
        p,
        (c) =>
          `<tr>${cells(c)
            .map((v) => `<td>${v}</td>`)
            .join('\n')}</tr>\n`,
      ) +
      '</tbody></table></body></html>',
  ],
  [
    'form.html',
    (p) =>
      each(
        p,
        (c) =>
          `<form action="/x" method="post">\n${tagged(c, COLUMNS, (n, v) => `<label for="x">${n}</label><input type="text" name="${n}" value="${v}">\n`)}</form>\n`,
      ),
  ],
  [
    'list.html',
    (p) =>
      each(
        p,
        (c) =>
          `<dl>\n${tagged(c, HEADER, (n, v) => `  <dt>${n}</dt>\n  <dd><b>${v}</b></dd>\n`)}</dl>\n`,
      ),
  ],
  [
    'rows.html',
    (p) =>
      each(
        p,
        (c) =>
          `<table>\n${tagged(c, HEADER, (n, v) => `  <tr><th>${n}</th>\n  <td>${v}</td></tr>\n`)}</table>\n`,
      ),
  ],
  [
    'a.md',
    (p) =>
      `# 顧客\n\n| ${HEADER.join(' | ')} |\n|${HEADER.map(() => ':---').join('|')}|\n` +
      each(p, (c) => `| ${cells(c).join(' | ')} |\n`) +
      '\nEnd.\n',
  ],
  [
    'bare.md',
    (p) =>
      `${HEADER.join(' | ')}\n${HEADER.map(() => '---').join(' | ')}\n` +
      each(p, (c) => `${cells(c).join(' | ')}\n`),
  ],
  [
    'label.md',
    (p) => each(p, (c) => `## 顧客\n\n${tagged(c, HEADER, (n, v) => `- **${n}**: ${v}\n`)}\n`),
  ],
  ['mysql.txt', (p) => printed([COLUMNS, ...p.map(cells)], 'mysql')],
  ['psql.txt', (p) => printed([COLUMNS, ...p.map(cells)], 'psql')],
  ['a.rst', (p) => printed([HEADER, ...p.map(cells)], 'grid')],
  ['fixed.txt', (p) => 'Customers\n\n' + printed([COLUMNS, ...p.map(cells)], 'fixed')],
  ['fixed-ja.txt', (p) => printed([HEADER, ...p.map(cells)], 'fixed')],
  ['right.txt', (p) => printed([HEADER, ...p.map(cells)], 'right')],
  [
    'code.ipynb',
    (p) => notebook(p.map((c) => codeOf(cells(c).map((v, i) => `${COLUMNS[i]!} = "${v}"\n`)))),
  ],
  [
    'output.ipynb',
    (p) =>
      notebook([
        codeOf(
          ['df.head()'],
          [
            {
              output_type: 'execute_result',
              data: { 'text/plain': dataFrame([HEADER, ...p.map(cells)]) },
            },
          ],
        ),
      ]),
  ],
  [
    'html.ipynb',
    (p) =>
      notebook([
        codeOf(
          ['df'],
          [
            {
              output_type: 'display_data',
              data: {
                'text/html': [
                  '<table border="1" class="dataframe">\n',
                  '<thead>\n',
                  '<tr style="text-align: right;">\n',
                  '<th></th>\n',
                  ...HEADER.map((h) => `<th>${h}</th>\n`),
                  '</tr>\n</thead>\n',
                  ...p.flatMap((c, n) => [
                    '<tr>\n',
                    `<th>${String(n)}</th>\n`,
                    ...cells(c).map((v) => `      <td>${v}</td>\n`),
                    '</tr>\n',
                  ]),
                  '</table>',
                ],
              },
            },
          ],
        ),
      ]),
  ],
  [
    'values.sql',
    (p) =>
      `INSERT INTO customers (${COLUMNS.join(', ')}) VALUES\n${p.map((c) => `(${quotedCells(c)})`).join(',\n')};\n`,
  ],
  [
    'mysqldump.sql',
    (p) =>
      `-- MySQL dump 10.13\nCREATE TABLE \`customers\` (\n  \`id\` int NOT NULL,\n${COLUMNS.map((n) => `  \`${n}\` varchar(255) DEFAULT NULL,\n`).join('')}  PRIMARY KEY (\`id\`)\n) ENGINE=InnoDB;\nLOCK TABLES \`customers\` WRITE;\nINSERT INTO \`customers\` VALUES ${p.map((c, n) => `(${String(n)},${quotedCells(c)})`).join(',')};\nUNLOCK TABLES;\n`,
  ],
  [
    'set.sql',
    (p) =>
      each(
        p,
        (c) =>
          `INSERT INTO customers SET ${tagged(c, COLUMNS, (n, v) => `${n} = '${v}', `)}note='it\\'s';\n`,
      ),
  ],
  [
    'copy.sql',
    (p) =>
      `COPY public.customers (${COLUMNS.join(', ')}) FROM stdin;\n${each(p, (c) => cells(c).join('\t') + '\n')}\\.\n`,
  ],
  [
    'sqlite.sql',
    (p) =>
      `PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE customers(id INTEGER PRIMARY KEY, ${COLUMNS.map((n) => `"${n}" TEXT`).join(', ')});\n` +
      each(p, (c, n) => `INSERT INTO customers VALUES(${String(n)},${quotedCells(c)});\n`) +
      'COMMIT;\n',
  ],
  [
    'oracle.sql',
    (p) =>
      `SET DEFINE OFF;\nINSERT ALL\n` +
      each(
        p,
        (c) =>
          `  INTO customers (${COLUMNS.join(', ')}) VALUES (${quotedCells(c).replace(`'${c.birth}'`, `TO_DATE('${c.birth}', 'YYYY-MM-DD')`)})\n`,
      ) +
      'SELECT 1 FROM dual;\n',
  ],
  [
    'sqlserver.sql',
    (p) =>
      `SET IDENTITY_INSERT [dbo].[My Customers] ON\nGO\n` +
      each(
        p,
        (c) =>
          `INSERT [dbo].[My Customers] ([id], ${COLUMNS.map((n) => `[${n}]`).join(', ')}) VALUES (1, ${quotedCells(c, 'N').replace(`N'${c.birth}'`, `CAST(N'${c.birth}' AS Date)`)})\nGO\n`,
      ),
  ],
  [
    'update.sql',
    (p) =>
      each(
        p,
        (c) =>
          `UPDATE customers SET ${tagged(c, COLUMNS, (n, v) => `${n} = '${v}', `)}x = 1 WHERE id = 3;\n`,
      ),
  ],
  [
    'logfmt.log',
    (p) =>
      each(
        p,
        (c) =>
          `time=2026-01-01T00:00:00Z level=info msg="created" ${tagged(c, COLUMNS, (n, v) => `${n}=${/ /.test(v) ? `"${v}"` : v} `)}took=3ms\n`,
      ),
  ],
  [
    'pairs.log',
    (p) =>
      each(
        p,
        (c) =>
          `2026-01-01 00:00:00 INFO created ${tagged(c, COLUMNS, (n, v) => `${n}=${v}, `)}took=3ms\n`,
      ),
  ],
  [
    'json.log',
    (p) =>
      each(
        p,
        (c) =>
          `2026-01-01 00:00:00 INFO created {${tagged(c, COLUMNS, (n, v) => `"${n}":"${v}",`)}"took":3}\n`,
      ),
  ],
  [
    'escaped.log',
    (p) =>
      each(
        p,
        (c) =>
          `2026-01-01 00:00:00 INFO body="{${tagged(c, COLUMNS, (n, v) => `\\"${n}\\":\\"${v}\\",`)}\\"took\\":3}"\n`,
      ),
  ],
  [
    'access.log',
    (p) =>
      each(
        p,
        (c) =>
          `203.0.113.5 - - [01/Jan/2026:00:00:00 +0900] "GET /register?${tagged(c, COLUMNS, (n, v) => `${n}=${queried(v)}&`)}x=1 HTTP/1.1" 200 5 "-" "Mozilla/5.0"\n`,
      ),
    queried,
  ],
  [
    'escaped.properties',
    (p) => each(p, (c, n) => escaped(settings(c, '=', `customers[${String(n)}].`))),
    escaped,
  ],
  [
    'escaped.json',
    (p) =>
      `[${p.map((c) => `{${escaped(tagged(c, COLUMNS, (n, v) => `"${n}": "${v}", `))}"x": 1}`).join()}]`,
    escaped,
  ],
  [
    'entities.xml',
    (p) =>
      '<customers>' +
      each(
        p,
        (c) =>
          `<customer>\n${tagged(c, COLUMNS, (n, v) => `  <${n}>${entities(v)}</${n}>\n`)}</customer>`,
      ) +
      '</customers>',
    entities,
  ],
  [
    'java.log',
    (p) =>
      each(
        p,
        (c) =>
          `INFO saved User(id=1, ${cells(c)
            .map((v, i) => `${COLUMNS[i]!}=${v}`)
            .join(', ')})\n`,
      ),
  ],
  [
    'python.log',
    (p) =>
      each(
        p,
        (c) =>
          `INFO saved User(id=1, ${cells(c)
            .map((v, i) => `${COLUMNS[i]!}='${v}'`)
            .join(', ')})\n`,
      ),
  ],
  [
    'ruby.log',
    (p) =>
      each(
        p,
        (c) =>
          `I, [2026] #<User id: 1, ${cells(c)
            .map((v, i) => `${COLUMNS[i]!}: "${v}"`)
            .join(', ')}>\n`,
      ),
  ],
  [
    'hash.log',
    (p) =>
      each(
        p,
        (c) =>
          `Parameters: {"user"=>{${cells(c)
            .map((v, i) => `"${COLUMNS[i]!}"=>"${v}"`)
            .join(', ')}}}\n`,
      ),
  ],
  [
    'dict.log',
    (p) =>
      each(
        p,
        (c) =>
          `DEBUG {${cells(c)
            .map((v, i) => `'${COLUMNS[i]!}': '${v}'`)
            .join(', ')}}\n`,
      ),
  ],
  [
    'a.ts',
    (p) =>
      'export const customers = [\n' +
      each(p, (c) => `  {\n${tagged(c, COLUMNS, (n, v) => `    ${n}: '${v}',\n`)}  },\n`) +
      '];\n',
  ],
  [
    'a.py',
    (p) => each(p, (c) => `Customer(${tagged(c, DATA_CLASS, (n, v) => `${n}="${v}", `)})\n`),
  ],
  [
    'A.java',
    (p) =>
      each(
        p,
        (c) =>
          `Customer c = new Customer();\n${tagged(c, COLUMNS, (n, v) => `c.set${n[0]!.toUpperCase()}${n.slice(1).replace(/_./g, (u) => u[1]!.toUpperCase())}("${v}");\n`)}\n`,
      ),
  ],
  [
    'a.rb',
    (p) =>
      each(
        p,
        (c) =>
          `Customer.create(${cells(c)
            .map((v, i) => `${COLUMNS[i]!}: "${v}"`)
            .join(', ')})\n`,
      ),
  ],
  [
    'a.php',
    (p) =>
      '<?php\n' +
      each(p, (c) => `$c = [\n${tagged(c, COLUMNS, (n, v) => `  '${n}' => '${v}',\n`)}];\n`),
  ],
  [
    'a.go',
    (p) =>
      each(
        p,
        (c) =>
          `var c = Customer{\n${tagged(c, COLUMNS, (n, v) => `\t${n[0]!.toUpperCase()}${n.slice(1).replace(/_./g, (u) => u[1]!.toUpperCase())}: "${v}",\n`)}}\n`,
      ),
  ],
  [
    'comment.ts',
    (p) =>
      each(
        p,
        (c) => `/*\n${tagged(c, HEADER, (n, v) => ` * ${n}: ${v}\n`)} */\nexport const x = 1;\n\n`,
      ),
  ],
];
