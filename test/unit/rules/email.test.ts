import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { email } from '../../../src/engine/rules/email/index.ts';
import { find } from '../../support/find.ts';
import { judge, type Judged, type JudgeOptions } from '../../support/judge.ts';
import { wide } from '../../support/wide.ts';

// Addresses that count are put together at run time: the repository is linted with itself.
const at = (local: string, domain = 'docomo.ne.jp', sign = '@') => local + sign + domain;
const TARO = at('taro.y');

type Level = 'certain' | 'likely' | 'possible' | undefined;

/** Through the whole pipeline; a text that is all of a typed field goes to the rule alone. */
function judged(text: string, options: JudgeOptions = {}): readonly Judged[] {
  if (options.typed) return judge(email, text, options);
  return find('email', text, { reserved: 'report', regions: options.regions ?? ['JP'] });
}

/** What a report would show: nobody's values are silent. */
function shown(text: string, options?: JudgeOptions) {
  return judged(text, options).filter(
    ({ evidence, confidence }) =>
      confidence !== undefined && !evidence.some((each) => each.startsWith('reserved')),
  );
}

const likely = (text: string, options?: JudgeOptions) =>
  shown(text, options)
    .filter(({ confidence }) => confidence !== 'possible')
    .map(({ value }) => value);

const levelOf = (text: string, options?: JudgeOptions) =>
  shown(text, options)[0]?.confidence as Level;

function finds(
  cases: readonly (readonly [text: string, ...values: string[]])[],
  options?: JudgeOptions,
) {
  for (const [text, ...values] of cases) {
    it(`finds ${values.length} in ${text.replaceAll('@', ' AT ')}`, () => {
      assert.deepEqual(likely(text, options), values);
    });
  }
}

describe('email: in a field of its own', () => {
  finds(
    [
      [at('a=b'), at('a=b')],
      [` ${TARO} `, TARO],
      [`Taro <${TARO}>`, TARO],
    ],
    { typed: true },
  );
});

describe('email: where it begins and ends', () => {
  finds([
    [TARO, TARO],
    [`連絡先は${TARO}です。`, TARO],
    [`${TARO}様`, TARO],
    [`"${TARO}"`, TARO],
    [`x = "a" + r"${TARO}"`, TARO],
    [`'${TARO}'`, TARO],
    [`\`${TARO}\``, TARO],
    [`<${TARO}>`, TARO],
    [`&lt;${TARO}&gt;`, TARO],
    [`(${TARO})`, TARO],
    [`mailto:${TARO}?subject=x`, TARO],
    [`Write to ${TARO}. Or call.`, TARO],
    [`Write to ${TARO}.Or call.`, TARO],
    [`${TARO}, ${at('hanako')}`, TARO, at('hanako')],
    [`${TARO};${at('hanako')}`, TARO, at('hanako')],
    [`email=${TARO}`, TARO],
    [`?a=1&to=${TARO}&b=2`, TARO],
    [`1|${TARO}|x`, TARO],
    [`*${TARO}*`, TARO],
    [`_${TARO}_`, TARO],
    [`//${TARO}`, TARO],
    [`# ${TARO}`, TARO],
    [`"x\\n${TARO}"`, TARO],
    [`\\u003c${TARO}\\u003e`, TARO],
    [`<td>${TARO}</td>`, TARO],
    [`${TARO}:secret`, TARO],
    [`https://foo.org/users/${TARO}?tab=1`, TARO],
    [`GET /users/${TARO} HTTP/1.1`, TARO],
    [`\n+${TARO}`, TARO],
  ]);
});

describe('email: what may stand in it', () => {
  const locals = [
    't',
    't.y+box',
    "o'hara",
    'user_1',
    'a-b',
    '1234567890',
    'user/box',
    '_taro',
    '~taro',
  ];
  finds(locals.map((local) => [at(local), at(local)] as const));
  const domains = [
    'foo.museum',
    'a.b.c.co.uk',
    '123.com',
    'c--n.com',
    'xn--wgv71a119e.jp',
    'FOO.ORG',
  ];
  finds(domains.map((domain) => [at('taro', domain), at('taro', domain)] as const));
  const international = [
    at('δοκιμή', 'foo.org'),
    at('josé', 'foo.org'),
    at('taro', 'm端ller.com'),
    at('taro', '日本語.jp'),
    at('葉士豪', '臺網中心.tw'),
    at('葉士豪', '臺網中心.台灣'),
  ];
  finds([
    ...international.map((value) => [`連絡先は${value}です`, value] as const),
    [`${'t'.repeat(64)}${at('')}`, `${'t'.repeat(64)}${at('')}`],
    [`${'t'.repeat(65)}${at('')}`],
    [at('taro', `${'a'.repeat(63)}.com`), at('taro', `${'a'.repeat(63)}.com`)],
    [at('taro', `${'a'.repeat(64)}.com`)],
    // RFC 5321 forbids such dots; docomo gave them out.
    [at('taro..y.'), at('taro..y.')],
    [at('taro..y', 'foo.org')],
    [at('taro.', 'foo.org')],
  ]);
});

describe('email: other ways to write the at-sign', () => {
  const encoded = at('taro', 'docomo.ne.jp', '%40');
  const entity = at('taro', 'docomo.ne.jp', '&#64;');
  finds([
    [wide(TARO), wide(TARO)],
    [at('taro', 'docomo.ne.jp', '＠'), at('taro', 'docomo.ne.jp', '＠')],
    [`?email=${encoded}&x=1`, encoded],
    [`/users/email%3D${encoded}`, encoded],
    [`<p>${entity}</p>`, entity],
  ]);
  const disguises = [
    'taro at docomo dot ne dot jp',
    'taro [at] docomo.ne.jp',
    'taro(at)docomo.ne.jp',
    'taro[at]docomo[dot]ne[dot]jp',
    'taroアットマークdocomo.ne.jp',
  ];
  for (const text of disguises) {
    it(`takes "${text}" for possible`, () => {
      assert.deepEqual(
        shown(`Contact: ${text}!`).map(({ value, confidence }) => [value, confidence]),
        [[text, 'possible']],
      );
    });
  }
  it('does not take a sentence for a disguise', () => {
    for (const text of [
      'look at example.com',
      'two (at) three',
      'a dot b dot c',
      'point at foo.org',
    ]) {
      assert.deepEqual(shown(text), []);
    }
  });
});

describe('email: what is none', () => {
  const texts = [
    'npm i pkg@1.2.3',
    '"@scope/pkg@^1.2.3"',
    'https://unpkg.com/react@18.2.0/umd/react.js',
    'https://medium.com/@user',
    'git@github.com:org/repo.git',
    'ssh://git@github.com/org/repo',
    'scp x user@host.org:dir',
    'user@host.org:~/dir',
    'https://user:pass@host.org/x',
    'https://token@host.org',
    '/https?:\\/\\/(.{1,256}):token@host.org\\//',
    'x-oauth-basic@host.org',
    '"a"b@foo.org',
    '-- a --@foo.org',
    `${'д'.repeat(33)}@foo.org`,
    'https://lists.foo.org/archive/taro@foo.org/1',
    'icon@2x.png',
    'logo@3x.zip',
    '/** @param name.com */',
    '@media screen',
    '@user@mastodon.social',
    'this@Activity.name',
    'Message-ID: <20161123.4359@mail.foo.org>',
    '0123456789abcdef01234567@o12.ingest.foo.io',
    '${user}@foo.org',
    '{{ name }}@foo.org',
    '$USER@foo.org',
    '%s@foo.org',
    '[\\w.]+@foo.org',
    '\\w+@foo.org',
    't***@foo.org',
    '***@***.***',
    '[EMAIL]',
    'xxx@foo.org',
    'a@b@foo.org',
    'me@foo',
    'me@192.168.1.1',
    'me@-foo.org',
    'me@foo-.org',
    'me@foo..org',
    'me@foo_bar.org',
    'me@foo.org_x',
    'me@foo.notatld',
    'me@foo.org/path',
    '.@foo.org',
    '@foo.org',
    'taro @foo.org',
    'docker run image@sha256:0123456789abcdef',
  ];
  finds(texts.map((text) => [text]));
});

describe("email: nobody's addresses", () => {
  const domains = ['example.com', 'mail.example.net', 'host.test', 'x.invalid', 'example3.co.jp'];
  for (const domain of domains) {
    it(`taro at ${domain}`, () => {
      for (const typed of [false, true]) {
        const [first] = judged(at('taro', domain), { typed });
        assert.equal(first?.value, at('taro', domain));
        assert.ok(first.evidence.some((each) => each.startsWith('reserved: ')));
        assert.ok(first.confidence === 'likely' || first.confidence === 'certain');
      }
    });
  }
});

describe('email: levels', () => {
  const cases: readonly (readonly [text: string, level: Level, options?: JudgeOptions])[] = [
    [TARO, 'likely'],
    [`<${TARO}>`, 'certain'],
    [`mailto:${TARO}`, 'certain'],
    [`メール: ${TARO}`, 'certain'],
    [TARO, 'certain', { typed: true }],
    // A role's mailbox is nobody's own.
    [at('info'), 'possible'],
    [`<${at('no-reply')}>`, 'possible'],
    [at('foo-support'), 'possible'],
    [at('bug-foo'), 'possible'],
    [at('user', 'contoso.com'), 'possible'],
    [at('foo-patches'), 'possible'],
    [at('1+taro', 'users.noreply.github.com'), 'possible'],
    [at('infor'), 'likely'],
    [at('info'), 'likely', { typed: true }],
    // Endings of files.
    [at('main', 'foo.rs'), 'possible'],
    [`<${at('main', 'foo.rs')}>`, 'certain'],
    // A field of its own outweighs an ending that nobody has.
    [at('taro', 'foo.notatld'), 'likely', { typed: true }],
    [at('"taro yamada"', 'foo.org'), 'certain', { typed: true }],
    [at('taro..y', 'foo.org'), 'certain', { typed: true }],
    ['taro', undefined, { typed: true }],
    ['t***@foo.org', undefined, { typed: true }],
    ['[EMAIL]', undefined, { typed: true }],
  ];
  for (const [text, level, options] of cases) {
    it(`${text.replace('@', ' AT ')}${options ? ' (typed)' : ''}: ${level ?? 'nothing'}`, () => {
      assert.equal(levelOf(text, options), level);
    });
  }
});

describe('email: long input', () => {
  // The look behind and ahead is bounded, so time grows with the text and no faster.
  for (const piece of ['@', 'a@', 'a@a.aa ', 'a dot ', '=', 'x|', '%3D', 'a(at)']) {
    it(`ends in time on ${piece.replace('@', ' AT ')} over and over`, function () {
      this.timeout(2000);
      const text = `${piece.repeat(20_000 / piece.length)}@`;
      assert.ok(judged(text).length <= text.length);
    });
  }
});

describe('email: in fields', () => {
  const cases: readonly (readonly [path: string, text: string, values: readonly string[]])[] = [
    ['a.csv', `氏名,メール\n山田,${TARO}\n`, [TARO]],
    ['a.csv', `name,email\nx,${at('taro', 'foo.notatld')}\n`, [at('taro', 'foo.notatld')]],
    ['a.csv', `name,note\nx,${at('taro', 'foo.notatld')}\n`, []],
    ['a.json', `{ "user": { "mailAddress": "${TARO}" } }`, [TARO]],
    ['a.json', `{ "email": "Taro <${TARO}>" }`, [TARO]],
    ['a.ts', `const to = '${TARO}';`, [TARO]],
    ['.env', `SMTP_TO=${TARO}`, [TARO]],
    ['package.json', '{ "dependencies": { "email": "pkg@1.2.3" } }', []],
  ];
  for (const [path, text, values] of cases) {
    it(`${path}: ${text.replaceAll('@', ' AT ')}`, () => {
      const found = find('email', text, { path });
      assert.deepEqual(
        found.filter(({ confidence }) => confidence !== 'possible').map(({ value }) => value),
        values,
      );
    });
  }
});
