import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { numberAbroad } from '../../../src/engine/rules/phone-number/abroad.ts';
import { phoneNumber } from '../../../src/engine/rules/phone-number/index.ts';
import { find } from '../../support/find.ts';
import { judge, type Judged, type JudgeOptions } from '../../support/judge.ts';
import { wide } from '../../support/wide.ts';

// Numbers that count are put together at run time: the repository is linted with itself.
const number = (...groups: readonly string[]) => groups.join('-');
const MOBILE = number('090', '2345', '6789');
const TOKYO = number('03', '3123', '4567');
/** Takes the stops out of a number that must not stand in the source as it is. */
const made = (stopped: string) => stopped.replaceAll('_', '');
const solid = (written: string) => written.replaceAll(/\D/g, '');
const abroad = (written: string) => `+81-${written.slice(1)}`;

type Level = 'certain' | 'likely' | 'possible' | undefined;

/** Through the whole pipeline; a text that is all of a typed field goes to the rule alone. */
function judged(text: string, options: JudgeOptions = {}): readonly Judged[] {
  if (options.typed) return judge(phoneNumber, text, options);
  return find('phone-number', text, { reserved: 'report', regions: options.regions ?? ['JP'] });
}

/** What a report would show: nobody's values are silent. */
function shown(text: string, options?: JudgeOptions) {
  return judged(text, options).filter(
    ({ evidence, confidence }) =>
      confidence !== undefined && !evidence.some((each) => each.startsWith('reserved')),
  );
}

function levelOf(text: string, options?: JudgeOptions): Level {
  return shown(text, options)[0]?.confidence as Level;
}

function table(
  cases: readonly (readonly [text: string, value: string | undefined])[],
  options?: JudgeOptions,
) {
  for (const [text, value] of cases) {
    it(`${value === undefined ? 'not' : 'yes'}: ${text.replaceAll(/\d/g, '9')}`, () => {
      const likely = shown(text, options).filter(({ confidence }) => confidence !== 'possible');
      assert.deepEqual(
        likely.map((each) => each.value),
        value === undefined ? [] : [value],
      );
    });
  }
}

describe('phone-number: Japan, in running text', () => {
  const dots = MOBILE.replaceAll('-', '.');
  const blanks = MOBILE.replaceAll('-', ' ');
  table([
    [`連絡先は${TOKYO}です。`, TOKYO],
    [`1,山田太郎,${MOBILE},東京`, MOBILE],
    [`TEL${TOKYO}`, TOKYO],
    [`Tel.${TOKYO}まで`, TOKYO],
    [wide(TOKYO), wide(TOKYO)],
    [TOKYO.replaceAll('-', 'ー'), TOKYO.replaceAll('-', 'ー')],
    [TOKYO.replaceAll('-', '‐'), TOKYO.replaceAll('-', '‐')],
    [TOKYO.replaceAll('-', '―'), TOKYO.replaceAll('-', '―')],
    [dots, dots],
    [blanks, blanks],
    [`2016-06-14 ${blanks}`, blanks],
    [`〒000-0000 ${TOKYO}`, TOKYO],
    [made('(03)3123-45_67'), made('(03)3123-45_67')],
    [made('（03）3123-45_67'), made('（03）3123-45_67')],
    [made('03(3123)45_67'), made('03(3123)45_67')],
    [made('(03) 3123-45_67'), made('(03) 3123-45_67')],
    [`setPhone("${MOBILE}")`, MOBILE],
    [`"\\n${MOBILE}"`, MOBILE],
    [`電話${solid(MOBILE)}`, solid(MOBILE)],
    [`${MOBILE}（代表）`, MOBILE],
    [`${TOKYO} 内線12`, TOKYO],
    [number('0597', '98', '2908'), number('0597', '98', '2908')],
    [number('09969', '2', '3456'), number('09969', '2', '3456')],
    [number('050', '3123', '4567'), number('050', '3123', '4567')],
  ]);
  it('finds two numbers side by side', () => {
    assert.deepEqual(
      shown(`${TOKYO}/${MOBILE}`).map(({ value }) => value),
      [TOKYO, MOBILE],
    );
  });
});

describe('phone-number: with a country code', () => {
  const bayArea = made('+1 (650) 333-60_00');
  const london = ['20', '7123', '4567'].join(' ');
  table([
    [abroad(MOBILE), abroad(MOBILE)],
    [`+${solid(abroad(MOBILE))}`, `+${solid(abroad(MOBILE))}`],
    [`+81-(0)${MOBILE.slice(1)}`, `+81-(0)${MOBILE.slice(1)}`],
    [`＋81 ${MOBILE.slice(1)}`, `＋81 ${MOBILE.slice(1)}`],
    [`010-81-${MOBILE.slice(1)}`, `010-81-${MOBILE.slice(1)}`],
    [`0081 ${MOBILE.slice(1)}`, `0081 ${MOBILE.slice(1)}`],
    [`tel:${abroad(MOBILE)};ext=12`, abroad(MOBILE)],
    [`+44 (0)${london}`, `+44 (0)${london}`],
    [`+44 ${london}`, `+44 ${london}`],
    [`Call ${bayArea} now`, bayArea],
    [`call ${bayArea}x503`, bayArea],
    // No such numbers in these countries.
    [`+81 0${number('12', '3456')}`, undefined],
    ['+1 123 456 7890', undefined],
    ['+999 12345678', undefined],
    ['2011-01-01T00:00:00+09001234', undefined],
  ]);
});

describe("phone-number: national forms of the policy's regions", () => {
  const cases: readonly (readonly [region: string, text: string])[] = [
    ['US', made('(415) 666-77_77')],
    ['US', made('415-666-77_77')],
    ['US', made('1-650-333-60_00')],
    ['CA', made('416-967-11_11')],
    ['GB', '020 7123 4567'],
    ['GB', '07912 345678'],
    ['DE', '030 1234567'],
    ['DE', '030 123 45 67'],
    ['DE', '0171/1234567'],
    ['FR', '06 12 34 56 78'],
    ['FR', '01.44.55.66.77'],
    ['NZ', '03 331 6005'],
    ['IT', '06 1234 5678'],
    ['CH', '044 668 18 00'],
    ['AR', '0343 15 555 1212'],
    ['CN', '139 1234 5678'],
  ];
  for (const [region, text] of cases) {
    it(`${region}: ${text.replaceAll(/\d/g, '9')}`, () => {
      assert.deepEqual(
        shown(`Reach me: ${text}.`, { regions: [region] }).map(({ value }) => value),
        [text],
      );
    });
  }
  it('reads the brackets of North America under any policy, other forms under none', () => {
    assert.equal(levelOf(made('(415) 666-77_77')), 'likely');
    assert.equal(levelOf('020 7123 4567', { regions: ['FR'] }), undefined);
  });
});

describe('phone-number: what is no number', () => {
  const near = [
    TOKYO.slice(0, -1),
    `${TOKYO}8`,
    number('08', '3123', '4567'),
    number('0313', '123', '45678'),
    `1-${TOKYO}`,
    `a1-${TOKYO}`,
    `${TOKYO}-9`,
    `0.${solid(TOKYO)}`,
    `x${solid(MOBILE)}`,
    `${solid(MOBILE)}x`,
    `_${MOBILE}`,
    `${MOBILE}@docomo`,
    `¥${TOKYO}`,
  ];
  const others = [
    '2016-06-14',
    '2016/06/14 12:34:56',
    '2012-0102 08',
    '1466000000000',
    '192.168.100.200',
    '1.22.333.4444',
    '35.6895,139.6917',
    'M12 22s8-4 8-10V5l-8-3-8 3v7c0 6 8 10 8 10z',
    '550e8400-e29b-41d4-a716-446655440000',
    '00000000-0312-3456-7890-000000000000',
    '978-4-06-519981-7',
    '#0312345',
    'rgba(031,234,567,0.8)',
    '00-622-470 11134',
    '1979-2011 100',
    '3.14159265358979',
  ];
  table([...near, ...others].map((text) => [text, undefined] as const));
  it('is silent about masked numbers', () => {
    for (const text of [
      '090-****-6789',
      '***-****-****',
      '[PHONE]',
      '090-XXXX-XXXX',
      '090●●●●6789',
    ]) {
      assert.deepEqual(shown(text), []);
      assert.deepEqual(shown(text, { typed: true }), []);
    }
  });
});

describe('phone-number: what is not personal', () => {
  const services = [
    number('0120', '279', '186'),
    number('0800', '123', '4567'),
    number('0570', '012', '345'),
    number('0990', '512', '345'),
    number('020', '1234', '5678'),
    '+81 120-279-186',
    '110',
    '119',
    '#7119',
  ];
  for (const text of services) {
    it(text, () => {
      assert.notEqual(levelOf(text), 'likely');
      for (const level of [levelOf(`電話 ${text}`), levelOf(text, { typed: true })]) {
        assert.ok(level === undefined || level === 'possible');
      }
    });
  }
});

describe("phone-number: nobody's numbers", () => {
  const cases: readonly (readonly [text: string, note: string, region?: string])[] = [
    ['03-1234-5678', 'unassignable exchange'],
    ['03-0000-0000', 'unassignable exchange'],
    ['045-123-4567', 'unassignable exchange'],
    ['090-0000-0000', 'unassignable exchange'],
    ['050-0123-4567', 'unassignable exchange'],
    ['+81 90-0123-4567', 'unassignable exchange'],
    ['(212) 555-0123', 'NANP 555-01xx'],
    ['+1 212-555-0123', 'NANP 555-01xx'],
    ['020 7946 0958', 'Ofcom drama numbers', 'GB'],
    ['07700 900123', 'Ofcom drama numbers', 'GB'],
    ['+44 1632 960123', 'Ofcom drama numbers'],
    ['030 23125012', 'Bundesnetzagentur drama numbers', 'DE'],
    ['06 39 98 12 34', 'ARCEP fiction numbers', 'FR'],
    ['0491 570 156', 'ACMA fictitious numbers', 'AU'],
  ];
  for (const [text, note, region = 'JP'] of cases) {
    it(`${text}: ${note}`, () => {
      for (const typed of [false, true]) {
        const [first] = judged(text, { typed, regions: [region] });
        assert.equal(first?.value, text);
        assert.ok(first.evidence.includes(`reserved: ${note}`), first.evidence.join(', '));
        assert.ok(first.confidence === 'likely' || first.confidence === 'certain');
      }
    });
  }
  it('is nobody’s in any groups, where a field says what it is', () => {
    for (const text of ['030-000-1234', '0300-00-1234', '9000001234', '010-81-30-000-1234']) {
      assert.deepEqual(shown(text, { typed: true }), [], text);
    }
  });
  it('is somebody’s at the edges of the ranges', () => {
    assert.equal(levelOf(made('(212) 555-02_00')), 'likely');
    assert.equal(levelOf(number('090', '1000', '0000')), 'likely');
  });
});

/** What is found, with its level: the leniency that libphonenumber asserts of such a text. */
function levels(region: string, cases: readonly (readonly [text: string, ...found: string[]])[]) {
  for (const [text, ...expected] of cases) {
    const written = made(text);
    it(`${region}: ${JSON.stringify(written.replaceAll(/\d/g, '9'))}`, () => {
      const found = shown(written, { regions: [region] });
      assert.deepEqual(
        found.map(({ value, confidence }) => `${value}: ${confidence ?? ''}`),
        expected.map(made),
      );
    });
  }
}

describe("phone-number: libphonenumber's rules of context", () => {
  levels('US', [
    // A letter may stand before a plus or a bracket, not before a digit and not behind.
    ['abc+14156667_777', '+14156667_777: likely'],
    ['é(415)6667_777', '(415)6667_777: likely'],
    ['+14156667_777é', '+14156667_777: possible'],
    ['(415)6667_777def', '(415)6667_777: possible'],
    ['call 415-666-77_77def', '415-666-77_77: possible'],
    // Money and percent, dates, times, pages.
    ['$415-666-77_77'],
    ['415-666-77_77€'],
    ['415-666-77_77%'],
    ['12/31/2009 415-666-77_77', '415-666-77_77: likely'],
    ['2012-01-02 08:00'],
    ['pp. 211-227 (2003)'],
    ['80.585 [79.964, 81.191]'],
    // Two numbers need a sign or blank between them.
    ['650-253-45_61--455-234-34_51', '650-253-45_61: likely'],
    ['(415) 666-77_77(415) 666-77_78', '(415) 666-77_77: likely', '(415) 666-77_78: likely'],
    ['650-253-45_61 / 415-666-77_78', '650-253-45_61: likely', '415-666-77_78: likely'],
    // Blanks inside the bracket.
    ['( 415 ) 666-77_77', '( 415 ) 666-77_77: likely'],
  ]);
  levels('NZ', [
    // Spaced out, with wider gaps where the plan cuts.
    ['0 3   3 3 1   6 0 _0 5', '0 3   3 3 1   6 0 _0 5: likely'],
    ['reach me at 0 3   3 3 1   6 0 _0 5forme', '0 3   3 3 1   6 0 _0 5: possible'],
    ['0 3   3 3   1 6 0 _0 5', '0 3   3 3   1 6 0 _0 5: possible'],
    ['4 0 3   3 3 1   6 0 _0 5'],
  ]);
  levels('DE', [
    ['0494_949 ext. 49', '0494_949: likely'],
    ['0494_949 x 49'],
    ['+494_949 49', '+494_949 49: certain'],
    ['0494_949'],
  ]);
  levels('TR', [['0 (532) 1234_567', '0 (532) 1234_567: likely']]);
  levels('SG', [
    // Two groups without a trunk prefix could be anything.
    ['8123 45_67', '8123 45_67: possible'],
    ['phone 8123 45_67', '8123 45_67: likely'],
    ['8123 45_67 (mobile)', '8123 45_67: likely'],
  ]);
});

describe('phone-number: words after a number', () => {
  levels('US', [
    ['212-666-77_77-Phone', '212-666-77_77: certain'],
    ['212-666-77_77 (home)', '212-666-77_77: certain'],
    ['212-666-77_77 home', '212-666-77_77: likely'],
    ['21266_67777 fax', '21266_67777: likely'],
    ['21266_67777 fax machines'],
    ['call me on 450 08_40', '450 08_40: possible'],
    ['my number is 450 08_40', '450 08_40: possible'],
    ['my number is 45_0 units'],
    ['my account number is 450 08_40'],
  ]);
  levels('JP', [[`${MOBILE}（携帯）`, `${MOBILE}: certain`]]);
});

describe('phone-number: behind a word, in the form of a country that the policy does not name', () => {
  levels('JP', [
    ['Tele_fon: 5_10 070 900', '5_10 070 900: likely'],
    ['téléphone : 01 42 68_ 53 00', '01 42 68_ 53 00: likely'],
    ['mobile 0535_ 987 61 43', '0535_ 987 61 43: likely'],
    ['mobile 0535_ 987 65 43', '0535_ 987 65 43: possible'], // digits that count down
    ['call me at (09) 762_ 5400', '(09) 762_ 5400: likely'],
    ['My Israeli number is 09-76_25400', '09-76_25400: likely'],
    ['my number: 09-76_25400', '09-76_25400: likely'],
    ['call foo at 09-76_25400', '09-76_25400: possible'], // a word on the line, not right before
    ['my batch number is 09-76_25400', '09-76_25400: possible'],
    ['my account number is 09-76_25400'],
    ['the number is 09-76_25400', '09-76_25400: possible'],
    ['phone 123-456-78_90', '123-456-78_90: possible'], // no plan has it
    ['phone 097_625400', '097_625400: possible'], // no groups
    ['phone 12-34_5'],
    ['xphone 09-76_25400'],
    ['phone 09-76_25400x'],
  ]);
});

it('phone-number: the country abroad is the one whose plan has the number', () => {
  for (const [text, region] of [
    ['1-416-867-_5309', 'CA'],
    ['1-206-867-_5309', 'US'],
  ] as const) {
    const number = made(text);
    const shaped = { start: 0, end: number.length, number, digits: solid(number) };
    assert.deepEqual(numberAbroad(number, shaped), { region });
  }
});

describe('phone-number: bare digits behind another number of a list', () => {
  levels('TR', [
    [
      'Bir: +90 532 12_3 45 67, iki: 0535_9876543',
      '+90 532 12_3 45 67: certain',
      '0535_9876543: likely',
    ],
    ['+90532_1234567 / 0535_9876543', '+90532_1234567: likely', '0535_9876543: likely'],
    ['+4930_9018201, 0535_9876543', '+4930_9018201: likely'], // another country's
    ['+90532_1234567 or so 0535_9876543 units', '+90532_1234567: likely'],
    ['+90532_1234567, 0035_9876543', '+90532_1234567: likely'], // not in the plan
  ]);
});

describe('phone-number: as tables keep it', () => {
  const cases: readonly (readonly [region: string, value: string, level: Level])[] = [
    ['KR', '82-10-1234-56_78', 'certain'],
    ['KR', '10-1234-56_78', 'certain'],
    ['UA', '38067123_4567', 'certain'],
    ['BR', '55 (17) 96332-21_55', 'certain'],
    ['LB', '345_6123', 'certain'],
    ['JP', solid(abroad(MOBILE)), 'certain'],
    ['JP', solid(MOBILE).slice(1), 'certain'],
    ['AC', '40_123', 'certain'],
    ['JP', '40_123', undefined],
    ['JP', '82-10-1234-56_78', 'possible'],
    ['JP', '82-10-2947-56_18', 'likely'],
    ['FI', '0457 123 45_ 67', 'certain'],
  ];
  for (const [region, text, level] of cases) {
    const value = made(text);
    it(`${region}: ${value.replaceAll(/\d/g, '9')}`, () => {
      const [found] = find('phone-number', `id,phone,note\n1,${value},x\n`, {
        path: 'a.csv',
        regions: [region],
      });
      assert.equal(found?.confidence, level);
      assert.equal(found?.value, level && value);
    });
  }
  const inCode: readonly (readonly [text: string, level: Level])[] = [
    // Bare digits that the policy's plans do not have, and functions that try numbers.
    ["const user = { phone: '213_3734253' };", 'possible'],
    ["setP_hone('8-912-345-62-1_7')", 'likely'],
    ["isValidPhoneNumber('8 (912) 345 62 1_7')", 'possible'],
    ["isValidPhoneNumber('+7 912 345-67-8_9')", 'certain'],
  ];
  for (const [text, level] of inCode) {
    const written = made(text);
    it(`in a program: ${written.replaceAll(/\d/g, '9')}`, () => {
      assert.equal(find('phone-number', written, { path: 'a.ts' })[0]?.confidence, level);
    });
  }
});

describe('phone-number: levels', () => {
  const cases: readonly (readonly [text: string, level: Level, options?: JudgeOptions])[] = [
    [TOKYO, 'likely'],
    [`電話 ${TOKYO}`, 'certain'],
    [`☎${TOKYO}`, 'certain'],
    [abroad(MOBILE), 'certain'],
    [`"${solid(MOBILE)}"`, 'possible'],
    [`${solid(MOBILE)} 個`, undefined],
    // A basic pension number is written so.
    [number('0467', '235678'), 'possible'],
    [`"${solid(TOKYO)}"`, undefined],
    [number('0903', '123', '4567'), 'possible'],
    [`${TOKYO}x`, 'possible'],
    // A field of its own outweighs the plan.
    [TOKYO, 'certain', { typed: true }],
    [solid(TOKYO), 'certain', { typed: true }],
    // Tables lose zeros and pluses; elsewhere it is less sure.
    [solid(MOBILE).slice(1), 'likely', { typed: true }],
    [solid(abroad(MOBILE)), 'likely', { typed: true }],
    // The plan cannot assign it: silent as an example, a slip in a field of its own.
    ['03-1847-2930', undefined],
    ['03-1847-2930', 'likely', { typed: true }],
    [number('493', '170', '9623'), 'likely', { typed: true }],
    ['6085551023', 'likely', { typed: true }],
    [number('08', '3129', '4567'), 'likely', { typed: true }],
    ['1234567', undefined, { typed: true }],
    ['2016-06-14', undefined, { typed: true }],
    ['20160614', undefined, { typed: true }],
    ['none', undefined, { typed: true }],
  ];
  for (const [text, level, options] of cases) {
    it(`${text.replaceAll(/\d/g, '9')}${options ? ' (typed)' : ''}: ${level ?? 'nothing'}`, () => {
      assert.equal(levelOf(text, options), level);
    });
  }
  it('names its region', () => {
    const [found] = phoneNumber.judge(
      { text: TOKYO, folded: TOKYO, start: 0, end: TOKYO.length },
      {
        options: { regions: ['JP'], fields: {}, custom: [], reserved: 'silent' },
        field: undefined,
        typed: false,
        hotword: () => false,
      },
    );
    assert.equal(found?.region, 'JP');
  });
});

describe('phone-number: in fields', () => {
  const cases: readonly (readonly [path: string, text: string, values: readonly string[]])[] = [
    ['a.csv', `氏名,電話番号,ＦＡＸ\n山田,${solid(MOBILE)},${TOKYO}\n`, [solid(MOBILE), TOKYO]],
    ['a.csv', `name,custTelNo\nx,${solid(MOBILE).slice(1)}\n`, [solid(MOBILE).slice(1)]],
    ['a.csv', `name,qty\nx,${solid(MOBILE)}\n`, []],
    ['a.json', `{ "contact": { "mobilePhone": "${solid(MOBILE)}" } }`, [solid(MOBILE)]],
    ['a.json', `{ "orderNo": "${solid(TOKYO)}" }`, []],
    ['a.ts', `const user = { tel: '${solid(TOKYO)}' };`, [solid(TOKYO)]],
    ['a.py', `phone = "${solid(TOKYO)}"`, [solid(TOKYO)]],
    ['.env', `ADMIN_PHONE=${abroad(MOBILE)}`, [abroad(MOBILE)]],
    ['a.html', `<a href="tel:${abroad(MOBILE)}">call</a>`, [abroad(MOBILE)]],
    ['a.csv', `電話番号,住所\n${number('08', '3129', '4567')},x\n`, [number('08', '3129', '4567')]],
  ];
  for (const [path, text, values] of cases) {
    it(`${path}: ${text.replaceAll(/\d/g, '9')}`, () => {
      const found = find('phone-number', text, { path });
      assert.deepEqual(
        found.filter(({ confidence }) => confidence !== 'possible').map(({ value }) => value),
        values,
      );
    });
  }
});
