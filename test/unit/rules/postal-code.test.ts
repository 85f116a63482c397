import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';

/** Codes in use are written with `¦` inside, so that this file holds none. */
const read = (marked: string) => marked.replaceAll('¦', '');

describe('postal codes in running text', () => {
  const cases: readonly [text: string, value: string | undefined, confidence?: string][] = [
    ['〒160¦-0023', '〒160¦-0023', 'certain'],
    ['〒 １６０¦－００２３ ', '〒 １６０¦－００２３', 'certain'],
    ['〒160¦0023', '〒160¦0023', 'certain'],
    ['〒１６０¦ー００２３', '〒１６０¦ー００２３', 'certain'],
    ['〒100¦-8111', '〒100¦-8111', 'possible'], // a single office
    ['郵便番号は160¦-0023です', '160¦-0023', 'certain'],
    ['zip code 160¦-0023', '160¦-0023', 'certain'],
    ['160¦-0023 東京都新宿区', '160¦-0023', 'likely'],
    ['160¦-0023\n新宿区', '160¦-0023', 'likely'],
    ['"160¦-0023","東京都新宿区"', '160¦-0023', 'likely'],
    ['1600¦023\t東京都新宿区', '1600¦023', 'likely'],
    ['Shinjuku-ku, Tokyo 160¦-0023', '160¦-0023', 'likely'],
    ['160¦-0023', undefined], // nothing says what it is
    ['160¦-0023 大阪府大阪市', undefined], // another prefecture's
    ['foo.zip 1600¦023 bytes', undefined],
    ['〒160¦-002', undefined], // one digit short
    ['〒160¦-00234', undefined], // one long
    ['〒160¦-0023-1', undefined],
    ['〒123-4567', undefined], // out of use
    ['x160¦-0023 東京都新宿区', undefined], // glued
    ['1-160¦-0023 東京都新宿区', undefined],
    ['〒***-****', undefined],
    ['〒000-0000', undefined],
    ['〒999-9999', undefined],
  ];
  for (const [text, value, confidence] of cases) {
    it(text, () => {
      const found = find('postal-code', read(text));
      assert.deepEqual(
        found.map((it) => [it.value, it.confidence, it.region]),
        value === undefined ? [] : [[read(value), confidence, 'JP']],
      );
    });
  }
});

describe('fields that are named after postal codes', () => {
  const cases: readonly [cell: string, confidence: string | undefined, region?: string][] = [
    ['160¦-0023', 'certain', 'JP'],
    ['1600¦023', 'certain', 'JP'],
    ['〒160¦-0023', 'certain', 'JP'],
    ['１６０¦－００２３', 'certain', 'JP'],
    ['123-4567', 'likely', 'JP'], // out of use: mistyped
    ['6000¦01', 'certain'], // 060-0001 after a table program
    ['62701', 'likely'],
    ['62701-1234', 'certain', 'US'],
    ['OX1 4AA', 'certain', 'GB'],
    ['1234 AB', 'certain', 'NL'],
    ['K1A-0A1', 'certain', 'CA'],
    ['c1000aaa', 'certain', 'AR'],
    ['AD100', 'certain', 'AD'],
    ['LV-1000', 'certain', 'LV'],
    ['12-345', 'certain', 'PL'],
    ['10000-000', 'certain', 'BR'],
    ['123 45', 'certain'],
    ['A65 AAAA', 'certain', 'IE'],
    ['123', undefined], // of no country that the policy names
    ['OX1', undefined],
    ['a123', undefined],
    ['000-0000', undefined],
    ['999-9999', undefined],
    ['00000', undefined],
    ['12', undefined],
    ['123-45', undefined],
    ['1.2.3', undefined],
    ['dist/a.zip', undefined],
    ['***-****', undefined],
    ['', undefined],
  ];
  for (const [cell, confidence, region] of cases) {
    it(cell === '' ? 'empty' : cell, () => {
      const [found] = find('postal-code', `name,zip\nx,${read(cell)}\n`, { path: 'x.csv' });
      assert.equal(found?.confidence, confidence);
      assert.equal(found?.region, region);
      assert.equal(found?.value ?? '', confidence === undefined ? '' : read(cell));
    });
  }
});

describe('codes of other countries in running text', () => {
  const cases: readonly [text: string, found: string | undefined, region?: string][] = [
    ['Postcode: OX1¦ 4AA', 'certain OX1¦ 4AA', 'GB'],
    ['send it to postcode OX1¦4AA please', 'certain OX1¦4AA', 'GB'],
    ['My address is OX1¦ 4AA in Oxford', 'likely OX1¦ 4AA', 'GB'],
    ['he lives at OX1¦ 4AA.', 'likely OX1¦ 4AA', 'GB'],
    ['Postal code: K1A¦ 0A1', 'certain K1A¦ 0A1', 'CA'],
    ['postcode: 1234¦ AB', 'certain 1234¦ AB', 'NL'],
    ['PLZ: 101¦15', 'likely 101¦15', 'DE'],
    ['zip code: 62701¦-1234', 'possible 62701¦-1234'], // of no country of the policy
    ['zip code: 00000', undefined],
    ['OX1¦ 4AA', undefined], // nothing says what it is
    ['the OX1¦ 4AA', undefined],
    ['my address is OX1¦4AA', undefined], // without its blank, behind the wider word
    ['address B8 0FF', undefined], // a memory's
    ['address OX1 4CA', undefined], // the inward part has no C
    ['address QX1 4AA', undefined], // no area
    ['address OX1 4A', undefined],
    ['address OX1¦ 4AAA', undefined],
    ['address xOX1¦ 4AA', undefined],
    ['postcode OX1¦ 4AA-1', undefined],
    ['unzip code: 101¦15', undefined],
  ];
  for (const [text, expected, region] of cases) {
    it(text, () => {
      const found = find('postal-code', read(text), { regions: ['JP', 'DE'] });
      assert.deepEqual(
        found.map((it) => [`${it.confidence} ${it.value}`, it.region]),
        expected === undefined ? [] : [[read(expected), region]],
      );
    });
  }
});

describe('codes of the countries that the policy names', () => {
  const cases: readonly [cell: string, region: string][] = [
    ['123', 'TW'],
    ['1234', 'AT'],
    ['OX1', 'GB'],
    ['62701', 'DE'],
    ['123456', 'IN'],
  ];
  for (const [cell, region] of cases) {
    it(`${region}: ${cell}`, () => {
      const text = `name,zip\nx,${cell}\n`;
      const [found] = find('postal-code', text, { path: 'x.csv', regions: [region] });
      assert.equal(found?.value, cell);
      assert.equal(found.region, region);
    });
  }
});

describe('evidence of a postal code', () => {
  const cases: readonly [text: string, evidence: readonly string[]][] = [
    ['〒160¦-0023 東京都新宿区', ['mark', 'corroborated', 'allocated']],
    ['〒160¦-0023 大阪府大阪市', ['mark', 'allocated']],
    ['〒100¦-8111', ['mark', 'allocated', 'organisation']],
    ['〒000-0000', ['mark', 'reserved: Japan Post assigns no such code']],
    ['name,zip\nx,999-9999', ['field-name', 'reserved: Japan Post assigns no such code']],
    ['name,zip\nx,123-4567', ['field-name', 'refuted']],
  ];
  for (const [text, evidence] of cases) {
    it(text.replace('\n', '⏎'), () => {
      const [found] = find('postal-code', read(text), { path: 'x.csv', reserved: 'report' });
      assert.deepEqual(found?.evidence, evidence);
    });
  }
});
