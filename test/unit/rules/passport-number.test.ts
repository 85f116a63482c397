import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mrzCheckDigit } from '../../../src/engine/checks/mrz.ts';
import type { Confidence } from '../../../src/engine/finding.ts';
import { find } from '../../support/find.ts';
import { wide } from '../../support/wide.ts';

// Numbers that count are put together here: the repository is linted with itself.
const JP = ['TK', '8203951'].join('');
const JP_FIVE_YEARS = ['MS', '7204415'].join('');
const OTHER_LETTERS = ['GR', '4829107'].join('');
const NINE = ['9250', '76473'].join('');
const DE = ['CFX7', 'P2L48'].join('');

describe('passport-number: Japan by its form', () => {
  const found: readonly (readonly [text: string, value: string])[] = [
    [JP, JP],
    [`const sample = "${JP}";`, JP],
    [`確認：${JP}です`, JP],
    [`氏名は山田、${JP_FIVE_YEARS}。`, JP_FIVE_YEARS],
    [`(${JP_FIVE_YEARS})`, JP_FIVE_YEARS],
    [wide(JP), wide(JP)],
    [`"line\\n${JP}\\n"`, JP],
    [`a,b,${JP},c\n`, JP],
    [`x\t${JP}\ty`, JP],
    [`<td>${JP}</td>`, JP],
  ];
  for (const [text, value] of found) {
    it(`is likely in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        find('passport-number', text).map((f) => [f.value, f.confidence, f.region]),
        [[value, 'likely', 'JP']],
      );
    });
  }

  it('is possible with other letters than T and M', () => {
    const [finding] = find('passport-number', OTHER_LETTERS);
    assert.equal(finding?.confidence, 'possible');
  });
  it('is possible where Japan is not among the regions', () => {
    const [finding] = find('passport-number', JP, { regions: ['US'] });
    assert.equal(finding?.confidence, 'possible');
  });
  it('is found twice in one line', () => {
    const values = find('passport-number', `${JP}、${JP_FIVE_YEARS}`).map(({ value }) => value);
    assert.deepEqual(values, [JP, JP_FIVE_YEARS]);
  });

  const silent: readonly string[] = [
    // One digit short, one long, one letter, three letters.
    JP.slice(0, -1),
    `${JP}7`,
    JP.slice(1),
    `A${JP}`,
    // Small letters, apart.
    JP.toLowerCase(),
    `${JP.slice(0, 2)} ${JP.slice(2)}`,
    // Glued.
    `x${JP}`,
    `${JP}x`,
    `_${JP}`,
    `${JP}_1`,
    // Part of a compound, a path, a file name, a call, an assignment.
    `a-${JP}`,
    `${JP}-02`,
    `${JP}.jpg`,
    `lib/${JP}`,
    `https://example.com/${JP}`,
    `${JP}/2`,
    `${JP}(1)`,
    `$${JP}`,
    `#${JP}`,
    // Something else's number.
    `part no ${JP}`,
    `品番${JP}`,
    `orderNumber: "${JP}"`,
    `{ "sku": "${JP}" }`,
    // Masked.
    'TK*******',
    `${JP.slice(0, 6)}***`,
  ];
  for (const text of silent) {
    it(`is nothing in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(find('passport-number', text), []);
    });
  }
});

describe('passport-number: other countries by their form', () => {
  for (const [region, value] of [
    ['KR', ['M357', 'A2699'].join('')],
    ['FR', ['05RP', '34083'].join('')],
  ] as const) {
    it(`${region}: likely where the policy names it, nothing elsewhere`, () => {
      const text = `see "${value}"`;
      const [finding] = find('passport-number', text, { regions: [region] });
      assert.deepEqual([finding?.value, finding?.confidence], [value, 'likely']);
      assert.deepEqual(find('passport-number', text), []);
      assert.deepEqual(find('passport-number', `see a-${value}`, { regions: [region] }), []);
      assert.deepEqual(find('passport-number', `see ${value}1`, { regions: [region] }), []);
    });
  }
});

describe('passport-number: beside a hotword', () => {
  const found: readonly (readonly [text: string, value: string, confidence: Confidence])[] = [
    [`旅券番号${JP}を確認`, JP, 'certain'],
    [`旅券番号は${JP}です`, JP, 'certain'],
    [`パスポート番号 ${wide(JP)}`, wide(JP), 'certain'],
    [`パスポート ${JP.slice(0, 2)}-${JP.slice(2)}`, `${JP.slice(0, 2)}-${JP.slice(2)}`, 'certain'],
    [`Passport No. ${JP.toLowerCase()}`, JP.toLowerCase(), 'certain'],
    [`passport number is ${NINE}.`, NINE, 'likely'],
    [`旅券番号は${NINE}です`, NINE, 'likely'],
    [`护照号码：${NINE}`, NINE, 'likely'],
    [`여권번호: M357${'A2699'}`, `M357${'A2699'}`, 'likely'],
    [`Reisepass ${DE} ausgestellt am`, DE, 'likely'],
    [`Passeport n° 05RP${'34083'}`, `05RP${'34083'}`, 'likely'],
    [`pasaporte nº ZAB${'254731'}`, `ZAB${'254731'}`, 'likely'],
    [`numer paszportu: HX6 ${'088035'}.`, `HX6 ${'088035'}`, 'likely'],
    [`numer paszportu HX6-${'088035'}`, `HX6-${'088035'}`, 'likely'],
    [`номер паспорта ${NINE}`, NINE, 'likely'],
    [`${OTHER_LETTERS} is my passport number`, OTHER_LETTERS, 'likely'],
    [`the passport of my wife, who has ${OTHER_LETTERS}`, OTHER_LETTERS, 'possible'],
    [`# passport of the traveller: ${OTHER_LETTERS}`, OTHER_LETTERS, 'likely'],
  ];
  for (const [text, value, confidence] of found) {
    it(`is ${confidence} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        find('passport-number', text).map((f) => [f.value, f.confidence]),
        [[value, confidence]],
      );
    });
  }

  const silent: readonly string[] = [
    `passport strategy ${NINE}`,
    `passport issued 20200102`,
    `旅券発行日 20200102`,
    `passport, page ${NINE}`,
    `passports\n${NINE}`,
    `import passport from 'passport'; // ${NINE}`,
    `passport@0.6.0 passport-local@1.0.0`,
    `compassport ${NINE}`,
    'passport number: required',
  ];
  for (const text of silent) {
    it(`is nothing in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(find('passport-number', text), []);
    });
  }
});

describe('passport-number: in a field of its name', () => {
  const found: readonly (readonly [text: string, value: string, confidence: Confidence])[] = [
    [`{ "passportNo": "${JP}" }`, JP, 'certain'],
    [`passport_number: ${NINE}\n`, NINE, 'likely'],
    [`const passport = '${DE}';`, DE, 'likely'],
    [`id,旅券番号\n1,${JP}\n`, JP, 'certain'],
    [`id,パスポート番号\n1,${JP.toLowerCase()}\n`, JP.toLowerCase(), 'certain'],
    [`id\tpassport\n1\tA ${'3197841'}\n`, `A ${'3197841'}`, 'likely'],
    // Any eight letters and digits are Luxembourg's: only where the policy speaks of it.
    [`{ "passport": "JC4E7${'L2H'}" }`, `JC4E7${'L2H'}`, 'possible'],
    // Forms that no country has.
    [`{ "passport": "1AB0${'1121'}" }`, `1AB0${'1121'}`, 'possible'],
    [`{ "passport": "${NINE}1" }`, `${NINE}1`, 'possible'],
  ];
  for (const [text, value, confidence] of found) {
    const path = text.startsWith('id\t') ? 'a.tsv' : text.startsWith('id') ? 'a.csv' : 'a.ts';
    it(`is ${confidence} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        find('passport-number', text, { path }).map((f) => [f.value, f.confidence]),
        [[value, confidence]],
      );
    });
  }

  const silent: readonly string[] = [
    '{ "passport": "^0.6.0" }',
    '{ "passport": true }',
    '{ "passport": "required" }',
    '{ "passport": "2031-05-06" }',
    '{ "passportNo": "12" }',
    `{ "passportNo": "${NINE}12" }`,
    '{ "passportNo": "TK*******" }',
    `{ "passport": "G.${NINE.slice(2)}" }`,
    `{ "passport": "#B12345${'FD'}" }`,
    '{ "passport_issue_date": "'.concat('2014', '0305') + '" }',
    '{ "旅券発行日": "'.concat('2014', '0305') + '" }',
  ];
  for (const text of silent) {
    it(`is nothing in ${text}`, () => {
      assert.deepEqual(find('passport-number', text, { path: 'a.json' }), []);
    });
  }

  it('takes a form that anything has where the policy speaks of the country', () => {
    const [finding] = find('passport-number', `{ "passport": "JC4E7${'L2H'}" }`, {
      regions: ['LU'],
    });
    assert.equal(finding?.confidence, 'likely');
  });
  it('is certain with the German check digit, likely with a wrong one', () => {
    const digit = mrzCheckDigit(DE)!;
    const right = `${DE}${digit}`;
    const wrong = `${DE}${(digit + 1) % 10}`;
    const verdicts = [right, wrong].map((value) => {
      const [finding] = find('passport-number', `{ "passport": "${value}" }`);
      return [finding?.value, finding?.confidence, finding?.region];
    });
    assert.deepEqual(verdicts, [
      [right, 'certain', 'DE'],
      [wrong, 'likely', 'DE'],
    ]);
  });
});

describe("passport-number: nobody's values", () => {
  const reserved: readonly (readonly [value: string, note: string])[] = [
    ['L898902C3', 'reserved: ICAO 9303 specimen'],
    ['D23145890', 'reserved: ICAO 9303 specimen'],
    ['C01X00T47', 'reserved: German specimen'],
    ['C01X00T478', 'reserved: German specimen'],
  ];
  for (const [value, note] of reserved) {
    it(`${value} is silent, and explained on request`, () => {
      const text = `{ "passport": "${value}" }`;
      assert.deepEqual(find('passport-number', text), []);
      const [finding] = find('passport-number', text, { reserved: 'report' });
      assert.equal(finding?.value, value);
      assert.ok(finding.evidence.includes(note), finding.evidence.join(', '));
    });
  }

  for (const digits of ['1234567', '7654321']) {
    it(`TK${digits} is possible alone and likely in a field`, () => {
      const value = `TK${digits}`;
      const [alone] = find('passport-number', value);
      assert.equal(alone?.confidence, 'possible');
      assert.ok(alone.evidence.includes('dummy: digits in a row'));
      const [typed] = find('passport-number', `{ "旅券番号": "${value}" }`);
      assert.equal(typed?.confidence, 'likely');
    });
  }
  for (const digits of ['0000000', '0000413', '5555555']) {
    it(`TK${digits} is nothing alone, possible at a hotword and likely in a field`, () => {
      const value = `TK${digits}`;
      const texts = [value, `旅券番号は${value}`, `{ "旅券番号": "${value}" }`];
      const levels = texts.map((text) => find('passport-number', text)[0]?.confidence);
      assert.deepEqual(levels, [undefined, 'possible', 'likely']);
    });
  }
});
