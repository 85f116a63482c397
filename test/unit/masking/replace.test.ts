import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { mrzCheckDigit } from '../../../src/engine/checks/mrz.ts';
import { replacementFor } from '../../../src/masking/replace.ts';
import { STRATEGIES, type Place } from '../../../src/masking/strategy.ts';

/** Values that count are put together at run time: the repository is clean under its own rules. */
const mail = (local: string, domain: string, at = '@') => local + at + domain;
const phone = (separator: string, ...groups: readonly string[]) => groups.join(separator);
const wide = (text: string) =>
  text.replaceAll(/[\x21-\x7e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const TD3 = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;
const TD3_MASKED = [
  'P<UTO********<<****<*****<<<<<<<<<<<<<<<<<<<',
  '*************************************<<<<<**',
] as const;

const partials: readonly (readonly [string, string, string])[] = [
  ['email', 'taro@example.com', 't***@example.com'],
  ['email', 'a@example.com', '***@example.com'],
  ['email', '山田@example.jp', '山***@example.jp'],
  ['email', '"a b"@example.com', '***@example.com'],
  ['email', 'taro%40example.com', 't***%40example.com'],
  ['email', 'taro&#64;example.com', 't***&#64;example.com'],
  ['email', 'taro\\u0040example.com', 't***\\u0040example.com'],
  ['email', wide('taro@example.com'), `ｔ***${wide('@example.com')}`],
  ['email', 'taro at example dot com', 't*** at example dot com'],
  ['email', 'taro [at] example.com', 't*** [at] example.com'],
  ['phone-number', '090-0123-4567', '090-****-4567'],
  ['phone-number', '03-0123-4567', '03-****-4567'],
  ['phone-number', '0000-12-3456', '****-**-3456'],
  ['phone-number', '09001234567', '090****4567'],
  ['phone-number', '(03) 0123-4567', '(03) ****-4567'],
  ['phone-number', '０９０－０１２３－４５６７', '０９０－****－４５６７'],
  ['phone-number', '+81 (0)90-0123-4567', '+81 (0)90-****-4567'],
  ['phone-number', '+1 212-555-0123', '+1 ***-***-0123'],
  ['phone-number', '555-0123', '555-****'],
  ['passport-number', 'TK0000000', 'TK*******'],
  ['passport-number', 'ＴＫ００００００００', 'ＴＫ********'],
  ['passport-number', 'C01X00T47', 'C********'],
  ['passport-number', '000000000', '*********'],
  ['postal-code', '〒000-0000', '〒000-****'],
  ['postal-code', '0000000', '000****'],
  ['postal-code', '00000-0000', '00***-****'],
  ['postal-code', '00000', '00***'],
  ['postal-code', 'AB0 0CD', '*** ***'],
  ['postal-address', '東京都新宿区西新宿0-8-1 都庁3F', '東京都新宿区****-*-* ****'],
  ['postal-address', '東京都　新宿区西新宿０丁目８', '東京都　新宿区*******'],
  ['postal-address', '神奈川県横浜市中区日本大通0', '神奈川県横浜市中区*****'],
  ['postal-address', '四日市市諏訪町0-0', '四日市市****-*'],
  ['postal-address', '東京都どこか0-0', '東京都****-*'],
  ['postal-address', '見知らぬ所0-0', '******-*'],
  [
    'postal-address',
    '\\u6771\\u4eac\\u90fd\\u65b0\\u5bbf\\u533a0-0',
    '\\u6771\\u4eac\\u90fd\\u65b0\\u5bbf\\u533a*-*',
  ],
  // leaklint-ignore-start postal-address -- there is no house 0
  ['postal-address', '0 Main St, Springfield, IL 00000', '* **** **, Springfield, IL *****'],
  ['postal-address', '0 High Street, London AB0 0CD', '* **** ******, London *** ***'],
  ['postal-address', 'Hauptstraße 0, 00000 Berlin', '*********** *, ***** Berlin'],
  ['postal-address', 'Hauptstraße 0 00000 Berlin', '*********** * ***** ******'],
  ['postal-address', '0 rue de la Paix\n00000 Paris', '* *** ** ** ****\n***** Paris'],
  ['postal-address', '0-0 Nishi, Shinjuku-ku, Tokyo', '*-* *****, Shinjuku-ku, Tokyo'],
  [
    'postal-address',
    'Voorbeeldgracht 0, 1000 AA Amsterdam',
    '*************** *, **** ** Amsterdam',
  ],
  ['postal-address', '1000 Budapest, Példa utca 0.', '**** Budapest, ***** **** *.'],
  ['postal-address', 'улица Примерная, 0, 220000 Минск', '***** *********, *, ****** Минск'],
  ['postal-address', '220000 Минск, улица Примерная, 0', '****** Минск, ***** *********, *'],
  ['postal-address', 'Via Prova 0, 00000 Roma RM', '*** ***** *, ***** Roma RM'],
  [
    'postal-address',
    'Rua Prova, 0, Centro, Rio - RJ, 00000-000',
    '*** *****, *, ******, Rio - RJ, *****-***',
  ],
  ['postal-address', '0 Main Street, Ashbury NSW 0000', '* **** ******, Ashbury NSW ****'],
  ['postal-address', 'Prova Road, Songea, Ruvuma', '***** ****, ******, Ruvuma'],
  ['postal-address', '서울특별시 마포구 견본로 0', '서울특별시 마포구 *** *'],
  ['postal-address', '广东省深圳市南山区样本路0号', '广东省深圳市南山区*****'],
  // leaklint-ignore-end
  ['passport-mrz', TD3.join('\n'), TD3_MASKED.join('\n')],
  ['passport-mrz', TD3.join('\\r\\n'), TD3_MASKED.join('\\r\\n')],
  [
    'passport-mrz',
    TD3.join('\n').replaceAll('<', '&lt;'),
    TD3_MASKED.join('\n').replaceAll('<', '&lt;'),
  ],
  ['passport-mrz', TD3[1], TD3_MASKED[1]],
  ['credit-card', '4111-1111-1111-1111', '****-****-****-1111'],
  ['credit-card', '4111111111111111', '************1111'],
  ['credit-card', '３７８２８２２４６３１０００５', '***********０００５'],
  ['iban', 'DE89 3704 0044 0532 0130 00', 'DE** **** **** **** **** **'],
  ['my-number', '0000 0000 0000', '**** **** ****'],
  ['pension-number', '0000-000000', '****-******'],
  ['bank-account', '0000-000-0000000', '****-***-*******'],
  ['drivers-licence', '０００００００００００１', '************'],
  ['residence-card', 'AA00000000AA', '************'],
  ['national-id', 'QQ 12 34 56 C', '** ** ** ** *'],
  ['national-id', '000-00-0000', '***-**-****'],
  ['health-insurance', '00000-000', '*****-***'],
  ['employee-id', 'EMP-000001', '***-******'],
  ['employee-id', '社員Ａ①\\n\\u3042', '****\\n*'],
];

describe('partial', () => {
  for (const [rule, value, expected] of partials) {
    it(`${rule}: ${JSON.stringify(value)}`, () => {
      assert.deepEqual(replacementFor(rule, value, 'partial'), {
        text: expected,
        strategy: 'partial',
      });
    });
  }
});

describe('placeholder', () => {
  for (const [rule, value, expected] of [
    ['email', 'taro@example.com', '[EMAIL]'],
    ['phone-number', '090-0123-4567', '[PHONE]'],
    ['passport-number', 'TK0000000', '[PASSPORT]'],
    ['postal-code', '000-0000', '[POSTAL-CODE]'],
    ['postal-address', '東京都新宿区西新宿0-8-1', '[ADDRESS]'],
    ['postal-address', `0 rue ${'de la Paix'}\r\n * 00000 Paris`, '[ADDRESS]\r\n * [ADDRESS]'],
    ['passport-mrz', TD3.join('\\n'), '[MRZ]\\n[MRZ]'],
    ['credit-card', '4111-1111-1111-1111', '[CARD]'],
    ['iban', 'DE89 3704 0044 0532 0130 00', '[IBAN]'],
    ['my-number', '0000 0000 0000', '[MY-NUMBER]'],
    ['pension-number', '0000-000000', '[PENSION-NUMBER]'],
    ['bank-account', '0000000', '[BANK-ACCOUNT]'],
    ['drivers-licence', '000000000000', '[DRIVERS-LICENCE]'],
    ['residence-card', 'AA00000000AA', '[RESIDENCE-CARD]'],
    ['national-id', '000-00-0000', '[NATIONAL-ID]'],
    ['health-insurance', '00000-000', '[HEALTH-INSURANCE]'],
    ['employee-id', 'EMP-000001', '[EMPLOYEE-ID]'],
  ] as const) {
    it(`${rule}: ${JSON.stringify(value)}`, () => {
      assert.deepEqual(replacementFor(rule, value, 'placeholder'), {
        text: expected,
        strategy: 'placeholder',
      });
    });
  }
});

const standIns: readonly (readonly [string, string, RegExp, Place?])[] = [
  ['email', mail('taro.yamada', 'gmail.com'), /^user\d{5}@example\.com$/],
  ['email', mail('taro.yamada', 'mail.co.jp'), /^user\d{4}@example\.co\.jp$/],
  ['email', mail('taro', 'mail.co.jp'), /^u\d{4}@a\.example$/],
  ['email', mail('taro.yamada', 'gmail.com', '%40'), /^user\d{5}%40example\.com$/],
  ['email', mail('taro.yamada', 'gmail.com', '&#64;'), /^user\d{5}&#64;example\.com$/],
  ['email', wide(mail('taro.yamada', 'gmail.com')), /^ｕｓｅｒ[０-９]{5}＠ｅｘａｍｐｌｅ．ｃｏｍ$/],
  ['email', mail('taro', 'mail dot com', ' at '), /^u\d{4} at example dot com$/],
  ['email', mail('a', 'b.co'), /^u\d{4}@a\.test$/],
  ['phone-number', phone('-', '090', '1234', '5678'), /^090-0000-\d{4}$/],
  ['phone-number', phone('', '050', '1234', '5678'), /^0500000\d{4}$/],
  ['phone-number', phone('', '90', '1234', '5678'), /^900000\d{4}$/],
  ['phone-number', wide(phone('-', '090', '1234', '5678')), /^０９０－００００－[０-９]{4}$/],
  ['phone-number', phone('-', '03', '3456', '5678'), /^03-0000-\d{4}$/],
  ['phone-number', phone('-', '06', '3456', '5678'), /^03-0000-\d{4}$/],
  ['phone-number', phone('-', '0467', '23', '5678'), /^03-0000-\d{4}$/],
  ['phone-number', phone('-', '080', '1234', '5678'), /^090-0000-\d{4}$/],
  ['phone-number', phone('-', '0800', '123', '4567'), /^090-0000-\d{4}$/],
  ['phone-number', phone('-', '0467', '235678'), /^03-0000\d{4}$/],
  ['phone-number', `(${phone(')', '03', '3456-5678')}`, /^\(03\)0000-\d{4}$/],
  ['phone-number', `+81 ${phone('-', '90', '1234', '5678')}`, /^\+81 90-0000-\d{4}$/],
  ['phone-number', `+81 (0)${phone('-', '90', '1234', '5678')}`, /^\+81 \(0\)90-0000-\d{4}$/],
  ['phone-number', `010-81-${phone('-', '90', '1234', '5678')}`, /^010-81-90-0000-\d{4}$/],
  ['phone-number', phone('-', '212', '234', '5678'), /^212-555-01\d\d$/, { region: 'US' }],
  ['phone-number', `+1 (212) ${phone('-', '234', '5678')}`, /^\+1 \(212\) 555-01\d\d$/],
  ['phone-number', `+1 ${phone('-', '800', '234', '5678')}`, /^\+1 202-555-01\d\d$/],
  ['phone-number', `07911 ${phone('', '123', '456')}`, /^07700 900\d{3}$/, { region: 'GB' }],
  ['phone-number', `+44 20 ${phone(' ', '7123', '4567')}`, /^\+44 20 7946 0\d{3}$/],
  ['phone-number', `0113 ${phone('', '223', '4567')}`, /^0113 4960\d{3}$/, { region: 'GB' }],
  [
    'phone-number',
    phone(' ', '06', '12', '34', '56', '78'),
    /^06 39 98 \d\d \d\d$/,
    { region: 'FR' },
  ],
  [
    'phone-number',
    phone(' ', '01', '42', '34', '56', '78'),
    /^01 99 00 \d\d \d\d$/,
    { region: 'FR' },
  ],
  ['phone-number', `+49 170 ${phone('', '123', '4567')}`, /^\+49 171 39200\d\d$/],
  ['phone-number', `+49 151 ${phone('', '1234', '5678')}`, /^\+49 152\d \d{7}$/],
  ['phone-number', `+49 30 ${phone('', '9012', '3456')}`, /^\+49 30 23125\d{3}$/],
  ['phone-number', `01962 ${phone('', '823', '456')}`, /^01632 960\d{3}$/, { region: 'GB' }],
  ['phone-number', `+46 70 ${phone(' ', '234', '56', '78')}`, /^\+46 70 174 06 \d{2}$/],
  ['phone-number', `+46 31 ${phone(' ', '234', '56', '78')}`, /^\+46 31 390 06 \d{2}$/],
  ['phone-number', `+61 ${phone(' ', '412', '345', '678')}`, /^\+61 491 57\d \d{3}$/],
  ['phone-number', `+61 2 ${phone(' ', '9123', '4567')}`, /^\+61 2 (?:5550|7010) \d{4}$/],
  ['postal-code', '〒' + phone('-', '160', '0023'), /^〒000-0000$/],
  ['postal-code', wide(phone('-', '160', '0023')), /^０００－００００$/],
  ['postal-code', phone('-', '94043', '1234'), /^00000-0000$/, { region: 'US' }],
];

describe('stand-in', () => {
  for (const [rule, value, expected, where] of standIns) {
    it(`${rule}: like ${expected.source}`, () => {
      const { text, strategy } = replacementFor(rule, value, 'stand-in', where);
      assert.match(text, expected);
      assert.equal(strategy, 'stand-in');
      assert.notEqual(text, value);
      const again = replacementFor(rule, text, 'stand-in', where);
      assert.deepEqual(again, { text, strategy: 'stand-in' }, 'a stand-in is its own stand-in');
    });
  }

  it('falls back to partial and says so', () => {
    for (const [rule, value, where] of [
      ['passport-number', 'TK0000000', undefined],
      ['postal-address', '東京都新宿区西新宿0-8-1', undefined],
      ['postal-code', 'AB0 0CD', { region: 'GB' }],
      ['phone-number', `+7 ${phone(' ', '912', '345', '6789')}`, undefined],
      ['phone-number', `+49 30 ${phone('', '123', '456')}`, undefined],
      ['phone-number', phone('-', '234', '5678'), { region: 'US' }],
      ['phone-number', phone('-', '090', '12', '34', '5678'), undefined],
      ['phone-number', phone('-', '502', '345', '6789'), undefined],
      ['employee-id', 'EMP-000001', undefined],
      ['passport-mrz', 'P<UTOERIKSSON<<ANNA', undefined],
    ] as const) {
      const found = replacementFor(rule, value, 'stand-in', where);
      assert.deepEqual(found, replacementFor(rule, value, 'partial', where), rule);
      assert.equal(found.strategy, 'partial');
    }
  });

  it('is the same for one value however it is written, and another for another value', () => {
    const number = (...groups: readonly string[]) =>
      replacementFor('phone-number', groups.join('-'), 'stand-in')
        .text.replaceAll(/\D/g, '')
        .slice(-4);
    const one = ['090', '1234', '5678'];
    assert.equal(number(one.join('')), number(...one));
    assert.equal(number('+81', ...one.join('-').slice(1).split('-')), number(...one));
    const many = new Set(
      Array.from({ length: 100 }, (_, index) => number('090', '1234', String(5000 + index))),
    );
    assert.ok(many.size >= 95, String(many.size));
  });

  it('keeps the length of a long enough e-mail address', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z.]{10,50}[a-z]$/),
        fc.constantFrom('gmail.com', 'mail.co.jp', 'mail.ne.jp', 'mail.org', 'mail.de'),
        (local, domain) => {
          const value = mail(local, domain);
          assert.equal(replacementFor('email', value, 'stand-in').text.length, value.length);
        },
      ),
    );
  });
});

describe('stand-in for a machine-readable zone', () => {
  const check = (data: string, digit: string) => {
    assert.equal(String(mrzCheckDigit(data)), digit, data);
  };

  it('TD3: same width, right check digits, Utopia', () => {
    const value = TD3.join('\n').replaceAll('UTO', 'JPN');
    const { text, strategy } = replacementFor('passport-mrz', value, 'stand-in');
    assert.equal(strategy, 'stand-in');
    const [first = '', second = ''] = text.split('\n');
    assert.deepEqual([first.length, second.length], [44, 44]);
    assert.match(first, /^P<UTO/);
    check(second.slice(0, 9), second[9]!);
    check(second.slice(13, 19), second[19]!);
    check(second.slice(21, 27), second[27]!);
    check(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43), second[43]!);
  });

  it('TD2', () => {
    const value = ['I<JPN'.padEnd(36, '<'), 'D23145890'.padEnd(36, '<')].join('\\n');
    const [first = '', second = ''] = replacementFor('passport-mrz', value, 'stand-in').text.split(
      '\\n',
    );
    assert.deepEqual([first.length, second.length], [36, 36]);
    check(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 35), second[35]!);
  });

  it('TD1', () => {
    const value = ['I<JPN', '740812', 'ERIKSSON<<ANNA']
      .map((line) => line.padEnd(30, '<'))
      .join('\n');
    const lines = replacementFor('passport-mrz', value, 'stand-in').text.split('\n');
    assert.deepEqual(
      lines.map(({ length }) => length),
      [30, 30, 30],
    );
    const [first = '', second = ''] = lines;
    check(first.slice(5, 14), first[14]!);
    check(
      first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29),
      second[29]!,
    );
  });

  it("Utopia's own is left as it is", () => {
    const value = TD3.join('\n');
    assert.deepEqual(replacementFor('passport-mrz', value, 'stand-in'), {
      text: value,
      strategy: 'stand-in',
    });
  });

  it('a visa has no composite digit', () => {
    const value = ['V<JPN'.padEnd(44, '<'), 'L898902C3'.padEnd(44, '<')].join('\n');
    assert.match(replacementFor('passport-mrz', value, 'stand-in').text, /^V<UTO.*<{16}$/s);
  });

  it('a single line stays a line of its kind', () => {
    for (const [line, expected] of [
      [TD3[0].replace('UTO', 'JPN'), /^P<UTO[A-Z<]{39}$/],
      [TD3[1].replace('UTO', 'JPN'), /^L0000\d{5}UTO/],
      ['I<JPN'.padEnd(30, '<'), /^I<UTOL0000/],
      ['7408122F1204159JPN'.padEnd(30, '<'), /^7408122<1204159UTO/],
      ['ERIKSSON<<ANNA'.padEnd(30, '<'), /^SPECIMEN<<SAMPLE<+$/],
    ] as const) {
      const { text } = replacementFor('passport-mrz', line, 'stand-in');
      assert.match(text, expected);
      assert.equal(text.length, line.length);
    }
  });
});

describe('inside an unquoted number', () => {
  for (const [rule, value, expected, where] of [
    ['phone-number', phone('', '90', '1234', '5678'), /^900000\d{4}$/, {}],
    ['phone-number', phone('', '090', '1234', '5678'), /^900000\d{4}$/, {}],
    ['phone-number', phone('', '212', '234', '5678'), /^21255501\d\d$/, { region: 'US' }],
    ['postal-code', phone('', '160', '0023'), /^0$/, {}],
    ['passport-number', phone('', '123', '456', '789'), /^0$/, {}],
    ['employee-id', phone('', '123', '456'), /^0$/, {}],
  ] as const) {
    for (const strategy of STRATEGIES) {
      it(`${rule} ${strategy}: ${expected.source}`, () => {
        const { text } = replacementFor(rule, value, strategy, { ...where, quoted: false });
        assert.match(text, expected);
        assert.equal(String(JSON.parse(text)), text);
      });
    }
  }
});

const RULES = [
  'email',
  'phone-number',
  'passport-number',
  'passport-mrz',
  'postal-address',
  'postal-code',
  'employee-id',
];

describe('every mask', () => {
  const signs = fc.constantFrom(
    ...'aZ09@.-+() ,"\'<\n\r\\/:;*[]{}&%#&@＠０ー東京都新宿区あ\u3000é😀'.match(/./gsu)!,
  );
  const anyValue = fc.oneof(
    fc.string({ unit: signs, minLength: 1, maxLength: 30 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  );
  const anyCase = [fc.constantFrom(...RULES), anyValue, fc.constantFrom(...STRATEGIES)] as const;

  it('of a mask is the mask', () => {
    fc.assert(
      fc.property(...anyCase, (rule, value, strategy) => {
        const { text } = replacementFor(rule, value, strategy);
        assert.equal(replacementFor(rule, text, strategy).text, text);
      }),
      { numRuns: 2000 },
    );
  });

  it('adds no comma, quote, tab or line end', () => {
    const count = (text: string, sign: string) => text.split(sign).length;
    fc.assert(
      fc.property(...anyCase, (rule, value, strategy) => {
        const { text } = replacementFor(rule, value, strategy);
        for (const sign of [',', '"', "'", '`', '\n', '\r', '\t', ';', '\\']) {
          assert.ok(count(text, sign) <= count(value, sign), JSON.stringify([sign, text]));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
