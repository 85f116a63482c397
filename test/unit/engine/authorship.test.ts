import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { authorshipIn } from '../../../src/engine/authorship.ts';
import { find } from '../../support/find.ts';

// Made up, and put together at run time: the repository is linted with itself.
const JANE = ['jane', 'docomo.ne.jp'].join('@');
const NAME = ['Jane', 'Roe'].join(' ');

type Case = readonly [path: string, text: string];

/** How the address of a text is reported in a file of that name. */
const levelOf = (path: string, text: string) => find('email', text, { path })[0]?.confidence;

const AUTHORS: readonly Case[] = [
  ['package.json', `{"author": "${NAME} <${JANE}>"}`],
  ['package.json', `{"author": {"name": "${NAME}", "email": "${JANE}"}}`],
  ['a/b/package.json', `{"contributors": ["X, Y (x)", {"n": [1]},\n "${NAME} <${JANE}>"]}`],
  ['composer.json', `{"authors": [{"name": "${NAME}",\n "email": "${JANE}"}]}`],
  ['pyproject.toml', `authors = [\n  {name = "${NAME}", email = "${JANE}"},\n]`],
  ['Cargo.toml', `authors = ["${NAME} <${JANE}>"]`],
  ['setup.py', `setup(name='x',\n  author_email='${JANE}',\n)`],
  ['x.gemspec', `  s.authors = ['${NAME}']\n  s.email = '${JANE}'`],
  ['Chart.yaml', `maintainers:\n  - name: ${NAME}\n    email: ${JANE}\n`],
  ['pom.xml', `<developers><developer><email>${JANE}</email></developer></developers>`],
  ['DESCRIPTION', `Maintainer: ${NAME} <${JANE}>`],
  ['AUTHORS', `${NAME} <${JANE}>`],
  ['CONTRIBUTORS.md', `- ${JANE}`],
  ['LICENSE-MIT', `Copyright (c) ${JANE}`],
  ['ThirdPartyNotices.txt', `as told by ${JANE}`],
  ['bundle.js.LICENSE.txt', `${JANE}`],
  ['a.js', `/**\n * @author ${NAME} <${JANE}>\n */`],
  ['a.py', `# Author: ${NAME} <${JANE}>`],
  ['a.py', `__author__ = '${JANE}'`],
  ['a.c', ` * Copyright (C) 2001 ${NAME} <${JANE}>`],
  ['a.js.map', `{"sourcesContent":["x\\n * @author ${NAME} <${JANE}>\\n"]}`],
  ['note.txt', `Signed-off-by: ${NAME} <${JANE}>`],
  ['note.txt', `Author: ${NAME} <${JANE}>`],
  ['README.md', `# Box\n\n## Authors\n\n- ${JANE}\n`],
];

const OTHERS: readonly Case[] = [
  ['package.json', `{"config": {"adminEmail": "${JANE}"}}`],
  ['package.json', `{"author": "x", "config": {"admin": "${JANE}"}}`],
  ['package.json', `{"author": {"name": "x"}, "to": "${JANE}"}`],
  ['posts.json', `{"author": {"name": "${NAME}", "email": "${JANE}"}}`],
  ['authors.csv', `name,email\n${NAME},${JANE}\n`],
  ['authors.json', `[{"email": "${JANE}"}]`],
  ['licence.sql', `INSERT INTO t (email) VALUES ('${JANE}');`],
  ['a.ts', `const author = '${JANE}';`],
  ['a.ts', `  author: '${JANE}',`],
  ['a.ts', `/** @author x */\nconst to = '${JANE}';`],
  ['a.ts', `// Ask ${JANE}`],
  ['README.md', `## Authors\n\nX\n\n## Customers\n\n- ${JANE}\n`],
];

describe('authorship', () => {
  for (const [path, text] of AUTHORS) {
    it(`${path}: public: ${text.slice(0, 40)}`, () => {
      assert.equal(levelOf(path, text), 'possible');
    });
  }

  for (const [path, text] of OTHERS) {
    it(`${path}: not public: ${text.slice(0, 40)}`, () => {
      assert.match(levelOf(path, text) ?? '', /likely|certain/);
    });
  }

  it('holds for names, and says so', () => {
    const text = `{"author": {"name": "${NAME}", "email": "${JANE}", "phone": "x"}}`;
    const [found] = find('person-name', text, { path: 'package.json' });
    assert.equal(found?.confidence, 'possible');
    assert.ok(found.evidence.includes('public-author'));
  });

  it('knows no author in data without a name', () => {
    assert.equal(authorshipIn({}, 'none')('Author: ', 8), false);
  });
});
