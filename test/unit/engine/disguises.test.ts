import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scanBlocks, scanText, type Finding } from '../../../src/engine/index.ts';
import { applyEdits, editsFor } from '../../../src/masking/edits.ts';
import { madeUp } from '../../support/made-up.ts';

// Made up, and put together at run time: the repository is linted with itself.
const NAME = ['佐藤', '花音'].join(' ');
const { phone, email, address } = madeUp;
const VALUES: readonly (readonly [rule: string, value: string])[] = [
  ['person-name', NAME],
  ['postal-address', address(1)],
  ['phone-number', phone(1)],
  ['email', email(1)],
];

const units = (text: string) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
const escaped = (text: string) =>
  units(text)
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
const entities = (text: string) =>
  Array.from(text, (each) => `&#${String(each.codePointAt(0))};`).join('');
const bytesAs = (text: string, sign: string, radix = 16) =>
  Array.from(new TextEncoder().encode(text), (byte) => sign + byte.toString(radix)).join('');
const percent = (text: string) => encodeURIComponent(text);
const printable = (text: string) =>
  text.replace(/[^\x20-\x3c\x3e-\x7e]+/g, (part) => bytesAs(part, '=').toUpperCase());
const base64 = (text: string) => Buffer.from(text).toString('base64');

type Way = readonly [name: string, write: (value: string) => string];
const WAYS: readonly Way[] = [
  ['Unicode escape', escaped],
  ['HTML entity', entities],
  ['base64', base64],
];

/** Kinds and what stands in the file at their ranges. */
function foundIn(text: string, path: string): (readonly [string, string])[] {
  return scanText(text, { path })
    .filter(({ confidence }) => confidence !== 'possible')
    .map(({ rule, start, end }) => [rule, text.slice(start.offset, end.offset)] as const);
}

const noteOf = ({ evidence }: Finding) => evidence.find(({ code }) => code === 'encoded')?.note;

describe('disguises: fields of JSON', () => {
  for (const [note, write] of WAYS) {
    it(`${note}: every kind, where it stands`, () => {
      const [name, home, tel, mail] = VALUES.map(([, value]) => write(value));
      const text = `{"氏名":"${name!}","住所":"${home!}","電話番号":"${tel!}","メール":"${mail!}"}`;
      const found = scanText(text, { path: 'a.json' });
      assert.deepEqual(
        foundIn(text, 'a.json'),
        VALUES.map(([rule, value]) => [rule, write(value)]),
      );
      assert.ok(found.every((each) => noteOf(each) === note));
    });
  }

  it('reads keys that are escaped', () => {
    const text = `{"${escaped('氏名')}":"${escaped(NAME)}"}`;
    assert.deepEqual(foundIn(text, 'a.json'), [['person-name', escaped(NAME)]]);
  });

  it('reads JSON in a string of JSON', () => {
    const inner = JSON.stringify(JSON.stringify({ 住所: address(1), 氏名: NAME }));
    const text = inner.replace(/[^\x20-\x7e]/g, (each) => `\\${escaped(each)}`);
    const kinds = foundIn(`{"body":${text}}`, 'a.json').map(([rule]) => rule);
    assert.ok(kinds.includes('postal-address'));
  });

  it('keeps the field and the record', () => {
    const text = `[{"id":1},{"tel":"${escaped(phone(1))}"}]`;
    const [found] = scanText(text, { path: 'a.json' });
    assert.equal(found?.field, 'tel');
    assert.equal(found.record, 2);
  });

  it('does not take a column for another because its values are escaped', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `{"tel":"${escaped(phone(i))}"}`);
    assert.equal(foundIn(rows.join('\n'), 'a.jsonl').length, 12);
  });
});

describe('disguises: text and code', () => {
  const cases: readonly (readonly [path: string, text: string, rule: string, value: string])[] = [
    [
      'a.properties',
      `home.address=${escaped(address(1))}\n`,
      'postal-address',
      escaped(address(1)),
    ],
    ['a.js', `x = "${escaped(address(2))}";`, 'postal-address', escaped(address(2))],
    ['a.js', `'${email(1).replace('@', '\\x40')}'`, 'email', email(1).replace('@', '\\x40')],
    ['a.ts', `'${email(1).replace('@', '\\u{40}')}'`, 'email', email(1).replace('@', '\\u{40}')],
    ['a.py', `b'${bytesAs(address(1), '\\x')}'`, 'postal-address', bytesAs(address(1), '\\x')],
    ['a.c', `"${bytesAs('東京都世田谷区', '\\', 8)}1-2-3"`, 'postal-address', ''],
    ['a.html', `<p>${entities(address(1))}</p>`, 'postal-address', entities(address(1))],
    ['a.html', email(1).replace('@', '&commat;'), 'email', email(1).replace('@', '&commat;')],
    ['a.log', `?q=1&a=${percent(address(3))}&b=2`, 'postal-address', percent(address(3))],
    ['a.log', `?t=%2B81-${phone(1).slice(1)}&b=2`, 'phone-number', `%2B81-${phone(1).slice(1)}`],
    ['a.eml', `To ${printable(address(1))}\n`, 'postal-address', printable(address(1))],
    ['a.txt', phone(1).replaceAll('-', '─'), 'phone-number', phone(1).replaceAll('-', '─')],
    ['a.txt', `x ${phone(1).replace('-', '\u200b-')}`, 'phone-number', ''],
    ['a.txt', `to ${base64(email(1))} sent`, 'email', base64(email(1))],
    ['a.txt', `to ${Buffer.from(email(2)).toString('base64url')} x`, 'email', ''],
  ];
  for (const [path, text, rule, value] of cases) {
    it(`${path}: ${rule} in ${text.slice(0, 24).replaceAll('@', ' AT ')}`, () => {
      const found = foundIn(text, path);
      assert.deepEqual(
        found.map(([kind]) => kind),
        [rule],
      );
      if (value !== '') assert.equal(found[0]?.[1], value);
    });
  }

  it('reads a token whose payload is JSON', () => {
    const claims = Buffer.from(JSON.stringify({ sub: '1', email: email(1), tel: phone(1) }));
    const payload = claims.toString('base64url');
    const found = foundIn(`t = "eyJhbGciOiJub25lIn0.${payload}.x"`, 'a.js');
    assert.deepEqual(found, [['email', payload]]);
  });

  it('takes one value in a long text in base64 for possible', () => {
    const text = base64(`${'Lorem ipsum dolor. '.repeat(9)}${email(1)} sit amet.`);
    assert.deepEqual(foundIn(text, 'a.txt'), []);
    assert.equal(scanText(text)[0]?.confidence, 'possible');
  });
});

describe('disguises: values over a line end', () => {
  const [first, second] = [phone(1).slice(0, 9), phone(1).slice(9)];
  const head = '2026-01-02T03:04:05Z INFO [main] ';
  const cases: readonly (readonly [text: string, rule: string, value: string])[] = [
    [`call ${first}\n${second} now`, 'phone-number', `${first}\n${second}`],
    [`call ${first}\r\n  ${second} now`, 'phone-number', `${first}\r\n  ${second}`],
    [`${head}${first}\n${head}${second} ok`, 'phone-number', `${first}\n${head}${second}`],
    [`to ${email(1).replace('@', '@\n  ')} ok`, 'email', email(1).replace('@', '@\n  ')],
    ['東京都世田谷区\n桜丘1-2-3', 'postal-address', '東京都世田谷区\n桜丘1-2-3'],
    [`${'x'.repeat(59)} ${email(1)}`.replace(/^(.{72})/, '$1\n'), 'email', ''],
  ];
  for (const [text, rule, value] of cases) {
    it(JSON.stringify(text.slice(0, 40).replaceAll('@', ' AT ')), () => {
      const found = foundIn(text, 'a.log');
      assert.deepEqual(
        found.map(([kind]) => kind),
        [rule],
      );
      if (value !== '') assert.equal(found[0]?.[1], value);
    });
  }

  it('leaves lines of code and of lists alone', () => {
    for (const [path, text] of [
      ['a.ts', `f(${first}\n${second})`],
      ['a.txt', `- ${first.slice(0, -1)}\n- ${second}`],
      ['a.txt', 'see @\nfoo.com'],
    ] as const) {
      assert.deepEqual(foundIn(text, path), []);
    }
  });
});

describe('disguises: blanks in queries', () => {
  const tel = phone(1).replaceAll('-', '+');
  const name = ['Hanako', 'Suzuki'].join('+');
  const kanji = percent(NAME).replace('%20', '+');
  const cases: readonly (readonly [path: string, text: string, values: readonly string[]])[] = [
    ['a.log', `GET /s?fullname=${name}&tel=${tel} HTTP/1.1`, [name, tel]],
    ['a.log', `GET https://x.jp/?tel=${tel}`, [tel]],
    ['a.txt', `body: fullname=${name}&tel=${tel}`, [name, tel]],
    ['a.txt', `body: 氏名=${kanji}&tel=${tel}`, [kanji, tel]],
    ['a.txt', `full_name=${kanji}&tel=${tel}`, [kanji, tel]],
    ['a.js', `fetch("/s?fullname=${name}&tel=${tel}")`, [tel]],
    ['a.txt', `a=1&tel=${tel}&email=${email(1)}`, [tel, email(1)]],
    ['a.txt', `a=1&email=x+${email(1)}`, [`x+${email(1)}`]], // a mailbox's tag
    ['a.txt', `a=1&tel=+81+${tel.slice(1)}`, [`+81+${tel.slice(1)}`]], // a country code
    ['a.js', `x=a?tel=${tel}:b`, []], // a program's condition
    ['a.js', `x&&tel=${tel}`, []],
    ['a.txt', `tel=${tel}`, []], // one pair alone may be a sum
    ['a.txt', `${tel}&a=1`, []], // no key
  ];
  for (const [path, text, values] of cases) {
    it(`${path}: ${text.replaceAll(/\d/g, '9')}`, () => {
      assert.deepEqual(
        foundIn(text, path).map(([, value]) => value),
        values,
      );
    });
  }
});

describe('disguises: what is none', () => {
  const texts: readonly (readonly [path: string, text: string])[] = [
    ['a.js', '/[\\u4e00-\\u9fff\\u3040-\\u30ff]{1,20}/'],
    ['a.c', 'printf("%2d-%2d-%4d", a, b, c);'],
    ['a.md', 'GFzIGZhciBhcyBJIGtub3cgdGhpcyBpcw== 0123456789abcdef0123456789abcdef'],
    ['a.js', 'import x from "node_modules/some-package-name/lib/internal/util.js"'],
    ['a.html', '&amp;&lt;&#0;&#1114112;&#xd800;&bogus;'],
  ];
  for (const [path, text] of texts) {
    it(`${path}: ${text.slice(0, 40)}`, () => {
      assert.deepEqual(scanText(text, { path }), []);
    });
  }
});

describe('disguises: masked', () => {
  const mask = (text: string, path: string, strategy: 'partial' | 'placeholder') => {
    let masked = text;
    for (const block of scanBlocks([new TextEncoder().encode(text)], { path })) {
      masked = applyEdits(text, editsFor(block, block.findings, strategy, { path }));
    }
    return masked;
  };
  for (const [note, write] of WAYS) {
    it(`${note}: the file stays valid and is silent`, () => {
      const text = JSON.stringify({ 氏名: '{0}', 住所: '{1}', 電話番号: '{2}', メール: '{3}' });
      const full = text.replace(/\{(\d)\}/g, (_, i: string) => write(VALUES[Number(i)]![1]));
      for (const strategy of ['partial', 'placeholder'] as const) {
        const masked = mask(full, 'a.json', strategy);
        assert.doesNotThrow(() => JSON.parse(masked));
        assert.deepEqual(foundIn(masked, 'a.json'), []);
        assert.equal(mask(masked, 'a.json', strategy), masked);
      }
    });
  }

  it('keeps a percent-encoded query one', () => {
    const masked = mask(`a=${percent(address(1))}&b=2`, 'a.log', 'partial');
    assert.ok(masked.includes('*') && masked.endsWith('&b=2'));
    assert.doesNotThrow(() => decodeURIComponent(masked));
  });

  it('keeps a query with plus signs one', () => {
    const text = `GET /s?fullname=${['Hanako', 'Suzuki'].join('+')}&tel=${phone(1).replaceAll('-', '+')}&b=2`;
    const masked = mask(text, 'a.log', 'partial');
    assert.match(masked, /^GET \/s\?fullname=[^& ]{5,20}&tel=[^& ]{5,20}&b=2$/);
    assert.deepEqual(foundIn(masked, 'a.log'), []);
    assert.equal(mask(masked, 'a.log', 'partial'), masked);
  });

  it('keeps line ends, indents and heads of lines', () => {
    const head = '2026-01-02T03:04:05Z INFO [main] ';
    const text = `${head}${phone(1).slice(0, 9)}\r\n${head}${phone(1).slice(9)} ok`;
    assert.equal(mask(text, 'a.log', 'placeholder'), `${head}***-****-\r\n${head}**** ok`);
  });
});

describe('disguises: long input', () => {
  for (const piece of [
    '\\u',
    '\\u6771',
    '&#',
    '%E6',
    '=E6=9D=B1',
    'QUJD',
    '\u200b',
    '-\n1',
    '@\na',
  ]) {
    it(`ends in time on ${JSON.stringify(piece)} over and over`, function () {
      this.timeout(5000);
      const text = piece.repeat(Math.ceil(60_000 / piece.length));
      assert.ok(scanText(text).length <= text.length);
    });
  }
});
