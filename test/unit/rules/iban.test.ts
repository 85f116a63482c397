import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mod97Check } from '../../../src/engine/checks/mod-97.ts';
import { ibanLength, isOfItsCountry } from '../../../src/engine/rules/iban/countries.ts';
import { find } from '../../support/find.ts';
import { wide } from '../../support/wide.ts';

/** An IBAN that counts, made at run time: the repository is linted with itself. */
function made(country: string, account: string): string {
  for (let check = 2; check < 99; check++) {
    const iban = country + String(check).padStart(2, '0') + account;
    if (mod97Check(iban)) return iban;
  }
  throw new Error('No check digits agree');
}
const grouped = (iban: string, sign = ' ') => iban.match(/.{1,4}/g)!.join(sign);
const swapped = (iban: string) => iban.slice(0, -1) + String((Number(iban.at(-1)) + 1) % 10);

const DE = made('DE', ['37040044', '0917261534'].join(''));
const GB = made('GB', ['NWBK', '60161309172615'].join(''));
const QA = made('QA', ['DOHB', '00001234567890', 'ABCDEFK'].join(''));

const found: readonly (readonly [text: string, value: string, path?: string])[] = [
  [DE, DE],
  [`Konto ${grouped(DE)}.`, grouped(DE)],
  [`送金先は${DE}です`, DE],
  [grouped(DE, '-'), grouped(DE, '-')],
  [GB, GB],
  [grouped(GB), grouped(GB)],
  [grouped(QA), grouped(QA)],
  [wide(DE), wide(DE)],
  [`a\\n${DE}`, DE],
  [`list: ${DE}, x`, DE],
  [`${DE} ALL CAPS`, DE],
  [`{ "iban": "${DE.toLowerCase()}" }`, DE.toLowerCase(), 'a.json'],
  [`id,iban\n1,${swapped(DE)}\n`, swapped(DE), 'a.csv'],
];
const silent: readonly (readonly [text: string, path?: string])[] = [
  [swapped(DE)],
  [`IBAN ${swapped(DE)}`],
  [DE.slice(0, -1)],
  [`${DE}1`],
  [`${DE}a`],
  [`X${DE}`],
  [`_${DE}`],
  [DE.toLowerCase()],
  [made('XX', '370400440532013000')],
  [made('DE', ['A7040044', '0917261534'].join(''))],
  ['iban = "DE** **** **** **** **** **"'],
  ['iban = "[IBAN]"'],
  ['DE00 0000 0000 0000 0000 00'],
];

describe('iban', () => {
  const values = (text: string, path?: string) =>
    find('iban', text, path === undefined ? {} : { path }).map(({ value }) => value);
  for (const [text, value, path] of found) {
    it(`yes: ${text.replaceAll(/\d/g, '9')}`, () => assert.deepEqual(values(text, path), [value]));
  }
  for (const [text, path] of silent) {
    it(`not: ${text.replaceAll(/\d/g, '9')}`, () => assert.deepEqual(values(text, path), []));
  }
  it('is certain alone, and possible where only the field says it', () => {
    assert.equal(find('iban', DE)[0]?.confidence, 'certain');
    assert.equal(find('iban', `iban = "${swapped(DE)}"`)[0]?.confidence, 'possible');
  });
  it('knows the examples of the registry', () => {
    const example = 'DE89 3704 0044 0532 0130 00';
    assert.deepEqual(find('iban', example), []);
    const [reported] = find('iban', example, { reserved: 'report' });
    assert.ok(reported?.evidence.includes('reserved: example of the IBAN registry'));
    assert.equal(reported?.region, 'DE');
  });
});

describe('countries of the registry', () => {
  for (const [country, length] of [
    ['NO', 15],
    ['BE', 16],
    ['DE', 22],
    ['FR', 27],
    ['MT', 31],
    ['RU', 33],
    ['US', undefined],
    ['JP', undefined],
  ] as const) {
    it(`${country}: ${length ?? 'none'}`, () => assert.equal(ibanLength(country), length));
  }
  it('say where letters stand', () => {
    assert.equal(isOfItsCountry('GB29NWBK60161331926819'), true);
    assert.equal(isOfItsCountry('GB291WBK60161331926819'), false);
    assert.equal(isOfItsCountry('GB29NWBK6016133192681'), false);
  });
});
