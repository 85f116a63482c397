import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { luhnCheck } from '../../../src/engine/checks/luhn.ts';
import { schemeOf } from '../../../src/engine/rules/credit-card/schemes.ts';
import { find } from '../../support/find.ts';
import { wide } from '../../support/wide.ts';

/** A number that counts, made at run time: the repository is linted with itself. */
function card(start: string, length = 16): string {
  const body = start.padEnd(length - 1, '83917462');
  const last = [...'0123456789'].find((digit) => luhnCheck(body + digit))!;
  return body + last;
}
const grouped = (digits: string, sign = '-') => digits.match(/.{1,4}/g)!.join(sign);
const wrong = (digits: string) => digits.slice(0, -1) + String((Number(digits.at(-1)) + 1) % 10);
const without = (digits: string) => digits.replaceAll(/\d/g, '9');

const VISA = card('4929');
const JCB = card('3541');
const AMEX = card('3718', 15);

const likely = (text: string, path?: string) =>
  find('credit-card', text, path === undefined ? {} : { path })
    .filter(({ confidence }) => confidence !== 'possible')
    .map(({ value }) => value);

function table(
  cases: readonly (readonly [text: string, value?: string | undefined, path?: string])[],
) {
  for (const [text, value, path] of cases) {
    it(`${value === undefined ? 'not' : 'yes'}: ${JSON.stringify(without(text))}`, () => {
      assert.deepEqual(likely(text, path), value === undefined ? [] : [value]);
    });
  }
}

describe('credit-card: found', () => {
  const amexGroups = `${AMEX.slice(0, 4)} ${AMEX.slice(4, 10)} ${AMEX.slice(10)}`;
  table([
    [`pays with ${VISA}.`, VISA],
    [`pays with ${grouped(VISA)} today`, grouped(VISA)],
    [`${grouped(VISA, ' ')} 12/29`, grouped(VISA, ' ')],
    [`カード番号は${JCB}です`, JCB],
    [`JCB: ${grouped(JCB)}`, grouped(JCB)],
    [wide(grouped(VISA)), wide(grouped(VISA))],
    [amexGroups, amexGroups],
    [AMEX, AMEX],
    [card('5391'), card('5391')],
    [card('2720'), card('2720')],
    [card('6011'), card('6011')],
    [card('6244'), card('6244')],
    [`Diners card ${card('3629', 14)}`, card('3629', 14)],
    [`Maestro card: ${card('5612', 18)}`, card('5612', 18)],
    [`withdraw with the card ${card('2131', 15)}`, card('2131', 15)],
    [`for cc ${card('3088')} please`, card('3088')],
    // Of no network's range, right behind the word.
    [`for cc ${card('7123')} please`, card('7123')],
    [`my card #${VISA} is lost`, VISA],
    [`const cardNumber = '${VISA}';`, VISA, 'pay.ts'],
    [`{ "number": "${VISA}" }`, VISA, 'pay.json'],
    [`id,card_number\n1,${VISA}\n`, VISA, 'pay.csv'],
  ]);
  it('is certain with a field name, a hotword or groups', () => {
    for (const text of [`card_no = "${VISA}"`, `クレジットカード ${VISA}`, grouped(VISA)]) {
      assert.equal(find('credit-card', text)[0]?.confidence, 'certain', without(text));
    }
  });
});

describe('credit-card: a wrong check digit', () => {
  it('is possible in a field of its name', () => {
    const [found] = find('credit-card', `card_number=${wrong(VISA)}`, { path: '.env' });
    assert.equal(found?.confidence, 'possible');
    assert.ok(found.evidence.includes('refuted'));
  });
});

describe('credit-card: not', () => {
  table([
    [wrong(VISA)],
    [card('2131', 15)],
    [card('7123')],
    [`a card game: seed ${card('7123')}`],
    [`the card ${wrong(card('7123'))}`],
    [`SIM card ${card('8981', 19)}`],
    [`マイナンバーカード ${card('7123', 12)}`],
    [`color #${VISA}`],
    [`card number is ${grouped(wrong(VISA))}`],
    [VISA.slice(0, -1)],
    [`${VISA}1`],
    [`x${VISA}`],
    [`${VISA}x`],
    [`_${VISA}`],
    [card('9111')],
    [card('3527')],
    [card('3590')],
    [card('5612', 18)],
    [card('3629', 14)],
    [`0.${VISA}`],
    [`${VISA}.5`],
    [`ca-pub-${VISA}`],
    [`https://example.com/${VISA}/`],
    [`#${VISA}`],
    [`{ "orderId": "${VISA}" }`, undefined, 'a.json'],
    [`const timestamp = ${VISA};`, undefined, 'a.ts'],
    [`DE12 ${grouped(VISA, ' ')} 12`],
    [`0000-${grouped(VISA)}`],
    [`${grouped(VISA)}-0000`],
    ['1466012345678'],
    ['card_number = "0000-0000-0000-0000"'],
    ['card_number = "4111-****-****-1111"'],
    ['card_number = "[CARD]"'],
  ]);
});

describe('credit-card: nobody’s', () => {
  for (const text of ['4111111111111111', '4242-4242-4242-4242', '3530111333300000']) {
    it(`${text} is a test card`, () => {
      assert.deepEqual(find('credit-card', text), []);
      const [found] = find('credit-card', text, { reserved: 'report' });
      assert.equal(found?.value, text);
      assert.ok(found.evidence.some((each) => each.startsWith('reserved: test card')));
    });
  }
});

describe('card networks', () => {
  const cases: readonly [digits: string, name: string | undefined][] = [
    ['2220000000000000', undefined],
    ['2221000000000000', 'Mastercard'],
    ['2720000000000000', 'Mastercard'],
    ['2721000000000000', undefined],
    ['3528000000000000', 'JCB'],
    ['3589000000000000', 'JCB'],
    ['6430000000000000', 'Maestro'],
    ['6440000000000000', 'Discover'],
    ['370000000000000', 'American Express'],
    ['3700000000000000', undefined],
    ['400000000000', undefined],
  ];
  for (const [digits, name] of cases) {
    it(`${digits}: ${name ?? 'none'}`, () => assert.equal(schemeOf(digits)?.name, name));
  }
});

describe('credit-card: a column without a telling name', () => {
  const rows = ['4929', '5391', '3541', '6011', '4532', '5204', '4716', '3566', '4024'].map(
    (start, i) => card(`${start}${i}5${i}`),
  );
  it('is known by its values', () => {
    const found = find('credit-card', `id,col_17\n${rows.map((row) => `1,${row}\n`).join('')}`, {
      path: 'a.csv',
    });
    assert.deepEqual(
      found.map(({ value }) => value),
      rows,
    );
    assert.ok(
      found.every(({ evidence }) =>
        evidence.some((reason) => reason.startsWith('column-values: ')),
      ),
    );
  });
  it('is not where the check digits disagree', () => {
    const text = `id,col_17\n${rows.map((row) => `1,${wrong(row)}\n`).join('')}`;
    assert.deepEqual(find('credit-card', text, { path: 'a.csv' }), []);
  });
});
